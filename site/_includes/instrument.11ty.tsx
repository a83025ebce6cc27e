/** A way of learning or working together: when it fits, and how to go about it. */
import type { LayoutData } from "./data.ts";
import { Article } from "./parts/article.tsx";
import { renderPage } from "./shell/render.ts";

export default function instrument({ content, wegwijzer: here }: LayoutData<"instrument">): string {
  return renderPage(<Article here={here} content={content} />);
}
