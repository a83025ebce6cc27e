/**
 * Nodes of YAML into plain values, each with the place where it was written.
 *
 * The nodes are walked here and not by the parser, so that a key such as `__proto__` is a problem
 * before it is ever assigned, and a value repeated by aliases is counted before it is copied.
 */
import { isAlias, isMap, isScalar, isSeq } from "yaml";
import type { Scalar, YAMLMap, YAMLSeq } from "yaml";
import type { Place, Problem } from "../problem.ts";
import { unseenIn } from "./bytes.ts";
import type { Messages } from "./messages.ts";

/** Offsets of a key and its value in the YAML, and of what lies in it. */
export interface Spot {
  readonly key: number;
  readonly value: number;
  /** A number or a yes as it stands in the file: `0123`. */
  readonly source?: string;
  inner?: Map<string | number, Spot>;
}

export interface Values {
  /** Undefined when it is not known what was meant, or there is too much of it: then the problem is enough. */
  readonly data: Readonly<Record<string, unknown>> | undefined;
  readonly top: Spot;
  readonly problems: readonly Problem[];
}

/** Keys that reach the prototype of an object, and those with which Eleventy runs another engine. */
const UNSAFE_KEYS = new Set(["__proto__", "constructor", "prototype", "templateEngineOverride"]);

/** What a value is anyway; any other tag makes something that is not written there. */
const PLAIN_TAGS = new Set(["!", ...["str", "int", "float", "bool", "null", "map", "seq"].map((name) => `tag:yaml.org,2002:${name}`)]);

const MAX_DEPTH = 32;

/** More problems than this have one cause. */
const MAX_PROBLEMS = 200;

interface Walk {
  readonly m: Messages;
  readonly problems: Problem[];
  readonly placeAt: (offset: number) => Place;
  readonly anchors: Map<string, unknown>;
  /** Values left before repetition counts as an attack; negative once that was told. */
  budget: number;
  isRepeating: boolean;
  isKnown: boolean;
}

/** @param length - Of the text: what is not repeated has fewer values than signs. */
export function valuesOf(contents: YAMLMap | null, length: number, placeAt: (offset: number) => Place, m: Messages): Values {
  const walk: Walk = { m, problems: [], placeAt, anchors: new Map(), budget: length + 100, isRepeating: false, isKnown: true };
  const top: Spot = { key: 0, value: 0 };
  const data = contents === null ? {} : mapOf(contents, top, 0, walk);
  return { data: walk.budget < 0 || walk.problems.length > MAX_PROBLEMS || !walk.isKnown ? undefined : data, top, problems: walk.problems };
}

function valueOf(node: unknown, spot: Spot, depth: number, walk: Walk): unknown {
  walk.budget -= 1;
  if (walk.budget < 0 || depth > MAX_DEPTH) return refuseSize(spot, walk);
  if (isAlias(node)) return repeated(node.source, spot, depth, walk);
  remember(node, walk);
  if (isMap(node)) return mapOf(node, spot, depth, walk);
  if (isSeq(node)) return listOf(node, spot, depth, walk);
  return isScalar(node) ? scalarOf(node, spot, walk) : null;
}

/** Said once, and then nothing more is read: what follows would be the same thousands of times. */
function refuseSize({ value }: Spot, walk: Walk): null {
  if (walk.budget > -Infinity) tell(walk, value, "yaml-too-complex", walk.m.smallValue, "", walk.m.smallValueRemedy);
  walk.budget = -Infinity;
  return null;
}

/** An alias stands for the last value before it that was given the name. */
function repeated(name: string, spot: Spot, depth: number, walk: Walk): unknown {
  const node = walk.anchors.get(name);
  if (node === undefined) {
    walk.isKnown = false;
    tell(walk, spot.value, "unknown-alias", walk.m.knownAlias, `*${name}`, walk.m.quoteColonRemedy);
    return null;
  }
  const { isRepeating } = walk;
  walk.isRepeating = true;
  const value = valueOf(node, spot, depth + 1, walk);
  walk.isRepeating = isRepeating;
  return value;
}

function remember(node: unknown, { anchors, isRepeating }: Walk): void {
  if (!isRepeating && (isScalar(node) || isMap(node) || isSeq(node)) && node.anchor !== undefined) anchors.set(node.anchor, node);
}

function listOf(node: YAMLSeq, spot: Spot, depth: number, walk: Walk): unknown[] {
  refuseTag(node, walk);
  const list: unknown[] = [];
  for (const [index, item] of node.items.entries()) {
    if (walk.budget < 0) break;
    list.push(valueOf(item, note(spot, index, offsetOf(item), item), depth + 1, walk));
  }
  return list;
}

function mapOf(node: YAMLMap, spot: Spot, depth: number, walk: Walk): Record<string, unknown> {
  refuseTag(node, walk);
  const map: Record<string, unknown> = {};
  for (const { key, value } of node.items) {
    if (walk.budget < 0 || walk.problems.length > MAX_PROBLEMS) break;
    const name = nameOf(key, walk);
    if (name === undefined) continue;
    if (Object.hasOwn(map, name)) tell(walk, offsetOf(key), "duplicate-key", walk.m.uniqueKey, name);
    else map[name] = valueOf(value, note(spot, name, offsetOf(key), value ?? key), depth + 1, walk);
  }
  return map;
}

/** A key as text, or a problem when it is no plain or no safe key. */
function nameOf(key: unknown, walk: Walk): string | undefined {
  remember(key, walk);
  if (!isScalar(key)) {
    tell(walk, offsetOf(key), "bad-key", walk.m.plainKey, "");
    return undefined;
  }
  const name = typeof key.value === "string" ? key.value : (key.source ?? String(key.value ?? ""));
  if (!UNSAFE_KEYS.has(name)) return name;
  tell(walk, offsetOf(key), "forbidden-key", walk.m.safeKey, name, walk.m.safeKeyRemedy);
  return undefined;
}

/** In quotes a sign can be written that cannot be seen: `"\u202e"`. */
function scalarOf(node: Scalar, spot: Spot, walk: Walk): unknown {
  refuseTag(node, walk);
  const { value } = node;
  const unseen = typeof value === "string" && node.type === "QUOTE_DOUBLE" ? unseenIn(value) : undefined;
  if (unseen !== undefined) tell(walk, spot.value, "unseen-character", walk.m.visibleText, unseen, walk.m.removeCharacter);
  return value;
}

function refuseTag(node: Scalar | YAMLMap | YAMLSeq, walk: Walk): void {
  if (node.tag === undefined || PLAIN_TAGS.has(node.tag) || walk.isRepeating) return;
  walk.isKnown = false;
  tell(walk, offsetOf(node), "yaml-tag", walk.m.plainValue, node.tag.replace("tag:yaml.org,2002:", "!!"));
}

function note(around: Spot, name: string | number, key: number, value: unknown): Spot {
  const source = isScalar(value) && typeof value.value !== "string" ? value.source : undefined;
  const spot: Spot = { key, value: offsetOf(value) || key, ...(source === undefined ? {} : { source }) };
  (around.inner ??= new Map()).set(name, spot);
  return spot;
}

function offsetOf(node: unknown): number {
  if (!isScalar(node) && !isMap(node) && !isSeq(node) && !isAlias(node)) return 0;
  return node.range?.[0] ?? 0;
}

function tell(walk: Walk, offset: number, rule: string, expected: string, got: string, remedy?: string): void {
  walk.problems.push({ ...walk.placeAt(offset), rule, level: "error", expected, got, ...(remedy === undefined ? {} : { remedy }) });
}
