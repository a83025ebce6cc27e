/**
 * Waits until a reader shows that they want to search, and only then fetches what answers.
 *
 * Script and manifest are asked for in one breath. Until they are there, and if they never come, the
 * form of the page does what it does without a script. Every page has this file: it stays small.
 */
import type { Search } from "./search.ts";
import { openWords } from "./words.ts";

const forms = "[data-wegwijzer-search],[role=search]";
const buttons = "[data-wegwijzer-open]";
const here = import.meta.url;

const begin = once((): Promise<Search> => {
  // No answer and a wrong one are told in the same words; the search does that.
  const manifest = fetch(new URL("manifest.json", here), { cache: "no-cache" }).then((answer) => answer.text()).catch(() => "");
  const script = import(new URL(SEARCH_SCRIPT, here).href) as Promise<typeof import("./search.ts")>;
  return script.then(({ start }) => start(new URL(".", here), manifest));
});

const open = (field?: HTMLInputElement): unknown => begin().then((search) => search.open(field));

const target = (event: Event): Element => event.composedPath()[0] as Element;
const isIn = (event: Event, selector: string): boolean => target(event).closest?.(selector) != null;
const isField = (event: Event): boolean => isIn(event, forms) && isIn(event, "[type=search]");

for (const kind of ["focusin", "pointerover", "touchstart"]) {
  addEventListener(kind, (event) => (isField(event) || isIn(event, buttons)) && begin(), { passive: true });
}
for (const kind of ["click", "input"]) {
  addEventListener(kind, (event) => {
    if (isField(event)) open(target(event) as HTMLInputElement);
    else if (kind === "click" && isIn(event, buttons)) open();
  });
}
addEventListener("keydown", (event) => {
  const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !isIn(event, "input,textarea,select,[contenteditable]");
  if (!slash && !(event.key === "k" && (event.ctrlKey || event.metaKey))) return;
  event.preventDefault();
  open();
});

if (!document.querySelector(`${forms},${buttons}`)) addButton();
// A question in the address, or words to mark on the page that a result led to.
if (/[?&]q=/.test(location.search) || handedOver()) begin();

/** For a page without a form. Set by properties: a strict policy refuses attributes of style. */
function addButton(): void {
  const button = document.createElement("button");
  button.dataset["wegwijzerOpen"] = "";
  button.textContent = openWords[document.documentElement.lang.startsWith("nl") ? "nl" : "en"];
  button.style.cssText = "position:fixed;inset:auto 1rem 1rem auto;z-index:9;min-height:2.75rem;padding:0 1.25rem;font:inherit;font-weight:700;border:2px solid;cursor:pointer;color:var(--ww-document-color,CanvasText);background:var(--ww-document-background-color,Canvas)";
  document.body.append(button);
}

/** A browser that keeps nothing throws when it is asked. */
function handedOver(): boolean {
  try {
    return sessionStorage.getItem("wegwijzer-marks") !== null;
  } catch {
    return false;
  }
}

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}
