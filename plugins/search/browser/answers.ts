/**
 * Shows the answers to what a reader types: the same in the dialog and in a page of results.
 */
import type { Answer } from "../../../src/search/engine.ts";
import { type Marker, marker, type Wanted } from "../../../src/search/spot.ts";
import type { Asker } from "./asking.ts";
import { element } from "./element.ts";
import type { Filters } from "./filters.ts";
import { drawResults, type LinkRole } from "./results.ts";
import type { Words } from "./words.ts";

export interface Answers {
  /** In the order in which they stand below the field. */
  readonly elements: readonly HTMLElement[];
  readonly list: HTMLElement;
  /** Asks; an empty text shows what `empty` gives. */
  show(text: string): void;
  /** The terms of the answer that is shown. */
  wanted(): readonly Wanted[];
}

type Notes = readonly (Node | string)[];

export interface AnswersOptions {
  readonly asker: Promise<Asker>;
  readonly words: Words;
  readonly role: LinkRole;
  /** Where all pages are listed, if there is such a page. */
  readonly register: string | undefined;
  /** What is shown while nothing is asked. */
  readonly empty: () => { readonly links: readonly HTMLElement[]; readonly notes: Notes };
  /** Puts a mended question into the field. */
  readonly retype: (text: string) => void;
  /** The list holds other links now. */
  readonly drawn: () => void;
}

/** Pages that are fetched and shown at first, and at each "more". */
const [firstPages, morePages] = [5, 10];
/** Screen readers hear a count when the reader rests, not at every key. */
const announceAfterMs = 700;

export function makeAnswers(options: AnswersOptions): Answers {
  const { asker, words, role } = options;
  const list = element("div", { class: "ww-list", id: `ww-list-${role}`, role: role ? "listbox" : "list", "aria-label": words.results, hidden: "" });
  const note = element("div", { class: "ww-note" });
  const more = element("button", { type: "button", hidden: "" });
  const live = element("div", { class: "ww-unseen", role: "status" });
  const filterPlace = element("details", { class: "ww-filters", hidden: "" }, element("summary", {}, words.filters));
  const state = { text: "", limit: firstPages, wanted: [] as readonly Wanted[], slots: [] as Answer["slots"], timer: 0, filters: undefined as Filters | undefined };

  const draw = (links: readonly HTMLElement[], notes: Notes, spoken: string, rest = 0): void => {
    list.replaceChildren(...links);
    list.hidden = links.length === 0;
    note.replaceChildren(...notes);
    more.hidden = rest <= 0;
    more.textContent = words.more(rest);
    clearTimeout(state.timer);
    state.timer = setTimeout(() => (live.textContent = spoken), announceAfterMs);
    options.drawn();
  };
  const drawAnswer = (answer: Answer, mark: Marker): void => {
    const { slots, hits, total, sought } = answer;
    Object.assign(state, { wanted: sought, slots });
    state.filters?.update(slots);
    draw(drawResults(answer, mark, role), notesOf(answer, state.text, options), total === 0 ? words.nothing(state.text) : words.count(total), hits.length && total - state.limit);
  };
  const ask = async (): Promise<void> => {
    try {
      const { manifest, stemmings, ask: answerTo } = await asker;
      const answer = await answerTo(state.text, { limit: state.limit, ...(state.filters && { allow: state.filters.allow }) });
      if (!answer || state.text.trim() === "") return;
      filterPlace.hidden = !manifest.facets || answer.slots.length === 0;
      drawAnswer(answer, marker(answer.sought, stemmings));
    } catch {
      // Whatever it was, the reader is told, and the form still goes to its page.
      draw([], [words.broken], words.broken);
    }
  };
  const drawFilters = async (): Promise<void> => {
    state.filters = await (await asker).filters(filterPlace, () => void ask());
    state.filters?.update(state.slots);
  };
  // The first time it can only be opened.
  filterPlace.addEventListener("toggle", () => drawFilters().catch(() => filterPlace.append(words.partial)), { once: true });
  more.addEventListener("click", () => {
    state.limit += morePages;
    void ask();
  });
  return {
    elements: [note, filterPlace, list, more, live],
    list,
    wanted: () => state.wanted,
    show(text) {
      Object.assign(state, { text, limit: firstPages });
      if (text.trim() !== "") return void ask();
      filterPlace.hidden = true;
      const { links, notes } = options.empty();
      draw(links, notes, "");
    },
  };
}

/** What is said above the list. */
function notesOf({ corrected, hits, total, failures }: Answer, text: string, { words, register, retype }: AnswersOptions): Notes {
  const found = hits.length > 0;
  const lines: Notes[] = [found ? [words.count(total)] : [element("strong", {}, words.nothing(text)), " ", words.hint]];
  if (!found && register !== undefined) lines.push([element("a", { href: register }, words.register)]);
  if (corrected !== undefined) {
    const button = element("button", { type: "button" }, corrected);
    button.addEventListener("click", () => retype(corrected));
    lines.push([words.meant, " ", button, "?"]);
  }
  if (failures.length > 0) lines.push([words.partial]);
  return lines.map((line) => element("p", {}, ...line));
}
