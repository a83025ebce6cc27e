/** As much of Turtle as this site writes, read by its grammar (W3C, RDF 1.1 Turtle) and by nothing of ours. */

/** `<subject> <predicate> value`, addresses whole, in the order of the file. */
export type Triple = readonly [subject: string, predicate: string, value: string];

const TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
const TOKEN = /\s*(?:(@prefix)|(<[^\x00-\x20<>"{}|^`\\]*>)|("(?:[^\x22\x5c\x0a\x0d]|\\[tbnrf"'\\]|\\u[0-9A-Fa-f]{4})*"(?:@[a-zA-Z]+(?:-[a-zA-Z0-9]+)*)?)|([a-z]+:[A-Za-z]*|a)|([.;,]))/y;

/** @throws Error where the text is no Turtle of this form. */
export function readTurtle(text: string): readonly Triple[] {
  const tokens = tokensOf(text);
  const prefixes = new Map<string, string>();
  const triples: Triple[] = [];
  const next = (): string => tokens.shift() ?? "";
  const whole = (name: string): string => {
    if (name === "a") return TYPE;
    if (name.startsWith("<")) return name.slice(1, -1);
    const [prefix = "", local = ""] = name.split(":");
    const address = prefixes.get(prefix);
    if (address === undefined) throw new Error(`prefix ${prefix} is not known`);
    return address + local;
  };
  while (tokens.length > 0) {
    const subject = next();
    if (subject === "@prefix") prefixes.set(next().replace(":", ""), whole(next()));
    if (subject === "@prefix") expect(next(), ".");
    else readThing(whole(subject), next, whole, triples);
  }
  return triples;
}

function readThing(subject: string, next: () => string, whole: (name: string) => string, triples: Triple[]): void {
  for (let end = ";"; end === ";";) {
    const predicate = whole(next());
    for (end = ","; end === ",";) {
      const value = next();
      triples.push([subject, predicate, value.startsWith('"') ? plain(value) : whole(value)]);
      end = next();
    }
    if (end !== ";") expect(end, ".");
  }
}

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
    tokens.push(match.slice(1).find((part) => part !== undefined) ?? "");
    if (/^\s*$/.test(text.slice(TOKEN.lastIndex))) return tokens;
  }
  throw new Error(`no Turtle after ${tokens.slice(-3).join(" ")}`);
}

/** `"Tekst"@nl` -> `Tekst@nl`, escapes resolved; these are those of JSON. */
function plain(literal: string): string {
  const end = literal.lastIndexOf('"');
  return `${String(JSON.parse(literal.slice(0, end + 1)))}${literal.slice(end + 1)}`;
}

function expect(got: string, wanted: string): void {
  if (got !== wanted) throw new Error(`expected "${wanted}", got "${got}"`);
}
