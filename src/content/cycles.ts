/** Relations that may never lead back to where they began. */
import type { Problem } from "../problem.ts";
import type { Entry } from "./entries.ts";
import { append } from "./grouping.ts";
import type { Messages } from "./messages.ts";
import type { Relation } from "./references.ts";

/** One problem for each relation that closes a circle, at the reference that closes it. */
export function cyclesIn(relations: readonly Relation[], m: Messages): Problem[] {
  const acyclic = relations.filter(({ rule }) => rule.acyclic === true);
  const names = [...new Set(acyclic.map(({ from, name }) => `${from.kind.name} ${name}`))];
  return names.flatMap((key) => cyclesOf(acyclic.filter(({ from, name }) => `${from.kind.name} ${name}` === key), m));
}

function cyclesOf(relations: readonly Relation[], m: Messages): Problem[] {
  const next = new Map<Entry, Relation[]>();
  for (const relation of relations) append(next, relation.from, relation);
  const done = new Set<Entry>();
  return [...next.keys()].flatMap((entry) => closingRelations(entry, next, done).map((path) => problemOf(path, m)));
}

/**
 * Walks depth first, with a stack of its own: a chain may be longer than the stack of the language.
 *
 * @returns for each circle its relations, the closing one last.
 */
function closingRelations(start: Entry, next: ReadonlyMap<Entry, readonly Relation[]>, done: Set<Entry>): Relation[][] {
  const found: Relation[][] = [];
  const path: Relation[] = [];
  const pending: (readonly Relation[])[] = [next.get(start) ?? []];
  const onPath = [start];
  while (pending.length > 0) {
    const [relation, ...rest] = pending.at(-1) ?? [];
    if (relation === undefined) {
      pending.pop();
      path.pop();
      const left = onPath.pop();
      if (left !== undefined) done.add(left);
      continue;
    }
    pending[pending.length - 1] = rest;
    const at = onPath.indexOf(relation.to);
    if (at !== -1) found.push([...path.slice(at), relation]);
    else if (!done.has(relation.to)) {
      path.push(relation);
      onPath.push(relation.to);
      pending.push(next.get(relation.to) ?? []);
    }
  }
  return found;
}

function problemOf(circle: readonly Relation[], m: Messages): Problem {
  const closing = circle.at(-1);
  if (closing === undefined) throw new RangeError("content: a circle has at least one relation");
  const { from, to, path } = closing;
  const place = from.written?.placeOf([...from.at, ...path]) ?? { file: from.file, line: 1, column: 1 };
  const round = [...circle.map((relation) => relation.from.name), to.name].join(" → ");
  return { ...place, rule: "cycle", level: "error", expected: m.noCycle, got: to.name, remedy: m.removeFromCycle(round) };
}
