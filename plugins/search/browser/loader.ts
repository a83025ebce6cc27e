/**
 * Waits until a reader shows that they want to search, and only then fetches what answers.
 *
 * Script and manifest are asked for in one breath. Until they are there, and if they never come, the
 * form of the page does what it does without a script. Every page has this file: it stays small.
 */
import { openWords } from "./openWords.ts";
import { fetchManifest, importScript } from "./origin.ts";
import type { Search } from "./search.ts";

const field = ":is([data-wegwijzer-search],[role=search]) [type=search]";
const button = "[data-wegwijzer-open]";

let begun: Promise<Search> | undefined;
const begin = (): Promise<Search> => {
  if (begun) return begun;
  // No answer and a wrong one are told in the same words; the search does that.
  const manifest = fetchManifest();
  const script = importScript(SEARCH_SCRIPT) as Promise<typeof import("./search.ts")>;
  begun = script.then(({ start }) => start(manifest));
  // The next time it is tried again.
  begun.catch(() => (begun = undefined));
  return begun;
};
const open = (from?: HTMLInputElement): unknown => begin().then((search) => search.open(from), () => undefined);

/** The element itself, also inside a shadow tree. */
const isIn = (event: Event, selector: string): boolean => !!(event.composedPath()[0] as Element).closest?.(selector);

for (const kind of ["focusin", "pointerover", "touchstart"]) {
  addEventListener(kind, (event) => isIn(event, `${field},${button}`) && begin(), { passive: true });
}
for (const kind of ["click", "input", "compositionend"]) {
  addEventListener(kind, (event) => {
    // What is being composed would be torn apart if the focus moved.
    if (isIn(event, field) && !(event as InputEvent).isComposing) open(event.target as HTMLInputElement);
    if (kind === "click" && isIn(event, button)) open();
  });
}
addEventListener("keydown", (event) => {
  const command = event.ctrlKey || event.metaKey;
  if (command ? event.key !== "k" : event.key !== "/" || isIn(event, "input,textarea,select,[contenteditable]")) return;
  event.preventDefault();
  // Before the focus moves, for which a browser lays out the page.
  begin();
  // What is typed before the search is there goes into the page's own field, which hands it over.
  const own = document.querySelector<HTMLInputElement>(field) ?? undefined;
  own?.focus();
  open(own);
});

// For a page without a form. Styled by property: a strict policy refuses attributes.
if (!document.querySelector(`${field},${button}`)) {
  const added = document.createElement("button");
  added.dataset["wegwijzerOpen"] = "";
  added.textContent = openWords[document.documentElement.lang.startsWith("nl") ? "nl" : "en"];
  added.style.cssText = "position:fixed;inset:auto 1rem 1rem auto;z-index:9;padding:.75rem 1.25rem;font:inherit;border:2px solid";
  document.body.append(added);
}

// A question in the address, or words to mark on the page that a result led to.
try {
  const marks = `wegwijzer-marks${location.pathname}`;
  if (/[?&]q=/.test(location.search) || sessionStorage[marks] || localStorage[marks]) begin();
} catch {
  // A browser that keeps nothing throws when it is asked.
}
