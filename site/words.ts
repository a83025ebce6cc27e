/** The Dutch words of the interface, in one table: what a page says by itself stands in its Markdown. */

export const words = {
  skipToContent: "Naar de inhoud",
  home: "Home",
  mainMenu: "Hoofdmenu",
  trail: "Kruimelpad",
  draft: "Concept: deze pagina is nog niet gepubliceerd.",

  search: "Zoeken",
  searchLabel: "Zoek op deze site",
  searchInvitation: "Waar ben je naar op zoek?",
  searchExample: "Bijv. zonnepanelen",
  register: "Register van A tot Z",
  registerIntro: "Alle pagina’s en begrippen van deze site op alfabet.",
  letters: "Letters",

  map: "Routekaart",
  mapTitle: "Routekaart van thema’s en transities",
  mapIntro: "Elk thema is een knooppunt. Elke transitie is een lijn langs die knooppunten.",
  mapAsList: "De lijnen en hun haltes",
  legend: "Zo lees je de kaart",
  node: "Knooppunt",
  stopsAt: "stopt bij",

  lines: "Lijnen die hier stoppen",
  transitionsOf: "Bij welke transities hoort dit?",
  stops: "De haltes van deze lijn",
  from: "Van",
  to: "Naar",
  phase: "In welke fase?",
  estimate: "Inschatting",
  estimateBy: "inschatting van de redactie",
  goals: "Doelen",
  asOf: "stand",
  source: "bron",

  related: "Lees ook",
  terms: "Begrippen bij deze pagina",
  sources: "Bronnen van deze pagina",
  onward: "Verder",
  checked: "Gecontroleerd op",
  series: "In deze reeks",

  alsoCalled: "Ook wel:",
  abbreviation: "Afkorting:",
  see: "Zie",
  usedOn: "Gebruikt op:",
  consulted: "geraadpleegd op",
  nothingYet: "Hier staat nog niets.",

  independentTitle: "Onafhankelijk",
  independent: "Deze site is onafhankelijk. Het is geen website van de overheid.",
  licenceBefore: "Je mag de teksten gebruiken als je de bron noemt:",
  licence: "CC BY 4.0",
  licenceUrl: "https://creativecommons.org/licenses/by/4.0/deed.nl",
  contact: "Contact",
  footMenu: "Meer op deze site",
} as const;

/** What a page is, above its title; a kind that is missing here shows nothing. */
export const kindWords: Readonly<Record<string, string>> = {
  thema: "Thema",
  onderwerp: "Onderwerp",
  transitie: "Transitie",
  uitleg: "Uitleg",
  instrument: "Instrument",
  tafel: "Participatietafel",
  actor: "Wie doet mee",
  voorbeeld: "Voorbeeld",
  organisatie: "Organisatie",
  begrip: "Begrip",
  overzicht: "Overzicht",
};

export const groupWords = {
  inhoudelijk: "Waar het over gaat",
  verbindend: "Wat alles verbindt",
} as const;

/** Each role with its name, and with what it means for the theme that has it. */
export const roleWords = {
  hoofd: { name: "hoofdrol", stop: "Volle halte", meaning: "het thema heeft de hoofdrol" },
  raakt: { name: "raakt aan", stop: "Open halte", meaning: "het raakt eraan" },
  ondersteunt: { name: "ondersteunt", stop: "Streepje", meaning: "het ondersteunt" },
} as const;

export const phaseWords = {
  voorontwikkeling: "Voorontwikkeling",
  start: "Start",
  versnelling: "Versnelling",
  stabilisatie: "Stabilisatie",
} as const;

export const natureWords: Readonly<Record<string, string>> = {
  officieel: "officieel",
  programma: "programma",
  wetenschap: "wetenschap",
  nieuws: "nieuws",
  branche: "branche",
  overig: "overig",
};
