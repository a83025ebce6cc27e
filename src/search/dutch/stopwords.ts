/**
 * Dutch words that carry no topic: left out of a question as long as something else is left of it.
 */

/** Lower case and folded, as `normalise.ts` gives them. */
export const stopWords: ReadonlySet<string> = new Set(
  ("aan al alle alleen als altijd andere anders ben bent bij bijna bijvoorbeeld binnen boven daar daarbij daarmee daarna daarom daarvan dan dat de deze die dit doch " +
  "doen doet door dus echter een eerst elk elke en er ergens erg etc even gaan gaat ge geen geweest gewoon haar had hadden heb hebben hebt heeft hem hen het hier hij hun " +
  "iedere ieder iemand iets ik in is ja je jij jou jouw jullie kan kon konden kun kunnen kunt maar me meer mee meest men met mij mijn minder misschien moest moet moeten mogen mag na naar " +
  "naast namens nee niet niets nog nogal nou nu of om omdat ondanks onder ongeveer ons onze ook op over per reeds samen sinds slechts soms steeds te tegen tijdens " +
  "toch toen tot tussen u uit uw van vanaf vanuit veel verder via volgens voor vooral want waren was weer weinig wel werd werden wij we wegens wil willen wilt word worden wordt " +
  "ze zeer zelf zich zichzelf zij zijn zo zoals zodat zonder zou zouden zowel zullen zult zal").split(" "),
);

/** Words that ask: as little of a topic, but they show that a question was put. */
export const questionWords: ReadonlySet<string> = new Set(
  "hoe hoeveel hoelang hoezo waar waaraan waarbij waardoor waarin waarmee waarom waarop waarover waarvan waarvoor wanneer wat welk welke wie wiens".split(" "),
);
