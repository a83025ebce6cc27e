/** What a page says of itself in a sentence: its summary, or the short meaning of a term. */
import type { AnyPage } from "../data.ts";

export function summaryOf({ data }: AnyPage): string {
  if ("samenvatting" in data && data.samenvatting !== undefined) return data.samenvatting;
  return "kort" in data ? data.kort : "";
}

/** When an editor last checked the page; an entry of a list has no such date. */
export function checkedOn({ data }: AnyPage): string | undefined {
  return "gecontroleerd" in data ? data.gecontroleerd : undefined;
}

/** The name of an actor, before what its page asks: `Onderwijs: wat kan mijn school doen?` -> `Onderwijs`. */
export function shortTitleOf({ kind, title }: AnyPage): string {
  return kind === "actor" ? (title.split(":")[0] ?? title) : title;
}
