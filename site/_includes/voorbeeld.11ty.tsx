/** An example from practice: where it is, who does it, and what it shows. */
import type { LayoutData } from "./data.ts";
import { Article } from "./parts/article.tsx";
import { renderPage } from "./shell/render.ts";

export default function voorbeeld({ content, wegwijzer: here }: LayoutData<"voorbeeld">): string {
  return renderPage(<Article here={here} content={content} />);
}
