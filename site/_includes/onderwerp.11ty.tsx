/** A topic below a theme: what it is, who takes part, and what was agreed. */
import type { LayoutData } from "./data.ts";
import { Article } from "./parts/article.tsx";
import { renderPage } from "./shell/render.ts";

export default function onderwerp({ content, wegwijzer: here }: LayoutData<"onderwerp">): string {
  return renderPage(<Article here={here} content={content} />);
}
