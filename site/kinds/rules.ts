/** What must be true of a page among all others, beyond the schema of its kind. */
import type { ContentGraph, Page, PageRule, RuleFault } from "../../plugins/content/index.ts";

type Data = Readonly<Record<string, unknown>>;

/** A theme drives at most one transition. */
export const oneMainTransition: PageRule = {
  name: "one-main-transition",
  *check(page, graph) {
    const main = graph.related(page, "transities").filter(({ data }) => data["rol"] === "hoofd");
    if (main.length <= 1) return;
    yield { path: ["transities"], expected: "hoogstens één transitie met rol hoofd", got: main.map((each) => each.page.name).join(", ") };
  },
};

/** Every transition is driven by exactly one theme. */
export const oneMainTheme: PageRule = {
  name: "one-main-theme",
  *check(page, graph) {
    const main = graph.related(page, "themas").filter(({ data }) => data["rol"] === "hoofd");
    if (main.length === 1) return;
    yield {
      expected: "precies één thema met deze transitie in de rol hoofd",
      got: main.map((each) => each.page.name).join(", "),
      remedy: "Schrijf de rol in het thema, onder transities.",
    };
  },
};

/** Every theme has one round table. */
export const oneTable: PageRule = {
  name: "one-table",
  *check(page, graph) {
    const tables = graph.related(page, "tafels");
    if (tables.length === 1) return;
    yield {
      expected: "precies één participatietafel bij dit thema",
      got: tables.map((each) => each.page.name).join(", "),
      remedy: "Schrijf het thema in de tafel, onder thema.",
    };
  },
};

/** How many there are of what the route map and the home page show; see `map/geography.ts`. */
const SET_SIZES: Readonly<Record<string, number>> = { thema: 8, transitie: 3, actor: 5 };

/** The overview of a fixed set lists all of it, each with a number of its own. */
export const wholeSet: PageRule = {
  name: "whole-set",
  *check({ data }, graph) {
    const kind = String((data as Data)["van"]);
    const size = SET_SIZES[kind];
    if (size === undefined) return;
    const numbers = graph.ofKind(kind as never).map((page: Page) => Number((page.data as Data)["volgorde"])).sort((a, b) => a - b);
    if (numbers.length === size && numbers.every((number, index) => number === index + 1)) return;
    yield { path: ["van"], expected: `pagina’s van soort ${kind} met volgorde 1 tot en met ${size}, elk één keer`, got: numbers.join(", ") };
  },
};

/** A page has all that a page needs, where its kind also has entries of a list, which need less. */
export const wholePage: PageRule = {
  name: "whole-page",
  *check({ url, data }) {
    if (url.includes("#")) return;
    const { samenvatting, zoekwoorden, gecontroleerd } = data as Data;
    const isThere = {
      samenvatting: samenvatting !== undefined,
      "drie zoekwoorden": Array.isArray(zoekwoorden) && zoekwoorden.length >= 3,
      gecontroleerd: gecontroleerd !== undefined,
    };
    const missing = Object.entries(isThere).flatMap(([what, there]) => (there ? [] : [what]));
    if (missing.length > 0) yield { expected: `op een eigen pagina ook ${missing.join(", ")}` };
  },
};

/** `zie` leads to where a term is explained, and from there no further. */
export const seeOnce: PageRule = {
  name: "see-once",
  *check(page, graph) {
    for (const { page: target } of graph.related(page, "zie")) {
      const next = target.url.includes("#") ? graph.related(target, "zie")[0]?.page : undefined;
      if (next !== undefined) yield { path: ["zie"], expected: "een pagina die het zelf uitlegt", got: target.id, nearest: next.id };
    }
  },
};

/** What nothing stands on is old, or was forgotten in a text. */
export const usedSource: PageRule = {
  name: "used-source",
  level: "warning",
  *check(page, graph) {
    const byRelation = ["doelen", "periodes", "cijfers"].flatMap((relation) => graph.related(page, relation));
    if (graph.citedBy(page).length > 0 || byRelation.length > 0) return;
    yield { path: ["titel"], expected: "een bron die ergens gebruikt wordt", got: page.name, remedy: "Verwijs ernaar in een tekst, of haal haar weg." };
  },
};

/** Readers tell pages in a list apart by their title. */
export const ownTitle: PageRule = {
  name: "own-title",
  *check(page, graph) {
    const other = graph.pages.find((each) => each.title === page.title && each.kind !== "bron" && each.id !== page.id);
    if (other !== undefined) yield { path: ["titel"], expected: `een eigen titel; ${other.file} heet ook zo`, got: page.title };
  },
};

/** `verwant` adds to what other keys say, and does not repeat it. */
export const freshRelations = (...keys: readonly string[]): PageRule => ({
  name: "fresh-relations",
  level: "warning",
  *check(page, graph) {
    yield* repeated(page, graph, "verwant", keys);
    if (keys.includes("ookBij")) yield* repeated(page, graph, "ookBij", ["thema"]);
  },
});

function* repeated(page: Page, graph: ContentGraph, relation: string, others: readonly string[]): Iterable<RuleFault> {
  const told = new Map(others.flatMap((other) => graph.related(page, other).map((related) => [related.page.id, other] as const)));
  for (const [index, { page: { id } }] of graph.related(page, relation).entries()) {
    const other = told.get(id);
    if (other !== undefined) yield { path: [relation, index], expected: `een pagina die nog niet onder ${other} staat`, got: id };
  }
}

/** For the pages of every kind, sources excepted. */
export const everyPage: readonly PageRule[] = [ownTitle];
