/**
 * The dialog of the search: a field, and below it what was found.
 *
 * It lives in a shadow tree, so that it looks the same whatever the page's own styles say; colours
 * and fonts come in by the site's custom properties.
 */
import { type AnswersOptions, makeAnswers } from "./answers.ts";
import type { Asker } from "./asking.ts";
import { makeCombobox } from "./combobox.ts";
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

/** @param form - The search form of the page; it leads to the page of results. */
export function makeDialog(asker: Promise<Asker>, words: Words, sheet: CSSStyleSheet, form: HTMLFormElement | null): SearchDialog {
  const { dialog, field, body } = drawDialog(words, form, sheet);
  let from: HTMLInputElement | undefined;
  const retype = (text: string): void => {
    field.value = text;
    answers.show(text);
    field.focus();
  };
  const answers = makeAnswers({
    asker, words, retype, role: "option", register: form?.action,
    empty: () => drawRecent(words, retype), drawn: () => combobox.renew(),
  });
  const { list, show, wanted } = answers;
  const combobox = makeCombobox(field, list);
  body.append(...answers.elements);
  listen(field, show);
  follow(list, {
    text: () => field.value, wanted,
    stay: () => {
      dialog.close();
      void asker.then(({ markPage }) => markPage(wanted()));
    },
  });
  if (!form) goToFirst(field.form, list);
  dialog.addEventListener("close", () => {
    if (from) from.value = field.value;
    setAddress("");
  });
  return {
    open(text, opener) {
      if (dialog.open) return;
      from = opener;
      field.value = text;
      show(text);
      // What was typed is asked before the dialog is drawn. A phone shows its keyboard only where the focus moves at once.
      if (text === "") draw(dialog, field);
      else setTimeout(draw, 0, dialog, field);
    },
  };
}

function draw(dialog: HTMLDialogElement, field: HTMLInputElement): void {
  if (!dialog.open) dialog.showModal();
  field.focus();
}

function drawDialog(words: Words, form: HTMLFormElement | null, sheet: CSSStyleSheet) {
  const field = element("input", {
    type: "search", name: "q", class: "ww-field", role: "combobox", "aria-label": words.field, "aria-autocomplete": "list", "aria-controls": "ww-list",
    "aria-expanded": "false", placeholder: words.field, autocomplete: "off", autocapitalize: "off", spellcheck: "false", enterkeyhint: "search", maxlength: "200",
  });
  const close = element("button", { type: "button" }, words.close);
  const body = element("div", { class: "ww-body" });
  const ownForm = element("form", { class: "ww-form", action: form?.action }, field, close);
  const dialog = element("dialog", { class: "ww-dialog", "aria-label": words.search }, ownForm, body, element("p", { class: "ww-keys", "aria-hidden": "true" }, words.keys));
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
  return { dialog, field, body };
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
