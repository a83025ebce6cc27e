/**
 * Shows the answers to what a reader types: the same in the dialog and in a page of results.
 */
import type { Answer } from "../../../src/search/engine.ts";
import type { Manifest } from "../../../src/search/manifest.ts";
import type { Wanted } from "../../../src/search/spot.ts";
import type { Asker } from "./asking.ts";
import { type Box, makeBox, type Notes } from "./box.ts";
import { element } from "./element.ts";
import type { Filters } from "./filters.ts";
import { drawResults, type LinkRole } from "./results.ts";
import type { Words } from "./words.ts";

export interface Answers {
  /** Drawn when it is first looked at: what was asked goes first. */
  readonly box: () => Box;
  /** Asks; an empty text shows what `empty` gives. */
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
  /** What is shown while nothing is asked. */
  readonly empty: () => { readonly links: readonly HTMLElement[]; readonly notes: Notes };
  /** Puts a mended question into the field. */
  readonly retype: (text: string) => void;
  /** The list holds other links now. */
  readonly drawn: () => void;
}

/** Pages that are fetched and shown at first, and at each "more". */
const [firstPages, morePages] = [5, 10];
/** A reader who waits longer is told that something is under way. */
const patienceMs = 400;

/** What is asked, and what came of it. */
interface State {
  text: string;
  limit: number;
  wanted: readonly Wanted[];
  slots: readonly number[];
  filters: Filters | undefined;
  /** Of the index that gave what is shown. */
  manifest: Manifest | undefined;
}

export function makeAnswers(options: AnswersOptions): Answers {
  const state: State = { text: "", limit: firstPages, wanted: [], slots: [], filters: undefined, manifest: undefined };
  let drawn: Box | undefined;
  const box = (): Box => (drawn ??= makeBox(options.words, options.role, openFilters, showMore));
  const ask = (): void => void answer(options, box, state);
  const filter = async (): Promise<void> => {
    state.filters = await (await options.asker).filters(box().filters, ask);
    state.filters?.update(state.slots);
  };
  const openFilters = (): void => {
    const { filters } = box();
    // There is nothing below the summary until it is opened.
    if (filters.open && !filters.children[1]) filter().catch(() => filters.append(options.words.partial));
  };
  const showMore = (): void => {
    state.limit += morePages;
    ask();
  };
  return {
    box,
    wanted: () => state.wanted,
    show(text) {
      state.text = text;
      state.limit = firstPages;
      if (text.trim() !== "") return ask();
      box().filters.hidden = true;
      const { links, notes } = options.empty();
      box().draw(links.map((link) => () => link), notes, "");
      options.drawn();
    },
  };
}

async function answer(options: AnswersOptions, box: () => Box, state: State): Promise<void> {
  const { words, asker } = options;
  const waiting = setTimeout(() => state.text.trim() !== "" && box().note.replaceChildren(words.busy), patienceMs);
  try {
    const asked = await asker;
    const answer = await asked.ask(state.text, { limit: state.limit, ...(state.filters && { allow: state.filters.allow }) });
    if (!answer || state.text.trim() === "") return;
    if (state.manifest !== asked.manifest) forgetFilters(box(), state);
    state.manifest = asked.manifest;
    box().filters.hidden = !asked.manifest.facets || answer.slots.length === 0;
    drawAnswer(answer, options, box(), state);
  } catch {
    // Whatever it was, the reader is told, and the form still goes to its page.
    box().draw([], [words.broken], words.broken);
  } finally {
    clearTimeout(waiting);
  }
  options.drawn();
}

/** They hold places in the index that went. */
function forgetFilters({ filters }: Box, state: State): void {
  state.filters = undefined;
  filters.open = false;
  while (filters.children[1]) filters.lastChild?.remove();
}

function drawAnswer(answer: Answer, options: AnswersOptions, box: Box, state: State): void {
  const { slots, hits, total, sought } = answer;
  const { words, role } = options;
  state.wanted = sought;
  state.slots = slots;
  state.filters?.update(slots);
  const spoken = total === 0 ? words.nothing(state.text) : words.count(total);
  box.draw(drawResults(answer, role), notesOf(answer, state.text, options), spoken, hits.length && total - state.limit);
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
  const { searchNote } = document.documentElement.dataset;
  if (searchNote) lines.push([searchNote]);
  return lines.map((line) => element("p", {}, ...line));
}
