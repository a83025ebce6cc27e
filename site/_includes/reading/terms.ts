/** Where a term is used: on the pages that name it, and on those whose text holds it. */
import type { AnyPage, Here, PageOf } from "../data.ts";
import { relatedPages, unique } from "./surroundings.ts";

export function usersOf(here: Here<PageOf<"begrip">>): readonly AnyPage[] {
  const named = ["zie", "uitleg"].flatMap((relation) => relatedPages(here, relation));
  return unique([...named, ...(here.graph.usedBy(here.page) as readonly AnyPage[])]);
}
