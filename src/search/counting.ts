/**
 * Counts the words of each field of each document, before anything is analysed.
 *
 * Five million words become two million pairs of word and count here; analysis then looks at each
 * distinct word once.
 */
import { Column } from "./column.ts";
import type { DocumentText } from "./builder.ts";
import { fieldNames, sourceFields } from "./field.ts";
import { type CharacterTable, characterTable, maxWordLength, scan, type See, type SeePlain } from "./normalise.ts";
import { Vocabulary } from "./vocabulary.ts";

/** A run is one field of one document; its pairs stand from `starts` of the run up to the next start. */
export interface Counted {
  readonly numbers: Column;
  /** A word of another language is another word; places in this list are its ids. */
  readonly words: readonly string[];
  /** For each word: in how many documents it stands. */
  readonly documents: Column;
  /** For hyphenated words: what they are made of. */
  readonly also: ReadonlyMap<number, readonly string[]>;
  /** Primary language subtags of the documents, and for each word the place of its own. */
  readonly languages: readonly string[];
  readonly languageOf: Column;
  readonly rows: Column;
  readonly fields: Column;
  readonly starts: Column;
  readonly wordIds: Column;
  readonly times: Column;
}

const sources = sourceFields.map((name) => ({ name, place: fieldNames.indexOf(name) }));

export function count(documents: Iterable<DocumentText>): Counted {
  const counter = new Counter();
  for (const document of documents) counter.add(document);
  return counter.end();
}

/** What is known while documents come by. */
class Counter {
  private readonly table: CharacterTable = characterTable();
  private readonly vocabulary = new Vocabulary();
  private readonly languages: string[] = [];
  private language = 0;
  private readonly languageOf = new Column();
  private readonly also = new Map<number, string[]>();
  private readonly numbers = new Column();
  private readonly rows = new Column();
  private readonly fields = new Column();
  private readonly starts = new Column();
  private readonly wordIds = new Column();
  private readonly times = new Column();
  private readonly documents = new Column();
  /** Where a word's pair stands and the document in which it was met last; older ones are stale. */
  private readonly pairOf = new Column();
  private readonly lastRow = new Column();
  private run = 0;
  private text = "";

  private readonly seePlain: SeePlain = (start, end) => {
    this.note(this.vocabulary.meet(this.text, start, Math.min(end, start + maxWordLength), this.language, this.table));
  };
  private readonly seeMarked: See = (word, _start, _end, also) => {
    const id = this.vocabulary.meet(word, 0, word.length, this.language);
    this.note(id);
    if (also.length > 0) this.learnParts(id, also);
  };

  add({ number, language, texts }: DocumentText): void {
    this.language = this.placeOf(language.toLowerCase().split("-", 1)[0] ?? "");
    for (const { name, place } of sources) {
      const run = texts[name];
      if (!run || run.length === 0) continue;
      this.rows.push(this.numbers.length);
      this.fields.push(place);
      this.run = this.wordIds.length;
      this.starts.push(this.run);
      for (const text of run) {
        this.text = text;
        scan(text, this.seePlain, this.seeMarked, this.table);
      }
    }
    this.numbers.push(number);
  }

  private placeOf(language: string): number {
    const known = this.languages.indexOf(language);
    return known >= 0 ? known : this.languages.push(language) - 1;
  }

  /** Counts a word in the run that is read, and in its document. */
  private note(id: number): void {
    const { wordIds, times, documents, pairOf, lastRow } = this;
    if (id === documents.length) {
      documents.push(0);
      pairOf.push(-1);
      lastRow.push(-1);
      this.languageOf.push(this.language);
    }
    const pair = pairOf.at(id);
    if (pair >= this.run) {
      times.values[pair] = times.at(pair) + 1;
      return;
    }
    pairOf.values[id] = wordIds.length;
    wordIds.push(id);
    times.push(1);
    if (lastRow.at(id) === this.numbers.length) return;
    lastRow.values[id] = this.numbers.length;
    documents.values[id] = documents.at(id) + 1;
  }

  /** A word may be written with hyphens in one place and without in another: what was seen once holds everywhere. */
  private learnParts(id: number, seen: readonly string[]): void {
    const parts = this.also.get(id);
    if (!parts) this.also.set(id, [...seen]);
    else for (const part of seen) if (!parts.includes(part)) parts.push(part);
  }

  end(): Counted {
    const { languages, languageOf, numbers, documents, also, rows, fields, starts, wordIds, times } = this;
    starts.push(wordIds.length);
    return { words: this.vocabulary.words(), languages, languageOf, numbers, documents, also, rows, fields, starts, wordIds, times };
  }
}
