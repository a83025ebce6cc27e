/**
 * A Markdown copy of a page, made from what readers see: steps, goals and lists are in it as well.
 *
 * Links are whole, so that a copy can be read anywhere; citations are footnotes.
 */
import { DomUtils, parseDocument } from "htmlparser2";
import type { AnyPage, Graph, PageOf } from "../../_includes/data.ts";
import { writtenDate } from "../../_includes/reading/dates.ts";
import { summaryOf } from "../../_includes/reading/summary.ts";
import { words } from "../../words.ts";
import type { Whole } from "../where.ts";
import { blocksOf } from "./blocks.ts";
import { destination, escaped } from "./inline.ts";

export function markdownCopy(page: AnyPage, html: string, graph: Graph, whole: Whole): string {
  const here = whole(page.url);
  const [main] = DomUtils.getElementsByTagName("main", parseDocument(html), true, 1);
  // The list of sources is what the footnotes say.
  for (const list of DomUtils.getElementsByClassName("sources", main ?? [])) DomUtils.removeElement(list);
  const blocks = blocksOf(main?.children ?? [], { whole: (href) => new URL(href, here).href });
  const head = ["---", `titel: ${JSON.stringify(page.title)}`, `samenvatting: ${JSON.stringify(summaryOf(page))}`, "---"].join("\n");
  return `${[head, ...blocks, ...footnotes(page, graph)].join("\n\n")}\n`;
}

/** One for each source, with the states that the text names: a number is a source, as on the page. */
function footnotes({ citations }: AnyPage, graph: Graph): readonly string[] {
  const sources = new Map(graph.ofKind("bron").map((source) => [source.id, source]));
  const numbers = new Map(citations.map(({ number, source }) => [number, source]));
  const notes = [...numbers].sort(([a], [b]) => a - b).flatMap(([number, id]) => {
    const source = sources.get(id);
    const states = citations.flatMap((each) => (each.source === id && each.asOf !== undefined ? [each.asOf] : []));
    return source === undefined ? [] : [footnote(number, source, [...new Set(states)])];
  });
  return notes.length === 0 ? [] : [notes.join("\n")];
}

function footnote(number: number, { title, data: { url, uitgever, datum } }: PageOf<"bron">, states: readonly string[]): string {
  const details = [uitgever, ...(datum === undefined ? [] : [writtenDate(datum)]), ...states.map((state) => `${words.asOf} ${writtenDate(state)}`)];
  return `[^${number}]: [${escaped(title)}](${destination(new URL(url).href)}). ${escaped(details.join(", "))}.`;
}
