/** Results in a page: the address says the question, Back works, and so does a link to it. */
import { makeAnswers } from "./answers.ts";
import type { Asker } from "./asking.ts";
import { listen } from "./field.ts";
import { addressWith, follow } from "./following.ts";
import { markPage } from "./marks.ts";
import type { Words } from "./words.ts";

export function startPage(asker: Promise<Asker>, words: Words, region: Element, field: HTMLInputElement): void {
  const title = document.title;
  const asked = (): string => new URLSearchParams(location.search).get("q") ?? "";
  const answers = makeAnswers({
    asker, words, role: undefined, register: undefined,
    empty: () => undefined,
    drawn: () => undefined,
    retype: (text) => {
      field.value = text;
      submit(text);
    },
  });
  const show = (text: string): void => {
    document.title = text.trim() === "" ? title : `${text.trim()} - ${title}`;
    answers.show(text);
  };
  const submit = (text: string): void => {
    if (text !== asked()) history.pushState(null, "", addressWith(text));
    show(text);
  };
  region.replaceChildren(...answers.elements);
  follow(answers.list, { text: () => field.value, wanted: answers.wanted, stay: () => void asker.then(({ stemmings }) => markPage(answers.wanted(), stemmings)) });
  listen(field, (text) => {
    history.replaceState(null, "", addressWith(text));
    show(text);
  });
  field.form?.addEventListener("submit", (event) => {
    event.preventDefault();
    submit(field.value);
  });
  addEventListener("popstate", () => {
    field.value = asked();
    show(field.value);
  });
  // The reader may have typed before this script was there.
  if (field.value === "") field.value = asked();
  if (field.value !== "") show(field.value);
}
