/**
 * Takes out of Lunr's source what a visitor never runs.
 *
 * Lunr is one file: statements `lunr.Vector.prototype.dot = …`, each at the beginning of a line. The
 * browser lets Lunr rank, and needs for that a quarter of them; the builder, the parser of its query
 * language and the pipeline stay at home. What is kept is Lunr's own text, letter by letter.
 */

/** Statements that are kept, by the name that they give a value to. */
export type LunrParts = readonly string[];

/** The version whose statements the tables below name. */
const version = "2.3.9";

/** To ask a `lunr.Index` by `query()`, with terms as they are. */
export const rankingParts: LunrParts = [
  "FieldRef", "FieldRef.joiner", "FieldRef.fromString", "FieldRef.prototype.toString",
  "Set", "Set.complete", "Set.empty", "Set.prototype.contains", "Set.prototype.intersect", "Set.prototype.union",
  "Pipeline",
  "Vector", "Vector.prototype.positionForIndex", "Vector.prototype.upsert", "Vector.prototype.magnitude",
  "Vector.prototype.dot", "Vector.prototype.similarity",
  "TokenSet", "TokenSet._nextId", "TokenSet.fromClause", "TokenSet.fromString", "TokenSet.prototype.toArray",
  "Index", "Index.prototype.query",
  "MatchData", "MatchData.prototype.combine", "MatchData.prototype.add",
  "Query", "Query.wildcard", "Query.wildcard.NONE", "Query.wildcard.LEADING", "Query.wildcard.TRAILING", "Query.presence", "Query.prototype.clause", "Query.prototype.isNegated",
];

/** What the modules of lunr-languages add themselves to. */
export const languageParts: LunrParts = [
  "Token", "Token.prototype.toString", "Token.prototype.update",
  "Pipeline", "Pipeline.registeredFunctions", "Pipeline.registerFunction", "generateStopWordFilter",
];

/** Lunr's own language. */
export const englishParts: LunrParts = [...languageParts, "stemmer", "stopWordFilter"];

/**
 * A module whose default export is `lunr` with these parts and no others.
 *
 * @param source - The text of `lunr.js`.
 * @throws Error when the file has no such statement, or is of another version.
 */
export function lunrWith(parts: LunrParts, source: string): string {
  const statements = statementsOf(source);
  if (statements.get("version") !== `lunr.version = "${version}"\n`) throw new Error(`search: expected lunr ${version}; look which of its statements are needed now and mend lunrParts.ts`);
  const kept = parts.map((name) => {
    const statement = statements.get(name);
    if (statement === undefined) throw new Error(`search: expected a statement "lunr.${name} =" in lunr ${version}, found none; mend lunrParts.ts`);
    return statement;
  });
  return `/*! lunr ${version}, (C) 2020 Oliver Nightingale, MIT */\nvar lunr = {};\n${kept.join("")}export default lunr;\n`;
}

/** The statements by name; each ends where the next, a comment or the export begins. */
function statementsOf(source: string): ReadonlyMap<string, string> {
  const pieces = source.split(/^(?=lunr\.|\/\*[*!]| {2}\/\*\*\n {3}\* export)/m);
  return new Map(pieces.flatMap((piece) => {
    const name = /^lunr\.([\w.]+) = /.exec(piece)?.[1];
    return name === undefined ? [] : [[name, piece] as const];
  }));
}
