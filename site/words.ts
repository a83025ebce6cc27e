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
  searchExample: "Bijv. isoleren",
  register: "Register van A tot Z",
  registerIntro: "Alle pagina’s en begrippen van deze site op alfabet.",
  letters: "Letters",

  map: "Routekaart",
  mapTitle: "Routekaart van thema’s en transities",
  mapIntro: "Stap op waar je wilt. Elk genummerd punt is een thema, elke lijn een transitie: een grote verandering die jaren duurt. Waar een lijn stopt, hebben die twee met elkaar te maken.",
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
  terms: "Begrippen op deze pagina",
  sources: "Bronnen van deze pagina",
  onward: "Verder",
  checked: "Gecontroleerd op",
  series: "In deze reeks",
  previous: "Vorige",
  next: "Volgende",
  contents: "Op deze pagina",

  particulars: "In het kort",
  theme: "Thema",
  alsoWith: "Ook bij",
  transitions: "Hoort bij",
  whoTakesPart: "Wie doet mee",
  agreement: "De afspraak",
  since: "Sinds",
  until: "Tot",
  status: "Stand van zaken",
  examples: "Voorbeelden",
  topics: "Onderwerpen",
  topicsElsewhere: "Ook van belang",
  tables: "Participatietafel",
  instruments: "Instrumenten",
  instrumentsOfExamples: "Zo pakten anderen het aan",
  recommended: "Begin hier",
  working: "Samenwerken",
  transitionScience: "Hoe een transitie werkt",
  withThem: "Zij doen met iedereen mee",
  theOs: "De 4 O’s",

  whoAreYou: "Wie ben jij?",
  whoAreYouIntro: "Kies je rol en zie wat je kunt doen.",
  youCanDo: "Dit kun je doen",

  phases: "Past bij fase",
  group: "Groep",
  duration: "Duur",
  sort: "Soort",
  partOf: "Onderdeel van",
  parts: "Onderdelen",
  steps: "Zo doe je het",
  pitfalls: "Valkuilen",
  people: "mensen",
  atLeast: "vanaf",

  periods: "Namen en jaren",
  periodsOf: "Tijdlijn van de tafels",
  periodsIntro: "Elke balk is een naam van een tafel, met de jaren die een bron noemt. Een gestippeld stuk is onzeker.",
  periodsAsList: "De tijdlijn in woorden",
  uncertain: "onzeker",
  unknownStart: "begin onbekend",
  unknownEnd: "einde onbekend",
  unknownYears: "jaren onbekend",
  subtables: "Werkgroepen",

  place: "Plaats",
  figures: "In cijfers",
  organisations: "Organisaties",
  formerNames: "Vroeger",
  succeeds: "Opvolger van",
  successors: "Opgevolgd door",
  runBy: "Uitgevoerd door",
  runs: "Voert uit",
  website: "Website",
  definition: "In één zin",
  termUsedOn: "Waar kom je dit tegen?",

  matrix: "Welk instrument past bij welke fase?",
  matrixIntro: "Een stip betekent: dit instrument past bij die fase. Het is een inschatting van de redactie.",
  matrixFilter: "Toon instrumenten voor",
  everybody: "Iedereen",
  fits: "past",
  fitsNot: "past niet",
  instrument: "Instrument",
  emptyPhase: (phase: string) =>
    `Bij ${phase} staat geen stip. Is het nieuwe eenmaal gewoon, dan doen vaste regels, afspraken en opleidingen het werk. Deze instrumenten horen bij de weg ernaartoe.`,
  inWords: "De tekening in woorden",

  alsoCalled: "Ook wel:",
  abbreviation: "Afkorting:",
  see: "Zie",
  usedOn: "Gebruikt op:",
  consulted: "geraadpleegd op",
  allSources: "Alle bronnen",
  nothingYet: "Hier staat nog niets.",

  independentTitle: "Onafhankelijk",
  independent: "Dit is geen website van de overheid, en ook niet van een programma of een bedrijf.",
  licenceBefore: "Je mag de teksten gebruiken als je de bron noemt:",
  licence: "CC BY 4.0",
  licenceUrl: "https://creativecommons.org/licenses/by/4.0/deed.nl",
  contact: "Contact",
  lastChecked: "Wanneer keken we een pagina na?",
  lastCheckedIntro: "Nakijken betekent: kloppen de feiten nog met de bronnen?",
  footMenu: "Meer op deze site",

  shareImage: "Een routekaart: lijnen langs genummerde knooppunten.",
  feedTitle: (site: string) => `Wat is er veranderd op ${site}?`,
  glossaryTitle: (site: string) => `Begrippen van ${site}`,
  glossaryAsData: "De begrippenlijst als open data (SKOS):",
  markdownCopy: "Deze pagina als Markdown",
  offlineNeedsScript: "Om te laten zien wat er op je apparaat staat, heeft deze pagina JavaScript nodig. Zet het aan in je browser, of lees de site gewoon met verbinding.",
  keep: "Neem dit thema mee",
  keepIntro: "Bewaar dit thema op je apparaat, met alles wat eraan hangt. Dan lees je het ook zonder verbinding.",
  keepMore: "Zo werkt bewaren",
  feedEntry: "Volg de wijzigingen",
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

export const instrumentWords = {
  leervorm: "Samen leren",
  werkvorm: "Samen bedenken",
  onderzoeksvorm: "Samen onderzoeken",
  besluitvorm: "Samen beslissen",
} as const;

export const organisationWords = {
  programma: "programma",
  overheid: "overheid",
  adviesraad: "adviesraad",
  kennisinstelling: "kennisinstelling",
  cooperatie: "coöperatie",
  instelling: "instelling",
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
