/**
 * Counts the words of each field of each document, before anything is analysed.
 *
 * Five million words become two million pairs of word and count here; analysis then looks at each
 * distinct word once.
 */
import { Column } from "./column.ts";
import type { DocumentText } from "./builder.ts";
import { fieldNames, sourceFields } from "./field.ts";
import { characterTable, forEachWord, type See } from "./normalise.ts";

/** The words of one language. */
export interface Vocabulary {
  readonly ids: number[];
  /** In how many documents the word of each id stands. */
  readonly documents: Column;
}

/** A run is one field of one document; its pairs stand from `starts` of the run up to the next start. */
export interface Counted {
  readonly numbers: Column;
  readonly words: string[];
  /** For hyphenated words: what they are made of. */
  readonly also: Map<number, string[]>;
  /** By primary language subtag. */
  readonly vocabularies: Map<string, Vocabulary>;
  readonly rows: Column;
  readonly fields: Column;
  readonly starts: Column;
  readonly wordIds: Column;
  readonly times: Column;
}

const sources = sourceFields.map((name) => ({ name, place: fieldNames.indexOf(name) }));

export function count(documents: Iterable<DocumentText>): Counted {
  const counted: Counted = {
    numbers: new Column(), words: [], also: new Map(), vocabularies: new Map(), rows: new Column(), fields: new Column(),
    starts: new Column(), wordIds: new Column(), times: new Column(),
  };
  const counters = new Map<string, (document: DocumentText, row: number) => void>();
  for (const document of documents) {
    const language = document.language.toLowerCase().split("-", 1)[0] ?? "";
    let counter = counters.get(language);
    if (!counter) counters.set(language, (counter = counterOf(language, counted)));
    counter(document, counted.numbers.length);
    counted.numbers.push(document.number);
  }
  counted.starts.push(counted.wordIds.length);
  return counted;
}

/** Counts the documents of one language; a word of another language is another word. */
function counterOf(language: string, counted: Counted): (document: DocumentText, row: number) => void {
  const idByWord = new Map<string, number>();
  const documents = new Column();
  const vocabulary: Vocabulary = { ids: [], documents };
  counted.vocabularies.set(language, vocabulary);
  // Where the pair of a word stands, when it was met in the run or document that is being counted.
  const [pairOf, lastRow] = [new Column(), new Column()];
  const localOf = new Column();
  const table = characterTable();

  const meet = (word: string): number => {
    const known = idByWord.get(word);
    if (known !== undefined) return known;
    const local = vocabulary.ids.length;
    idByWord.set(word, local);
    vocabulary.ids.push(counted.words.length);
    localOf.push(counted.words.length);
    counted.words.push(word);
    pairOf.push(-1);
    lastRow.push(-1);
    documents.push(0);
    return local;
  };

  return ({ texts }, row) => {
    for (const { name, place } of sources) {
      const run = texts[name] ?? [];
      if (run.length === 0) continue;
      const start = counted.wordIds.length;
      counted.rows.push(row);
      counted.fields.push(place);
      counted.starts.push(start);
      const see: See = (word, _start, _end, also) => {
        const met = meet(word);
        if (also.length > 0) learnParts(counted, localOf.at(met), also);
        const pair = pairOf.at(met);
        if (pair >= start) counted.times.values[pair] = counted.times.at(pair) + 1;
        else {
          pairOf.values[met] = counted.wordIds.length;
          counted.wordIds.push(localOf.at(met));
          counted.times.push(1);
        }
        if (lastRow.at(met) === row) return;
        lastRow.values[met] = row;
        documents.values[met] = documents.at(met) + 1;
      };
      for (const text of run) forEachWord(text, see, table);
    }
  };
}

/** A word may be written with hyphens in one place and without in another: what was seen once holds everywhere. */
function learnParts(counted: Counted, word: number, also: readonly string[]): void {
  const parts = counted.also.get(word);
  if (!parts) counted.also.set(word, [...also]);
  else for (const part of also) if (!parts.includes(part)) parts.push(part);
}
