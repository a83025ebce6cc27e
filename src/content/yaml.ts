/** YAML 1.2 (core schema): what an editor wrote, and where, or what is wrong with it. */
import { isMap, parseDocument } from "yaml";
import type { Document } from "yaml";
import type { Place, Problem } from "../problem.ts";
import type { Messages } from "./messages.ts";
import { placeAt, startsOfLines } from "./places.ts";
import { problemOfSyntax } from "./yamlFaults.ts";
import { valuesOf } from "./yamlValues.ts";
import type { Spot } from "./yamlValues.ts";

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

/** Reads a map; never throws. */
export function readYaml(source: YamlSource, m: Messages): YamlResult {
  const starts = startsOfLines(source.text);
  const at = (offset: number): Place => placeAt(source.file, starts, source.from + offset);
  const text = source.text.slice(source.from, source.to);
  const document = parsed(text);
  if (document === undefined) return { problems: [fault(at(0), "yaml-too-complex", m.smallValue, "")] };
  const syntax = problemOfSyntax(document, text, at, m);
  if (syntax !== undefined) return { problems: [syntax] };
  const { contents } = document;
  if (contents !== null && !isMap(contents)) {
    return { problems: [{ ...fault(at(contents.range[0]), "front-matter-not-a-map", m.map, firstLine(text.trim())), remedy: m.mapRemedy }] };
  }
  const { data, top, problems } = valuesOf(contents, text.length, at, m);
  return data === undefined ? { problems } : { written: writtenOf(data, top, at), problems };
}

function parsed(text: string): Document.Parsed | undefined {
  try {
    // Keys that stand there twice are found while walking: the parser compares each with all before it.
    return parseDocument(text, { version: "1.2", schema: "core", uniqueKeys: false, prettyErrors: false });
  } catch {
    // Brackets nested by the thousand overflow the parser's stack; nothing else is known to throw.
    return undefined;
  }
}

function writtenOf(data: Readonly<Record<string, unknown>>, top: Spot, at: (offset: number) => Place): Written {
  // Without a spot of its own, a thing is where the file begins: the fence, or the first entry.
  const begin = { ...at(0), line: 1, column: 1 };
  const spotAround = (path: Path): Spot => {
    let spot = top;
    for (const name of path) {
      const inner = spot.inner?.get(name);
      if (inner === undefined) break;
      spot = inner;
    }
    return spot;
  };
  const spotAt = (path: Path): Spot | undefined => path.reduce<Spot | undefined>((spot, name) => spot?.inner?.get(name), top);
  const placeIn = (path: Path, part: "key" | "value"): Place => {
    const spot = spotAround(path);
    return spot === top ? begin : at(spot[part]);
  };
  return {
    data,
    placeOf: (path) => placeIn(path, "value"),
    placeOfKey: (path) => placeIn(path, "key"),
    sourceOf: (path) => spotAt(path)?.source,
  };
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? "";
}

function fault(place: Place, rule: string, expected: string, got: string): Problem {
  return { ...place, rule, level: "error", expected, got };
}
