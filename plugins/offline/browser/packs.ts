/**
 * The controls of packs: what is stored, what may be, and a way to remove it again.
 *
 * Fetched only where a page has a place for them. What they say is what the worker says, and that is
 * what is really there.
 */
import { marks, type PackState, shellPack, type State, stateEvent, type Wish, wholePack } from "../../../src/offline/protocol.ts";
import { drawControl } from "./control.ts";
import css from "./packs.css";
import { element } from "./element.ts";
import { isWhole, seenIn } from "./seen.ts";
import { readStored } from "./stored.ts";
import { sizeIn, type Words, wordsFor } from "./words.ts";

export type Ask = (wish: Wish) => void;

export interface Speech {
  readonly words: Words;
  readonly size: (bytes: number) => string;
}

/** @param ask - Undefined where the browser knows no workers. */
export function start(scope: URL, ask: Ask | undefined): void {
  const language = document.documentElement.lang || "en";
  const speech = { words: wordsFor(language), size: sizeIn(language) };
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
  const places = [...document.querySelectorAll<HTMLElement>(`[${marks.place}]`)].map((place) => makePlace(place, scope, speech, ask));
  if (!ask) return places.forEach(({ cannot }) => cannot());
  document.addEventListener(stateEvent, (event) => places.forEach(({ draw }) => draw((event as CustomEvent<State>).detail)));
  ask({ kind: "tell" });
}

/** One element of the page, filled anew whenever something changes, without taking the focus away. */
function makePlace(place: HTMLElement, scope: URL, speech: Speech, ask: Ask | undefined) {
  const name = place.getAttribute(marks.place) ?? "";
  const sentence = element("p", { [marks.state]: "", role: "status" });
  const list = element("ul", { class: "ww-packs" });
  const pages = makePages(speech);
  const rows = new Map<string, ReturnType<typeof drawControl>>();
  place.classList.add("ww-offline");
  place.replaceChildren(...(name === "" ? [pages.lack, sentence, pages.details, element("h2", {}, speech.words.packs), list] : [list]));
  const row = (pack: PackState): ReturnType<typeof drawControl> => {
    const known = rows.get(pack.name) ?? drawControl(pack.name, speech, ask);
    rows.set(pack.name, known);
    return known;
  };
  return {
    cannot: () => place.replaceChildren(speech.words.cannot),
    draw(state: State): void {
      say(sentence, sentenceOf(state, speech));
      const shown = name === "" ? inOrder(state.packs) : state.packs.filter((pack) => pack.name === name);
      const drawn = shown.map((pack) => row(pack).draw(pack, state));
      if (drawn.some((item, at) => list.children[at] !== item) || drawn.length !== list.children.length) list.replaceChildren(...drawn);
      if (name === "" && state.settled) void pages.draw(scope, state);
    },
  };
}

/** The whole site first: it is what most want. */
function inOrder(packs: readonly PackState[]): readonly PackState[] {
  const rank = ({ name }: PackState): number => [wholePack, "", shellPack].indexOf(name === wholePack || name === shellPack ? name : "");
  return [...packs].sort((a, b) => rank(a) - rank(b));
}

/** Said anew only when it differs, since it is read aloud. */
function say(place: HTMLElement, text: string): void {
  if (place.textContent !== text) place.textContent = text;
}

function sentenceOf(state: State, { words, size }: Speech): string {
  const { version, bytes, trouble, packs } = state;
  const seen = seenIn(state);
  const wanted = packs.filter(({ wanted: isWanted }) => isWanted).at(-1);
  const main = {
    none: words.none,
    aside: words.aside,
    storing: words.storing(size(wanted?.stored ?? 0), size(wanted?.size ?? 0)),
    partial: words.some(version, size(bytes)),
    stored: words.all(version, size(bytes)),
  }[seen];
  const isWaiting = state.paused && packs.some((pack) => pack.wanted && !isWhole(pack));
  return [main, isWaiting ? words.paused : "", trouble && trouble !== "rewritten" ? words.trouble[trouble] : ""].filter((text) => text !== "").join(" ");
}

/** What is stored: on its own page to be opened, and open on any other address, where it stands in for what is not there. */
function makePages({ words }: Speech) {
  const lack = element("p", { hidden: "" }, element("strong", {}, words.here));
  const summary = element("summary", {});
  const list = element("ul", { [marks.list]: "" });
  const details = element("details", { hidden: "" }, summary, list);
  return {
    lack,
    details,
    async draw(scope: URL, state: State): Promise<void> {
      const { pages, ownAddress } = await readStored(scope, state.release);
      const isStandIn = location.pathname !== ownAddress;
      if (isStandIn && lack.hidden) details.open = true;
      lack.hidden = !isStandIn;
      details.hidden = pages.length === 0;
      summary.textContent = words.pages(pages.length);
      // Left alone where it says the same: who reads it keeps their place.
      const items = pages.map(({ url, title }) => element("li", {}, element("a", { href: url }, title)));
      if (items.map((item) => item.innerHTML).join("") !== [...list.children].map((item) => item.innerHTML).join("")) list.replaceChildren(...items);
    },
  };
}
