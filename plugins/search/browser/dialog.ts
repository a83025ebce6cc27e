/**
 * The dialog of the search: a field, and below it what was found.
 *
 * It lives in a shadow tree, so that it looks the same whatever the page's own styles say; colours
 * and fonts come in by the site's custom properties.
 */
import { type Answers, type AnswersOptions, makeAnswers } from "./answers.ts";
import type { Asker } from "./asking.ts";
import { type Combobox, makeCombobox } from "./combobox.ts";
import { element } from "./element.ts";
import { listen } from "./field.ts";
import { addressWith, follow, setAddress } from "./following.ts";
import { drawOption } from "./results.ts";
import { forgetQuestions, recentQuestions } from "./recent.ts";
import type { Words } from "./words.ts";

export interface SearchDialog {
  /** @param from - A field of the page, whose text is taken over and given back. */
  open(text: string, from?: HTMLInputElement): void;
}

interface Drawn {
  readonly dialog: HTMLDialogElement;
  readonly field: HTMLInputElement;
  readonly combobox: Combobox;
}

/** @param form - The search form of the page; it leads to the page of results. */
export function makeDialog(asker: Promise<Asker>, words: Words, makeSheet: () => CSSStyleSheet, form: HTMLFormElement | null): SearchDialog {
  let from: HTMLInputElement | undefined;
  let drawn: Drawn | undefined;
  const giveBack = (text: string): void => {
    if (from) from.value = text;
  };
  const view = (): Drawn => (drawn ??= connect(drawDialog(words, form, makeSheet(), answers.box().elements), answers, asker, form !== null, giveBack));
  const retype = (text: string): void => {
    const { field } = view();
    field.value = text;
    answers.show(text);
    field.focus();
  };
  const answers = makeAnswers({
    asker, words, retype, role: "option", register: form?.action,
    empty: () => drawRecent(words, retype), drawn: () => view().combobox.renew(),
  });
  let asked = "";
  const show = (): void => {
    const { dialog, field } = view();
    // Each key that came before the dialog waits to open it; from then on the field is the reader's.
    if (!dialog.open) {
      field.value = asked;
      dialog.showModal();
    }
    field.focus();
  };
  // For who only points at the field so far; what is asked meanwhile goes first.
  setTimeout(view);
  return {
    open(text, opener) {
      if (drawn?.dialog.open) return;
      [from, asked] = [opener, text];
      answers.show(text);
      // What was typed is asked before anything is drawn. A phone shows its keyboard only where the focus moves at once.
      if (text === "") show();
      else setTimeout(show);
    },
  };
}

/**
 * @param hasForm - Whether Enter leads to a page of results.
 * @param giveBack - Takes the text when the dialog closes.
 */
function connect({ dialog, field }: Pick<Drawn, "dialog" | "field">, answers: Answers, asker: Promise<Asker>, hasForm: boolean, giveBack: (text: string) => void): Drawn {
  const { list } = answers.box();
  listen(field, answers.show);
  follow(list, {
    text: () => field.value, wanted: answers.wanted,
    stay: () => {
      dialog.close();
      void asker.then(({ markPage }) => markPage(answers.wanted()));
    },
  });
  if (!hasForm) goToFirst(field.form, list);
  dialog.addEventListener("close", () => {
    giveBack(field.value);
    setAddress("");
  });
  return { dialog, field, combobox: makeCombobox(field, list) };
}

function drawDialog(words: Words, form: HTMLFormElement | null, sheet: CSSStyleSheet, elements: readonly HTMLElement[]) {
  const field = element("input", {
    type: "search", name: "q", class: "ww-field", role: "combobox", "aria-label": words.field, "aria-autocomplete": "list", "aria-controls": "ww-list",
    "aria-expanded": "false", placeholder: words.field, autocomplete: "off", autocapitalize: "off", spellcheck: "false", enterkeyhint: "search", maxlength: "200",
  });
  const close = element("button", { type: "button" }, words.close);
  const ownForm = element("form", { class: "ww-form", action: form?.action }, field, close);
  const dialog = element("dialog", { class: "ww-dialog", "aria-label": words.search }, ownForm, element("div", { class: "ww-body" }, ...elements), element("p", { class: "ww-keys", "aria-hidden": "true" }, words.keys));
  close.addEventListener("click", () => dialog.close());
  // Outside is the backdrop; inside, an element of the dialog is what was pressed.
  dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
  field.addEventListener("keydown", (event) => {
    // The browser would empty the field first, and close at the second press.
    if (event.key !== "Escape" || event.isComposing) return;
    event.preventDefault();
    dialog.close();
  });
  place(dialog, sheet);
  return { dialog, field };
}

/** Where there is no page of results to go to. */
function goToFirst(form: HTMLFormElement | null, list: HTMLElement): void {
  form?.addEventListener("submit", (event) => {
    event.preventDefault();
    list.querySelector("a")?.click();
  });
}

/** What was asked before on this device, as options, and a way to have it forgotten. */
function drawRecent(words: Words, retype: (text: string) => void): ReturnType<AnswersOptions["empty"]> {
  const links = recentQuestions().map((text, at) => {
    const link = drawOption(addressWith(text), "option", `ww-recent-${at}`, text);
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      retype(text);
    });
    return link;
  });
  if (links.length === 0) return { links, notes: [words.start] };
  const forget = element("button", { type: "button" }, words.forget);
  forget.addEventListener("click", () => {
    forgetQuestions();
    retype("");
  });
  return { links, notes: [words.recent, " ", forget] };
}

function place(dialog: HTMLDialogElement, sheet: CSSStyleSheet): void {
  const host = element("div", { "data-search-ignore": "" });
  const root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [sheet];
  root.append(dialog);
  document.body.append(host);
}
