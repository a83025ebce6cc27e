/** A round table on one theme: its names through the years, and what they rest on. */
import type { LayoutData } from "./data.ts";
import { Article } from "./parts/article.tsx";
import { renderPage } from "./shell/render.ts";

export default function tafel({ content, wegwijzer: here }: LayoutData<"tafel">): string {
  return renderPage(<Article here={here} content={content} />);
}
