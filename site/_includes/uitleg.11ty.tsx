/** An explainer: a text to read, with its drawing, its terms and its sources. */
import type { LayoutData } from "./data.ts";
import { Article } from "./parts/article.tsx";
import { renderPage } from "./shell/render.ts";

export default function uitleg({ content, wegwijzer: here }: LayoutData<"uitleg">): string {
  return renderPage(<Article here={here} content={content} />);
}
