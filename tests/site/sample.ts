/** A small site in memory, through the real readers: every kind, every template, and any title one likes. */
import type { Graph } from "../../site/_includes/data.ts";
import { kinds as siteKinds } from "../../site/kinds.ts";
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

/** Without their rules: here all pages have one title, and there are fewer than on the site. */
const kinds = siteKinds.map((kind) => ({ ...kind, rules: [] }));

const TEMPLATES = { home: "/", bronnen: "", begrippen: "", zoeken: "", tekst: "", tips: "", wijzigingen: "", "niet-gevonden": "/404.html" };

const LISTED = ["thema", "transitie", "uitleg", "onderwerp", "instrument", "tafel", "actor", "voorbeeld", "organisatie"];

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
export function sampleGraph(text = "Gewoon"): Graph {
  const { graph } = readSite(sources(text), context((url) => url));
  // The sample has the kinds of the site, which its type cannot say.
  return graph as Graph;
}

function context(href: (url: string) => string): Parameters<typeof readSite>[1] {
  const citedKind = kinds.find(({ name }) => name === "bron");
  return {
    kinds,
    schemaOf: schemasOf(kinds),
    m: messagesIn("nl"),
    md: markdownParser(true, true),
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
    markdown("uitleg/samen", text, { volgorde: 1, begrippen: ["coalitie"], zoekwoorden: words, verwant: ["thema:energie", "begrip:coalitie"] }),
    markdown("uitleg/verder", text, { zoekwoorden: words }),
    ...Object.entries(TEMPLATES).map(([sjabloon, permalink]) =>
      markdown(`paginas/${sjabloon}`, text, { sjabloon, ...(permalink === "" ? {} : { permalink }) })),
    ...practice(text),
    ...LISTED.map((van) => markdown(`overzichten/alle-${van}`, text, { van })),
    list("bronnen.yaml", "nota", { titel: text, uitgever: text, url: "https://voorbeeld.nl/?a=1&b=2", datum: "2025-10", geraadpleegd: "2026-11-23", aard: "officieel" }),
    list("begrippen.yaml", "coalitie", { titel: text, kort: text, synoniemen: [text], afkorting: text, zie: "thema:energie" }),
    list("wijzigingen.yaml", "nieuw", { zin: `${text} is nu te lezen op deze site.`, datum: "2026-11-23", pagina: "thema:energie" }),
  ];
}

const words = ["warmte", "stroom", "gas"];

/** Who does what, how and where: one page of each kind, with all that a writer may say about it. */
function practice(text: string): readonly SourceFile[] {
  const [found, actors] = [{ zoekwoorden: words }, { actoren: ["inwoners"] }];
  const advised = ["thema:energie", "instrument:kring", "voorbeeld:dak"];
  return [
    markdown("onderwerpen/warmte", text, { ...found, ...actors, thema: "energie", ookBij: ["voedsel"], transities: ["circulair"], afspraak: { naam: text, sinds: "2019-06", tot: "2030", status: text } }),
    markdown("wie-doet-mee/inwoners", text, { ...found, isO: false, volgorde: 1, ookGenoemd: [text], aanbevolen: advised }),
    markdown("wie-doet-mee/overheden", text, { ...found, isO: true, volgorde: 2, aanbevolen: advised }),
    markdown("instrumenten/kring", text, { ...found, ...actors, soortInstrument: "leervorm", fasen: ["start"], groepsgrootte: { min: 8, max: 15 }, duur: text, stappen: [text, text, text], valkuilen: [text] }),
    markdown("instrumenten/ronde", text, { ...found, ...actors, soortInstrument: "werkvorm", fasen: ["start", "versnelling"], groepsgrootte: { min: 10 }, stappen: [text, text, text], onderdeelVan: "kring" }),
    markdown("participatietafels/energie", text, { ...found, thema: "energie", ookGenoemd: [text], subtafels: [text], periodes: periods(text) }),
    markdown("voorbeelden/dak", text, { ...found, ...actors, plaats: text, sinds: "2019", themas: ["energie"], transities: ["circulair"], instrumenten: ["ronde"], tafels: ["energie"], organisaties: ["bureau"], cijfers: [{ naam: text, waarde: text, stand: "2023", bron: "nota" }] }),
    markdown("organisaties/bureau", text, { ...found, soortOrganisatie: "programma", vroegereNamen: [{ naam: text, tot: "2014" }], opvolgerVan: "dienst", website: "https://voorbeeld.nl/" }),
    markdown("organisaties/dienst", text, { ...found, soortOrganisatie: "overheid", uitgevoerdDoor: "bureau" }),
    markdown("begrippen/niche", text, { ...found, kort: text, synoniemen: [text], zie: "uitleg:samen" }),
  ];
}

/** Known, begun, ended, and with no year at all. */
function periods(naam: string): readonly object[] {
  const source = { naam, bron: "nota" };
  return [
    { ...source, van: "2013", tot: "2016-06", zeker: true },
    { ...source, van: "2018-09", zeker: false },
    { ...source, tot: "2015", zeker: false },
    { ...source, zeker: false },
  ];
}

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
