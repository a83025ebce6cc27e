/** An organisation: what it was called before, and what came after it. */
import type { LayoutData } from "./data.ts";
import { Article } from "./parts/article.tsx";
import { renderPage } from "./shell/render.ts";

export default function organisatie({ content, wegwijzer: here }: LayoutData<"organisatie">): string {
  return renderPage(<Article here={here} content={content} />);
}
