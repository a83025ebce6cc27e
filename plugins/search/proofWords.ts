/** What the search proof says, in the languages of editors. */
const en = {
  wanted: "expected",
  got: "got",
  nothing: "nothing",
  yaml: "a file of YAML",
  list: "a list with an entry for each question",
  entry: "an entry with question, finds and perhaps within",
  keys: "question, finds or within",
  question: "the question as a text",
  finds: "finds: the address of a page, from the first slash",
  within: "within: a whole number from 1 to 50",
  expected: (url: string, question: string, within: number): string =>
    `${url} ${within === 1 ? "first" : `among the first ${within}`} for "${question}"`,
  rank: (rank: number, before: string): string => `place ${rank}, after ${before}`,
  notFound: (before: string): string => (before === "" ? "no page at all" : `other pages: ${before}`),
  remedy: (terms: string): string =>
    `Searched for: ${terms || "nothing that the site knows"}. Use the reader's words in the title or the search words of the page, or change the proof.`,
  summary: (count: number): string => `${count} ${count === 1 ? "question leads" : "questions lead"} elsewhere`,
};

export type ProofWords = typeof en;

const nl: ProofWords = {
  wanted: "verwacht",
  got: "kreeg",
  nothing: "niets",
  yaml: "een bestand in YAML",
  list: "een lijst met een regel voor elke vraag",
  entry: "een regel met vraag, vindt en eventueel binnen",
  keys: "vraag, vindt of binnen",
  question: "de vraag als tekst",
  finds: "vindt: het adres van een pagina, vanaf de eerste schuine streep",
  within: "binnen: een heel getal van 1 tot en met 50",
  expected: (url, question, within) => `${url} ${within === 1 ? "als eerste" : `bij de eerste ${within}`} voor "${question}"`,
  rank: (rank, before) => `plaats ${rank}, na ${before}`,
  notFound: (before) => (before === "" ? "geen enkele pagina" : `andere pagina's: ${before}`),
  remedy: (terms) => `Gezocht op: ${terms || "niets dat de site kent"}. Gebruik de woorden van de lezer in de titel of de zoekwoorden, of verander de proef.`,
  summary: (count) => `${count} ${count === 1 ? "vraag leidt" : "vragen leiden"} ergens anders heen`,
};

export const proofWords = { en, nl } as const;
