/** Results in a page: the address says the question, Back works, and so does a link to it. */
import { makeAnswers } from "./answers.ts";
import type { Asker } from "./asking.ts";
import { element } from "./element.ts";
import { listen } from "./field.ts";
import { addressWith, askedInAddress, follow, setAddress } from "./following.ts";
import type { Words } from "./words.ts";

const addressAfterMs = 500;

export function startPage(asker: Promise<Asker>, words: Words, region: Element, field: HTMLInputElement): void {
  const { title } = document;
  const show = (text: string): void => {
    document.title = text.trim() === "" ? title : `${text.trim()} - ${title}`;
    answers.show(text);
  };
  const submit = (text: string): void => {
    field.value = text;
    if (text !== askedInAddress()) history.pushState(null, "", addressWith(text));
    show(text);
  };
  const answers = makeAnswers({
    asker, words, role: undefined, register: undefined, retype: submit,
    empty: () => ({ links: [], notes: [] }),
    drawn: () => undefined,
  });
  const { elements, list } = answers.box();
  region.replaceChildren(element("div", { class: "ww-results" }, ...elements));
  follow(list, { text: () => field.value, wanted: answers.wanted, stay: () => void asker.then(({ markPage }) => markPage(answers.wanted())) });
  let timer = 0;
  listen(field, (text) => {
    show(text);
    clearTimeout(timer);
    // Browsers refuse an address that changes at every key.
    timer = setTimeout(setAddress, addressAfterMs, text);
  });
  field.form?.addEventListener("submit", (event) => {
    event.preventDefault();
    submit(field.value);
  });
  addEventListener("popstate", () => {
    field.value = askedInAddress();
    show(field.value);
  });
  // The reader may have typed before this script was there.
  field.value ||= askedInAddress();
  if (field.value !== "") show(field.value);
}
