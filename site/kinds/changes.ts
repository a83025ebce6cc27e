/** What changed on this site: a line by hand for each change that readers should know of. */
import { date, defineKind, z } from "../../plugins/content/index.ts";
import type { PageRule } from "../../plugins/content/index.ts";
import { reference } from "./shapes.ts";

const sentence = z.string().min(20).max(200).regex(/[.?!]$/, "een zin die eindigt met een punt");

/** Whoever changes a page has also looked whether the rest of it is still right. */
const checkedSince: PageRule = {
  name: "checked-since-change",
  level: "warning",
  *check(page, graph) {
    const { datum } = page.data as { readonly datum: string };
    for (const { page: changed } of graph.related(page, "pagina")) {
      const { gecontroleerd } = changed.data as { readonly gecontroleerd?: string };
      if (gecontroleerd === undefined || gecontroleerd >= datum) continue;
      yield { path: ["datum"], expected: `een datum tot en met ${gecontroleerd}, toen ${changed.file} is nagekeken`, got: datum, remedy: "Kijk de pagina na en zet de dag bij gecontroleerd." };
    }
  },
};

export const wijziging = defineKind({
  name: "wijziging",
  folder: "wijzigingen.yaml",
  titleKey: "zin",
  schema: z.object({ zin: sentence, datum: date, pagina: reference }),
  relations: { pagina: { to: "*", inverse: "wijzigingen" } },
  address: ({ slug }) => `/wijzigingen/#${slug}`,
  rules: [checkedSince],
});
