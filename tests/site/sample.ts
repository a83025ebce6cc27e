/** A small site in memory, through the real readers: every kind, every template, and any title one likes. */
import type { Graph } from "../../site/_includes/data.ts";
import { kinds } from "../../site/kinds.ts";
import type { SourceFile } from "../../src/content/entries.ts";
import { markdownParser } from "../../src/content/markdown/parse.ts";
import { messagesIn } from "../../src/content/messages.ts";
import { schemasOf } from "../../src/content/options.ts";
import { readSite } from "../../src/content/site.ts";

export interface SamplePage {
  readonly url: string;
  readonly title: string;
  readonly layout: string;
  readonly html: string;
}

type Layout = (data: unknown) => string;

const TEMPLATES = { home: "/", bronnen: "", begrippen: "", zoeken: "", tekst: "", "niet-gevonden": "/404.html" };

/**
 * Renders a page of every kind and template.
 *
 * @param text - Stands wherever a writer may write a line: titles, sentences, reasons, names.
 */
export async function renderSample(text: string, prefix = ""): Promise<readonly SamplePage[]> {
  const href = (url: string): string => prefix + url;
  const { graph, rendered, problems } = readSite(sources(text), context(href));
  if (problems.length > 0) throw new Error(JSON.stringify(problems, null, 2));
  return Promise.all([...rendered.values()].map(async ({ page, layout, render }) => {
    const module = await import(new URL(`../../site/_includes/${layout}`, import.meta.url).href) as { readonly default: Layout };
    const html = module.default({ content: render(), wegwijzer: { page, graph, href } });
    return { url: page.url, title: page.title, layout, html };
  }));
}

/** The graph alone, for what is drawn from it. */
export function sampleGraph(): Graph {
  const { graph } = readSite(sources("Gewoon"), context((url) => url));
  // The sample has the kinds of the site, which its type cannot say.
  return graph as Graph;
}

function context(href: (url: string) => string): Parameters<typeof readSite>[1] {
  const citedKind = kinds.find(({ name }) => name === "bron");
  return {
    kinds,
    schemaOf: schemasOf(kinds),
    m: messagesIn("nl"),
    md: markdownParser(true),
    ...(citedKind === undefined ? {} : { citedKind }),
    publish: true,
    assets: new Map(),
    addresses: new Set(),
    href,
  };
}

function sources(text: string): readonly SourceFile[] {
  return [
    theme("energie", 3, text, [["energietransitie", "hoofd"], ["eiwittransitie", "raakt"], ["circulair", "ondersteunt"]]),
    theme("voedsel", 4, text, [["eiwittransitie", "hoofd"]]),
    theme("kringloop", 2, text, [["circulair", "hoofd"], ["energietransitie", "ondersteunt"]]),
    transition("energietransitie", 1, text),
    transition("eiwittransitie", 2, text),
    transition("circulair", 3, text),
    markdown("uitleg/samen", text, { begrippen: ["coalitie"], zoekwoorden: words, verwant: ["thema:energie", "begrip:coalitie"] }),
    ...Object.entries(TEMPLATES).map(([sjabloon, permalink]) =>
      markdown(`paginas/${sjabloon}`, text, { sjabloon, ...(permalink === "" ? {} : { permalink }) })),
    markdown("overzichten/themas", text, { van: "thema" }),
    markdown("overzichten/transities", text, { van: "transitie" }),
    markdown("overzichten/uitleg", text, { van: "uitleg" }),
    list("bronnen.yaml", "nota", { titel: text, uitgever: text, url: "https://voorbeeld.nl/?a=1&b=2", datum: "2025-10", geraadpleegd: "2026-11-23", aard: "officieel" }),
    list("begrippen.yaml", "coalitie", { titel: text, kort: text, synoniemen: [text], afkorting: text, zie: "thema:energie" }),
  ];
}

const words = ["warmte", "stroom", "gas"];

function theme(name: string, volgorde: number, text: string, roles: readonly (readonly [transition: string, role: string])[]): SourceFile {
  const transities = roles.map(([transitie, rol]) => ({ transitie, rol, reden: text }));
  return markdown(`themas/${name}`, text, { groep: "inhoudelijk", volgorde, transities, zoekwoorden: words, verwant: ["uitleg:samen"] });
}

function transition(name: string, volgorde: number, text: string): SourceFile {
  const faseInschatting = { fase: "versnelling", stand: "2026-11", reden: text };
  const doelen = [{ tekst: text, jaar: 2030, bron: "nota", stand: "2025-10" }];
  return markdown(`transities/${name}`, text, { volgorde, van: text, naar: text, faseInschatting, doelen, zoekwoorden: words });
}

/** JSON is YAML, and quotes what needs it. */
function markdown(path: string, text: string, data: object): SourceFile {
  const samenvatting = `${text} Een samenvatting van zestig tekens is minstens zo lang als deze zin.`;
  const front = JSON.stringify({ titel: text, samenvatting, gecontroleerd: "2026-11-23", ...data });
  return { path: `${path}.md`, file: `site/${path}.md`, text: `---\n${front}\n---\nEen zin. [@nota, stand 2025-10]\n\n## Wat kun je doen?\n\n- Iets.\n` };
}

function list(path: string, key: string, entry: object): SourceFile {
  return { path, file: `site/${path}`, text: JSON.stringify({ [key]: entry }) };
}
