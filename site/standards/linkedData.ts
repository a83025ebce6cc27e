/**
 * Statements of linked data, and the two ways in which they are written: Turtle and JSON-LD.
 *
 * One list of statements, so that both files say the same.
 */

/** A thing by its address, a text in a language, or a plain text. */
export type Value =
  | { readonly iri: string }
  | { readonly text: string; readonly language: string }
  | { readonly plain: string };

export interface Statement {
  readonly subject: string;
  /** With a prefix: `skos:prefLabel`; `a` for the type of a thing. */
  readonly predicate: string;
  readonly value: Value | { readonly type: string };
}

/** By the prefix: the address that it stands for. */
export type Prefixes = Readonly<Record<string, string>>;

export function turtle(prefixes: Prefixes, statements: readonly Statement[]): string {
  const head = Object.entries(prefixes).map(([prefix, address]) => `@prefix ${prefix}: ${iri(address)} .`);
  const things = [...bySubject(statements)].map(([subject, said]) => {
    const lines = [...grouped(said, ({ predicate }) => predicate)].map(([predicate, all]) => (
      `  ${predicate} ${all.map(({ value }) => turtleValue(value)).join(",\n    ")}`
    ));
    return `${iri(subject)}\n${lines.join(" ;\n")} .`;
  });
  return `${[head.join("\n"), ...things].join("\n\n")}\n`;
}

export function jsonLd(prefixes: Prefixes, statements: readonly Statement[]): string {
  const things = [...bySubject(statements)].map(([subject, said]) => ({
    "@id": safeAddress(subject),
    ...Object.fromEntries([...grouped(said, ({ predicate }) => predicate)].map(([predicate, all]) => (
      [predicate === "a" ? "@type" : predicate, all.map(({ value }) => jsonValue(value))]
    ))),
  }));
  return `${JSON.stringify({ "@context": prefixes, "@graph": things }, null, 2)}\n`;
}

function bySubject(statements: readonly Statement[]): ReadonlyMap<string, readonly Statement[]> {
  return grouped(statements, ({ subject }) => subject);
}

/** In the order in which each key comes first. */
function grouped(statements: readonly Statement[], keyOf: (statement: Statement) => string): ReadonlyMap<string, readonly Statement[]> {
  const groups = new Map<string, Statement[]>();
  for (const statement of statements) {
    const key = keyOf(statement);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [statement]);
    else group.push(statement);
  }
  return groups;
}

function turtleValue(value: Statement["value"]): string {
  if ("type" in value) return value.type;
  if ("iri" in value) return iri(value.iri);
  return "plain" in value ? quoted(value.plain) : `${quoted(value.text)}@${value.language}`;
}

function jsonValue(value: Statement["value"]): unknown {
  if ("type" in value) return value.type;
  if ("iri" in value) return { "@id": safeAddress(value.iri) };
  return "plain" in value ? value.plain : { "@value": value.text, "@language": value.language };
}

const iri = (address: string): string => `<${safeAddress(address)}>`;

/** What may not stand in an IRIREF (Turtle, section 6.4), not even escaped, becomes its percent code. */
function safeAddress(address: string): string {
  return address.replace(/[\u0000-\u0020<>"{}|^`\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`);
}

const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** A short literal of Turtle, section 6.4: quotes, backslashes and controls escaped. */
function quoted(text: string): string {
  const escape = (sign: string): string => ESCAPES[sign] ?? `\\u${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
  return `"${text.replace(/["\\\u0000-\u001f\u007f]/g, escape)}"`;
}
