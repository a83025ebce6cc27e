/**
 * Counts the words of each field of each document, before anything is analysed.
 *
 * Five million words become two million pairs of word and count here; analysis then looks at each
 * distinct word once.
 */
import { Column } from "./column.ts";
import type { DocumentText } from "./builder.ts";
import { fieldNames, sourceFields } from "./field.ts";
import { type CharacterTable, characterTable, forEachWord, type See } from "./normalise.ts";

/** A run is one field of one document; its pairs stand from `starts` of the run up to the next start. */
export interface Counted {
  readonly numbers: Column;
  /** A word of another language is another word; places in this list are its ids. */
  readonly words: string[];
  /** For each word: in how many documents it stands. */
  readonly documents: Column;
  /** For hyphenated words: what they are made of. */
  readonly also: Map<number, string[]>;
  /** Ids of the words of each language, by primary language subtag. */
  readonly vocabularies: Map<string, number[]>;
  readonly rows: Column;
  readonly fields: Column;
  readonly starts: Column;
  readonly wordIds: Column;
  readonly times: Column;
}

const sources = sourceFields.map((name) => ({ name, place: fieldNames.indexOf(name) }));

export function count(documents: Iterable<DocumentText>): Counted {
  const counted: Counted = {
    numbers: new Column(), words: [], documents: new Column(), also: new Map(), vocabularies: new Map(),
    rows: new Column(), fields: new Column(), starts: new Column(), wordIds: new Column(), times: new Column(),
  };
  const note = noter(counted);
  const idsBy = new Map<string, Map<string, number>>();
  const table = characterTable();
  for (const document of documents) {
    const language = document.language.toLowerCase().split("-", 1)[0] ?? "";
    let ids = idsBy.get(language);
    if (!ids) {
      idsBy.set(language, (ids = new Map()));
      counted.vocabularies.set(language, []);
    }
    countDocument(document, counted, meeter(ids, counted, counted.vocabularies.get(language) ?? []), note, table);
    counted.numbers.push(document.number);
  }
  counted.starts.push(counted.wordIds.length);
  return counted;
}

function countDocument({ texts }: DocumentText, counted: Counted, meet: (word: string) => number, note: (id: number, run: number) => void, table: CharacterTable): void {
  for (const { name, place } of sources) {
    const run = texts[name] ?? [];
    if (run.length === 0) continue;
    counted.rows.push(counted.numbers.length);
    counted.fields.push(place);
    counted.starts.push(counted.wordIds.length);
    const start = counted.wordIds.length;
    const see: See = (word, _start, _end, also) => {
      const id = meet(word);
      if (also.length > 0) learnParts(counted, id, also);
      note(id, start);
    };
    for (const text of run) forEachWord(text, see, table);
  }
}

/** The id of a word, a new one when it was never met. */
function meeter(ids: Map<string, number>, counted: Counted, vocabulary: number[]): (word: string) => number {
  return (word) => {
    const known = ids.get(word);
    if (known !== undefined) return known;
    const id = counted.words.length;
    ids.set(word, id);
    vocabulary.push(id);
    counted.words.push(word);
    counted.documents.push(0);
    return id;
  };
}

/** Counts a word in the run that began at a pair, and in its document. */
function noter({ documents, wordIds, times, numbers }: Counted): (id: number, run: number) => void {
  // Where a word's pair stands and in which document it was met last; older ones are stale.
  const [pairOf, lastRow] = [new Column(), new Column()];
  return (id, run) => {
    while (pairOf.length <= id) {
      pairOf.push(-1);
      lastRow.push(-1);
    }
    const pair = pairOf.at(id);
    if (pair >= run) times.values[pair] = times.at(pair) + 1;
    else {
      pairOf.values[id] = wordIds.length;
      wordIds.push(id);
      times.push(1);
    }
    if (lastRow.at(id) === numbers.length) return;
    lastRow.values[id] = numbers.length;
    documents.values[id] = documents.at(id) + 1;
  };
}

/** A word may be written with hyphens in one place and without in another: what was seen once holds everywhere. */
function learnParts({ also }: Counted, word: number, seen: readonly string[]): void {
  const parts = also.get(word);
  if (!parts) also.set(word, [...seen]);
  else for (const part of seen) if (!parts.includes(part)) parts.push(part);
}
