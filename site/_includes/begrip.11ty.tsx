/** A term with a page of its own: what it means, and where it is used. */
import type { LayoutData } from "./data.ts";
import { Article } from "./parts/article.tsx";
import { renderPage } from "./shell/render.ts";

export default function begrip({ content, wegwijzer: here }: LayoutData<"begrip">): string {
  return renderPage(<Article here={here} content={content} />);
}
