/** The mark of the site: a post with two arms. */
import type { JSX } from "preact";

export function Signpost(): JSX.Element {
  return (
    <svg class="signpost" viewBox="0 0 32 36" width="32" height="36" aria-hidden="true">
      <path class="post" d="M14 0h4v36h-4z" />
      <path d="M10 4h15l6 5-6 5H10z" />
      <path d="M22 17H7l-6 5 6 5h15z" />
    </svg>
  );
}
