/**
 * YAML 1.2 (core schema) into plain values, each with the place where it was written.
 *
 * The nodes are walked here and not by the parser, so that a key such as `__proto__` is a problem
 * before it is ever assigned, and a value repeated by aliases is counted before it is copied.
 */
import { isAlias, isMap, isScalar, isSeq, parseDocument } from "yaml";
import type { Document, Scalar, YAMLMap, YAMLSeq } from "yaml";
import type { Place, Problem } from "../problem.ts";
import type { Messages } from "./messages.ts";
import { placeAt, startsOfLines } from "./places.ts";
import { problemOfSyntax } from "./yamlFaults.ts";

export type Path = readonly (string | number)[];

/** What an editor wrote, and where. */
export interface Written {
  readonly data: Readonly<Record<string, unknown>>;
  /** Of the value at a path, or of the nearest value around it. */
  placeOf(path: Path): Place;
  /** Of the key at a path. */
  placeOfKey(path: Path): Place;
  /** A number or a yes as it stands in the file: `0123`. */
  sourceOf(path: Path): string | undefined;
}

export interface YamlSource {
  readonly file: string;
  /** The whole file, with line feeds only. */
  readonly text: string;
  /** Offsets of the YAML in it. */
  readonly from: number;
  readonly to: number;
}

export interface YamlResult {
  /** Present when the problems leave something to go on with. */
  readonly written?: Written;
  readonly problems: readonly Problem[];
}

/** Keys that reach the prototype of an object, and those with which Eleventy runs another engine. */
const UNSAFE_KEYS = new Set(["__proto__", "constructor", "prototype", "templateEngineOverride"]);

const MAX_DEPTH = 32;

interface Spot {
  readonly key: number;
  readonly value: number;
  readonly source?: string;
}

interface Walk {
  readonly document: Document.Parsed;
  readonly m: Messages;
  readonly spots: Map<string, Spot>;
  readonly problems: Problem[];
  readonly placeAt: (offset: number) => Place;
  /** Values left before repetition counts as an attack. */
  budget: number;
}

/** Reads a map; never throws. */
export function readYaml(source: YamlSource, m: Messages): YamlResult {
  const starts = startsOfLines(source.text);
  const at = (offset: number): Place => placeAt(source.file, starts, source.from + offset);
  const text = source.text.slice(source.from, source.to);
  const document = parsed(text);
  if (document === undefined) return { problems: [fault(at(0), "yaml-too-complex", m.smallValue, "")] };
  const syntax = problemOfSyntax(document, text, at, m);
  if (syntax.length > 0) return { problems: syntax };
  const walk: Walk = { document, m, spots: new Map(), problems: [], placeAt: at, budget: text.length + 100 };
  const { contents } = document;
  if (contents !== null && !isMap(contents)) {
    return { problems: [fault(at(contents.range[0]), "front-matter-not-a-map", m.map, firstLine(text.trim()))] };
  }
  const data = contents === null ? {} : mapOf(contents, [], walk);
  return { written: writtenOf(data, walk), problems: walk.problems };
}

function parsed(text: string): Document.Parsed | undefined {
  try {
    return parseDocument(text, { version: "1.2", schema: "core", prettyErrors: false, logLevel: "silent" });
  } catch {
    // Brackets nested by the thousand overflow the parser's stack; nothing else is known to throw.
    return undefined;
  }
}

function valueOf(node: unknown, path: Path, walk: Walk): unknown {
  walk.budget -= 1;
  if (walk.budget < 0 || path.length > MAX_DEPTH) return refuseSize(path, walk);
  if (isAlias(node)) return valueOf(node.resolve(walk.document), path, walk);
  if (isMap(node)) return mapOf(node, path, walk);
  if (isSeq(node)) return listOf(node, path, walk);
  return isScalar(node) ? node.value : null;
}

/** Said once: what follows would be the same thousands of times. */
function refuseSize(path: Path, walk: Walk): null {
  const spot = spotAround(walk.spots, path);
  if (walk.budget > -1e6) walk.problems.push(fault(walk.placeAt(spot?.value ?? 0), "yaml-too-complex", walk.m.smallValue, ""));
  walk.budget = -1e6;
  return null;
}

function listOf(node: YAMLSeq, path: Path, walk: Walk): unknown[] {
  const list: unknown[] = [];
  for (const [index, item] of node.items.entries()) {
    if (walk.budget < 0) break;
    const itemPath = [...path, index];
    note(walk, itemPath, offsetOf(item), item);
    list.push(valueOf(item, itemPath, walk));
  }
  return list;
}

function mapOf(node: YAMLMap, path: Path, walk: Walk): Record<string, unknown> {
  const map: Record<string, unknown> = {};
  for (const { key, value } of node.items) {
    if (walk.budget < 0) break;
    const name = nameOf(key, walk);
    if (name === undefined) continue;
    const itemPath = [...path, name];
    note(walk, itemPath, offsetOf(key), value ?? key);
    map[name] = valueOf(value, itemPath, walk);
  }
  return map;
}

/** A key as text, or a problem when it is no plain or no safe key. */
function nameOf(key: unknown, walk: Walk): string | undefined {
  const place = walk.placeAt(offsetOf(key));
  if (!isScalar(key)) {
    walk.problems.push(fault(place, "bad-key", walk.m.plainKey, ""));
    return undefined;
  }
  const name = typeof key.value === "string" ? key.value : (key.source ?? String(key.value ?? ""));
  if (!UNSAFE_KEYS.has(name)) return name;
  walk.problems.push({ ...fault(place, "forbidden-key", walk.m.safeKey, name), remedy: walk.m.safeKeyRemedy });
  return undefined;
}

function note(walk: Walk, path: Path, key: number, value: unknown): void {
  const source = isScalar(value) && typeof value.value !== "string" ? (value as Scalar).source : undefined;
  walk.spots.set(keyOf(path), { key, value: offsetOf(value) || key, ...(source === undefined ? {} : { source }) });
}

function offsetOf(node: unknown): number {
  if (!isScalar(node) && !isMap(node) && !isSeq(node) && !isAlias(node)) return 0;
  return node.range?.[0] ?? 0;
}

function writtenOf(data: Record<string, unknown>, walk: Walk): Written {
  // Without a spot of its own, a thing is where the file begins: the fence, or the first entry.
  const top = { ...walk.placeAt(0), line: 1, column: 1 };
  return {
    data,
    placeOf: (path) => {
      const spot = spotAround(walk.spots, path);
      return spot === undefined ? top : walk.placeAt(spot.value);
    },
    placeOfKey: (path) => {
      const spot = spotAround(walk.spots, path);
      return spot === undefined ? top : walk.placeAt(spot.key);
    },
    sourceOf: (path) => walk.spots.get(keyOf(path))?.source,
  };
}

function spotAround(spots: ReadonlyMap<string, Spot>, path: Path): Spot | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const spot = spots.get(keyOf(path.slice(0, length)));
    if (spot !== undefined) return spot;
  }
  return undefined;
}

function keyOf(path: Path): string {
  return JSON.stringify(path);
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? "";
}

function fault(place: Place, rule: string, expected: string, got: string): Problem {
  return { ...place, rule, level: "error", expected, got };
}
