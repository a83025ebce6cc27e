/**
 * The glossary as a SKOS concept scheme, by the Dutch profile NL-SBB 1.0 (Geonovum).
 *
 * The profile asks of each concept a preferred label, a definition and a scheme; of the scheme a
 * title; and that no label is both preferred and alternative. Our glossary has no broader terms, so
 * every concept is a top concept.
 */
import { relatedTo } from "../_includes/data.ts";
import type { Graph, PageOf } from "../_includes/data.ts";
import { byTitle } from "../_includes/reading/alphabet.ts";
import type { Site } from "../site.ts";
import { words } from "../words.ts";
import type { Prefixes, Statement, Value } from "./linkedData.ts";
import type { Whole } from "./where.ts";

export const prefixes: Prefixes = {
  dct: "http://purl.org/dc/terms/",
  foaf: "http://xmlns.com/foaf/0.1/",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  skos: "http://www.w3.org/2004/02/skos/core#",
};

/** The scheme is known by the address of the page with all terms. */
const SCHEME = "/begrippen/";

type Term = PageOf<"begrip">;
type Say = (predicate: string, ...values: readonly Statement["value"][]) => readonly Statement[];

export function glossary(graph: Graph, site: Site, whole: Whole): readonly Statement[] {
  const terms = graph.ofKind("begrip").filter(({ draft }) => !draft).sort(byTitle);
  const sources = new Map(terms.flatMap((term) => sourcesOf(graph, term)).map((source) => [source.id, source]));
  return [
    ...scheme(graph, site, whole),
    ...terms.flatMap((term) => concept(graph, term, site.language, whole)),
    ...[...sources.values()].sort(byTitle).flatMap((source) => sourceDocument(source, site.language, whole)),
  ];
}

/** A term keeps its place in the list of all terms, also when it gets a page of its own. */
export function conceptAddress({ slug }: Term): string {
  return `${SCHEME}#${slug}`;
}

function scheme(graph: Graph, { name, language }: Site, whole: Whole): readonly Statement[] {
  const page = graph.pages.find(({ url }) => url === SCHEME) as PageOf<"pagina"> | undefined;
  const say = saying(whole(SCHEME));
  return [
    ...say("a", { type: "skos:ConceptScheme" }),
    ...say("dct:title", { text: words.glossaryTitle(name), language }),
    ...(page === undefined ? [] : say("rdfs:comment", { text: page.data.samenvatting, language })),
    ...say("dct:license", { iri: words.licenceUrl }),
  ];
}

function concept(graph: Graph, term: Term, language: string, whole: Whole): readonly Statement[] {
  const say = saying(whole(conceptAddress(term)));
  const { kort, samenvatting, zoekwoorden = [] } = term.data;
  const alternative = without(alternativesOf(term), [term.title]);
  const hidden = without(zoekwoorden, [term.title, ...alternative]);
  const inWords = (texts: readonly string[]): readonly Value[] => texts.map((text) => ({ text, language }));
  return [
    ...say("a", { type: "skos:Concept" }),
    ...say("skos:prefLabel", { text: term.title, language }),
    ...say("skos:altLabel", ...inWords(alternative)),
    ...say("skos:hiddenLabel", ...inWords(hidden)),
    ...say("skos:definition", { text: kort, language }),
    ...say("rdfs:comment", ...inWords(samenvatting === undefined ? [] : [samenvatting])),
    ...say("skos:inScheme", { iri: whole(SCHEME) }),
    ...say("skos:topConceptOf", { iri: whole(SCHEME) }),
    ...say("skos:related", ...relatedTerms(graph, term).map((other) => ({ iri: whole(conceptAddress(other)) }))),
    ...say("rdfs:seeAlso", ...pagesAbout(graph, term).map((url) => ({ iri: whole(url) }))),
    ...say("dct:source", ...sourcesOf(graph, term).map((source) => ({ iri: whole(source.url) }))),
  ];
}

function sourceDocument({ url, title, data }: PageOf<"bron">, language: string, whole: Whole): readonly Statement[] {
  const say = saying(whole(url));
  return [
    ...say("a", { type: "foaf:Document" }),
    ...say("dct:title", { text: title, language }),
    ...say("dct:bibliographicCitation", { plain: [data.uitgever, data.datum, title].filter((part) => part !== undefined).join(", ") }),
    ...say("foaf:page", { iri: data.url }),
  ];
}

function saying(subject: string): Say {
  return (predicate, ...values) => values.map((value) => ({ subject, predicate, value }));
}

function alternativesOf({ data: { synoniemen = [], afkorting } }: Term): readonly string[] {
  return [...synoniemen, ...(afkorting === undefined ? [] : [afkorting])];
}

/** Each once, and none of the others. */
function without(labels: readonly string[], others: readonly string[]): readonly string[] {
  return [...new Set(labels)].filter((label) => !others.includes(label));
}

/** Whoever names the other: SKOS relates both ways. */
function relatedTerms(graph: Graph, term: Term): readonly Term[] {
  return graph.ofKind("begrip")
    .filter((other) => other.id !== term.id && !other.draft && (names(graph, term, other) || names(graph, other, term)))
    .sort(byTitle);
}

function names(graph: Graph, from: Term, to: Term): boolean {
  return ["verwant", "zie"].some((relation) => relatedTo(graph, from, relation).some(({ page }) => page.id === to.id));
}

/** A page of its own, and the page that explains it. */
function pagesAbout(graph: Graph, term: Term): readonly string[] {
  const own = term.url.includes("#") ? [] : [term.url];
  const explained = relatedTo(graph, term, "zie").map(({ page }) => page).filter(({ kind, draft }) => kind !== "begrip" && !draft);
  return [...own, ...explained.map(({ url }) => url)];
}

function sourcesOf(graph: Graph, { citations }: Term): readonly PageOf<"bron">[] {
  const cited = new Set(citations.map(({ source }) => source));
  return graph.ofKind("bron").filter(({ id }) => cited.has(id));
}
