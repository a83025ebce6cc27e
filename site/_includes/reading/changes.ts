/** What changed and when pages were checked: by day, the newest first. */
import { allPages, relatedTo } from "../data.ts";
import type { AnyPage, Graph, PageOf } from "../data.ts";
import { byTitle } from "./alphabet.ts";
import { checkedOn } from "./summary.ts";

export interface Day<Item> {
  /** `2026-11-23` */
  readonly date: string;
  readonly items: readonly Item[];
}

export interface Change {
  readonly entry: PageOf<"wijziging">;
  /** The page on which it can be seen. */
  readonly page: AnyPage;
}

/** Within a day by the key of the entry. */
export function changesByDay(graph: Graph): readonly Day<Change>[] {
  const changes = graph.ofKind("wijziging").flatMap((entry) => {
    const page = relatedTo(graph, entry, "pagina")[0]?.page;
    return page === undefined ? [] : [{ entry, page }];
  });
  return byDay(changes, ({ entry }) => entry.data.datum);
}

/** Pages of their own, each day from A to Z. */
export function checkedByDay(graph: Graph): readonly Day<AnyPage>[] {
  const pages = allPages(graph).filter(({ url }) => !url.includes("#") && url !== "/404.html");
  return byDay([...pages].sort(byTitle), (page) => checkedOn(page));
}

function byDay<Item>(items: readonly Item[], dateOf: (item: Item) => string | undefined): readonly Day<Item>[] {
  const dates = new Set(items.map(dateOf).filter((date) => date !== undefined));
  return [...dates].sort().reverse().map((date) => ({ date, items: items.filter((item) => dateOf(item) === date) }));
}
