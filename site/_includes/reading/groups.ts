/** The pages of a kind as an overview lists them: in groups where a kind has sorts, each in its own order. */
import { instrumentWords, organisationWords, words } from "../../words.ts";
import { allPages } from "../data.ts";
import type { AnyPage, Graph, KindName, PageOf } from "../data.ts";
import { byTitle } from "./alphabet.ts";
import { nodesOf } from "./lines.ts";
import { inSeries } from "./series.ts";

export interface PageGroup {
  /** None when there is only one group. */
  readonly title?: string;
  readonly pages: readonly AnyPage[];
}

type Grouping = (graph: Graph) => readonly PageGroup[];

const groupings: Partial<Record<KindName, Grouping>> = {
  uitleg: (graph) => [
    { title: words.working, pages: inSeries(graph).filter(({ url }) => url.startsWith("/het-nieuwe-samenwerken/")) },
    { title: words.transitionScience, pages: inSeries(graph).filter(({ url }) => url.startsWith("/uitleg/")) },
  ],
  actor: (graph) => {
    const actors = [...graph.ofKind("actor")].sort((a, b) => a.data.volgorde - b.data.volgorde);
    return [{ title: words.withThem, pages: actors.filter(({ data }) => !data.isO) }, { title: words.theOs, pages: actors.filter(({ data }) => data.isO) }];
  },
  instrument: (graph) => bySort(graph.ofKind("instrument"), instrumentWords, ({ data }) => data.soortInstrument),
  organisatie: (graph) => bySort(graph.ofKind("organisatie"), organisationWords, ({ data }) => data.soortOrganisatie).map(({ title = "", pages }) => (
    { title: title.charAt(0).toUpperCase() + title.slice(1), pages }
  )),
  onderwerp: (graph) => nodesOf(graph).map((theme) => ({
    title: theme.title,
    pages: graph.ofKind("onderwerp").filter(({ data }) => data.thema === theme.name),
  })),
};

/** Entries of a list stand on the page of their list, not here; empty groups are left out. */
export function groupsOf(kind: KindName, graph: Graph): readonly PageGroup[] {
  const groups = groupings[kind]?.(graph) ?? [{ pages: allPages(graph).filter((page) => page.kind === kind).sort(byTitle) }];
  return groups
    .map((group) => ({ ...group, pages: group.pages.filter(({ url }) => !url.includes("#")) }))
    .filter(({ pages }) => pages.length > 0);
}

/** One group for each sort, in the order of the table of words. */
function bySort<P extends PageOf<"instrument"> | PageOf<"organisatie">>(pages: readonly P[], sorts: Readonly<Record<string, string>>, sortOf: (page: P) => string): readonly PageGroup[] {
  return Object.entries(sorts).map(([sort, title]) => ({ title, pages: pages.filter((page) => sortOf(page) === sort) }));
}
