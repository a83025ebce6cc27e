/**
 * Shows the answers to what a reader types: the same in the dialog and in a page of results.
 */
import type { Answer } from "../../../src/search/engine.ts";
import { type Marker, marker, type Wanted } from "../../../src/search/spot.ts";
import type { Asker } from "./asking.ts";
import { element } from "./element.ts";
import { type Filters, makeFilters } from "./filters.ts";
import { drawResults, type LinkRole } from "./results.ts";
import type { Words } from "./words.ts";

export interface Answers {
  /** In the order in which they stand below the field. */
  readonly elements: readonly HTMLElement[];
  readonly list: HTMLElement;
  /** Asks; an empty text shows what `empty` draws. */
  show(text: string): void;
  /** The terms of the answer that is shown. */
  wanted(): readonly Wanted[];
}

export interface AnswersOptions {
  readonly asker: Promise<Asker>;
  readonly words: Words;
  readonly role: LinkRole;
  /** Where all pages are listed, if there is such a page. */
  readonly register: string | undefined;
  /** Draws into the list while nothing is asked. */
  readonly empty: (list: HTMLElement) => void;
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
  const list = element("div", { class: "ww-list", id: `ww-list-${role}`, role: role ? "listbox" : "list", "aria-label": words.results });
  const note = element("div", { class: "ww-note" });
  const more = element("button", { type: "button", class: "ww-more" });
  const live = element("div", { class: "ww-unseen", role: "status" });
  const filterPlace = element("div");
  const state = { text: "", limit: firstPages, wanted: [] as readonly Wanted[], timer: 0, filters: undefined as Filters | undefined };

  const say = (text: string): void => {
    clearTimeout(state.timer);
    state.timer = setTimeout(() => (live.textContent = text), announceAfterMs);
  };
  const draw = (links: readonly HTMLElement[], notes: readonly (Node | string)[], rest = 0): void => {
    list.replaceChildren(...links);
    list.hidden = links.length === 0;
    note.replaceChildren(...notes);
    more.hidden = rest === 0;
    more.textContent = words.more(rest);
    options.drawn();
  };
  const drawAnswer = (answer: Answer, mark: Marker): void => {
    state.wanted = answer.sought;
    state.filters?.update(answer.slots);
    draw(drawResults(answer, mark, role), notesOf(answer, state.text, options), answer.hits.length === 0 ? 0 : Math.max(0, answer.total - state.limit));
    say(answer.total === 0 ? words.nothing(state.text) : words.count(answer.total));
  };
  const ask = async (): Promise<void> => {
    try {
      const asked = await asker;
      filterPlace.hidden = !asked.manifest.facets;
      if (!state.filters) filterPlace.append((state.filters = makeFilters(words.filters, asked.facets, () => void ask())).element);
      const answer = await asked.ask(state.text, { limit: state.limit, allow: state.filters.allow });
      if (answer && state.text.trim() !== "") drawAnswer(answer, marker(answer.sought, asked.stemmings));
    } catch {
      // Whatever it was, the reader is told, and the form still goes to its page.
      draw([], [words.broken]);
      say(words.broken);
    }
  };
  more.addEventListener("click", () => {
    state.limit += morePages;
    void ask();
  });
  list.hidden = more.hidden = filterPlace.hidden = true;
  return {
    elements: [filterPlace, note, list, more, live],
    list,
    wanted: () => state.wanted,
    show(text) {
      Object.assign(state, { text, limit: firstPages });
      if (text.trim() !== "") return void ask();
      filterPlace.hidden = true;
      draw([], [words.start]);
      options.empty(list);
      say("");
    },
  };
}

/** What is said above the list. */
function notesOf({ corrected, hits, failures }: Answer, text: string, { words, register, retype }: AnswersOptions): readonly (Node | string)[] {
  const notes: (Node | string)[] = [];
  if (hits.length === 0) notes.push(element("p", {}, element("strong", {}, words.nothing(text)), " ", words.hint));
  if (hits.length === 0 && register !== undefined) notes.push(element("p", {}, element("a", { href: register }, words.register)));
  if (corrected !== undefined) {
    const button = element("button", { type: "button", class: "ww-meant" }, corrected);
    button.addEventListener("click", () => retype(corrected));
    notes.push(element("p", {}, words.meant, " ", button, "?"));
  }
  if (failures.length > 0) notes.push(element("p", {}, words.partial));
  return notes;
}
