/** What must be true of a page among all others, beyond the schema of its kind. */
import type { PageRule } from "../../plugins/content/index.ts";

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

/** A page has all that a page needs, where its kind also has entries of a list, which need less. */
export const wholePage: PageRule = {
  name: "whole-page",
  *check({ url, data }) {
    if (url.includes("#")) return;
    const { samenvatting, zoekwoorden = [], gecontroleerd } = data as { samenvatting?: string; zoekwoorden?: readonly string[]; gecontroleerd?: string };
    const isThere = { samenvatting: samenvatting !== undefined, zoekwoorden: zoekwoorden.length >= 3, gecontroleerd: gecontroleerd !== undefined };
    const missing = Object.entries(isThere).filter(([, there]) => !there).map(([key]) => (key === "zoekwoorden" ? "drie zoekwoorden" : key));
    if (missing.length > 0) yield { expected: `op een eigen pagina ook ${missing.join(", ")}` };
  },
};
