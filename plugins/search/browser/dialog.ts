/**
 * The dialog of the search: a field, and below it what was found.
 *
 * It lives in a shadow tree, so that it looks the same whatever the page's own styles say; colours
 * and fonts come in by the site's custom properties.
 */
import { makeAnswers } from "./answers.ts";
import type { Asker } from "./asking.ts";
import { makeCombobox } from "./combobox.ts";
import { element } from "./element.ts";
import { listen } from "./field.ts";
import { addressWith, follow } from "./following.ts";
import { markPage } from "./marks.ts";
import { forgetQuestions, recentQuestions } from "./recent.ts";
import type { Words } from "./words.ts";

export interface SearchDialog {
  /** @param from - A field of the page, whose text is taken over and given back. */
  open(text: string, from?: HTMLInputElement): void;
}

/** @param form - The search form of the page; it leads to the page of results. */
export function makeDialog(asker: Promise<Asker>, words: Words, sheet: CSSStyleSheet, form: HTMLFormElement | null): SearchDialog {
  const { dialog, field, forget, body, ownForm } = drawDialog(words, form);
  let from: HTMLInputElement | undefined;
  const retype = (text: string): void => {
    field.value = text;
    answers.show(text);
    field.focus();
  };
  const answers = makeAnswers({
    asker, words, retype, role: "option", register: form?.action,
    empty: (list) => {
      list.replaceChildren(...recentQuestions().map((text, at) => element("a", { role: "option", id: `ww-recent-${at}`, class: "ww-recent", href: addressWith(text), tabindex: "-1", "aria-selected": "false" }, text)));
      list.hidden = forget.hidden = list.childElementCount === 0;
      combobox.renew();
    },
    drawn: () => {
      forget.hidden = true;
      combobox.renew();
    },
  });
  const { list } = answers;
  field.setAttribute("aria-controls", list.id);
  body.append(...answers.elements, forget);
  const combobox = makeCombobox(field, list);
  listen(field, answers.show);
  list.addEventListener("click", (event) => {
    const recent = (event.target as Element).closest(".ww-recent");
    if (!recent || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    retype(recent.textContent ?? "");
  });
  follow(list, {
    text: () => field.value, wanted: answers.wanted,
    stay: () => {
      dialog.close();
      void asker.then(({ stemmings }) => markPage(answers.wanted(), stemmings));
    },
  });
  forget.addEventListener("click", () => {
    forgetQuestions();
    retype("");
  });
  ownForm.addEventListener("submit", (event) => {
    if (form?.action) return;
    event.preventDefault();
    list.querySelector("a")?.click();
  });
  dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
  dialog.addEventListener("close", () => {
    if (from) from.value = field.value;
    history.replaceState(history.state, "", addressWith(""));
  });
  place(dialog, sheet);
  return {
    open(text, opener) {
      if (!dialog.open) {
        from = opener;
        dialog.showModal();
      }
      retype(text);
    },
  };
}

function drawDialog(words: Words, form: HTMLFormElement | null) {
  const field = element("input", {
    type: "search", name: "q", class: "ww-field", role: "combobox", "aria-label": words.field, "aria-autocomplete": "list",
    "aria-expanded": "false", placeholder: words.field, autocomplete: "off", autocapitalize: "off", spellcheck: "false", enterkeyhint: "search", maxlength: "200",
  });
  const close = element("button", { type: "button", class: "ww-close" }, words.close);
  const forget = element("button", { type: "button", class: "ww-forget", hidden: "" }, words.forget);
  const body = element("div", { class: "ww-body" });
  const ownForm = element("form", { class: "ww-form", role: "search", action: form?.action, method: "get" }, field, close);
  const dialog = element("dialog", { class: "ww-dialog", "aria-label": words.search }, ownForm, body, element("p", { class: "ww-keys", "aria-hidden": "true" }, words.keys));
  close.addEventListener("click", () => dialog.close());
  field.addEventListener("keydown", (event) => {
    // The browser would empty the field first, and close at the second press.
    if (event.key !== "Escape" || event.isComposing) return;
    event.preventDefault();
    dialog.close();
  });
  return { dialog, field, forget, body, ownForm };
}

function place(dialog: HTMLDialogElement, sheet: CSSStyleSheet): void {
  const host = element("div", { "data-search-ignore": "" });
  const root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [sheet];
  root.append(dialog);
  document.body.append(host);
}
