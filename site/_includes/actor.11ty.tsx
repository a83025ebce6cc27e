/** Who takes part, and what one can do. */
import type { LayoutData } from "./data.ts";
import { Article } from "./parts/article.tsx";
import { renderPage } from "./shell/render.ts";

export default function actor({ content, wegwijzer: here }: LayoutData<"actor">): string {
  return renderPage(<Article here={here} content={content} />);
}
