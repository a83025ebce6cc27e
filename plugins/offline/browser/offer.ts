/** Offers a newer release as one quiet line; the reader decides, and nothing reloads by itself. */
import { marks } from "../../../src/offline/protocol.ts";
import css from "./offer.css";
import { pageWords } from "./pageWords.ts";

/** Once for each release: who read on is not asked again on this page. */
export function offer(release: string): void {
  const seen = document.documentElement.dataset;
  if (seen["offlineUpdate"] === release) return;
  seen["offlineUpdate"] = release;
  document.querySelector(`[${marks.update}]`)?.remove();
  const { news, reload, later } = pageWords();
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const line = document.createElement("div");
  line.setAttribute(marks.update, "");
  line.setAttribute("role", "status");
  const root = line.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [sheet];
  const button = (text: string, act: () => void): HTMLElement => {
    const made = document.createElement("button");
    made.textContent = text;
    made.addEventListener("click", act);
    return made;
  };
  root.append(news, button(reload, () => location.reload()), button(later, () => line.remove()));
  document.body.append(line);
}
