/**
 * Distinct words, each once; met in a text, letter by letter, without making a string of each.
 *
 * A site of five million words has a hundred thousand of them. A `Map` of strings would cut every one
 * of the five millions out of its text to look it up, and would hold on to the texts for good.
 */
import { Column } from "./column.ts";
import type { CharacterTable } from "./normalise.ts";

export class Vocabulary {
  private letters = new Uint16Array(1 << 16);
  /** Where each word ends; it begins where the one before ends. */
  private readonly ends = new Column();
  private readonly hashes = new Column();
  private readonly languages = new Column();
  /** Open addressing: the number of a word and one, by its hash; 0 is empty. */
  private slots = new Int32Array(1 << 14);

  get size(): number {
    return this.ends.length;
  }

  /**
   * The number of a word, a new one when it was never met.
   *
   * @param language - A word of another language is another word.
   * @param table - Folds each letter; left out where the text is folded.
   */
  meet(text: string, from: number, to: number, language: number, table?: CharacterTable): number {
    const start = this.ends.at(this.size - 1);
    const end = start + to - from;
    while (end > this.letters.length) this.letters = doubled(this.letters);
    const { letters } = this;
    let hash = language;
    for (let at = from; at < to; at++) {
      const unit = text.charCodeAt(at);
      const letter = table ? (table[unit] ?? 0) : unit;
      letters[start + at - from] = letter;
      hash = Math.imul(hash ^ letter, 0x01000193);
    }
    hash ^= hash >>> 15;
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (let known = this.slots[slot] ?? 0; known !== 0; known = this.slots[slot] ?? 0) {
      if (this.hashes.at(known - 1) === hash && this.is(known - 1, language, start, end)) return known - 1;
      slot = (slot + 1) & mask;
    }
    return this.learn(slot, hash, language, end);
  }

  /** Whether a word is what stands behind the last one. */
  private is(word: number, language: number, start: number, end: number): boolean {
    const { letters } = this;
    let at = word === 0 ? 0 : this.ends.at(word - 1);
    if (this.languages.at(word) !== language || this.ends.at(word) - at !== end - start) return false;
    for (let other = start; other < end; other++, at++) if (letters[at] !== letters[other]) return false;
    return true;
  }

  private learn(slot: number, hash: number, language: number, end: number): number {
    const word = this.size;
    this.slots[slot] = word + 1;
    this.ends.push(end);
    this.hashes.push(hash);
    this.languages.push(language);
    if (this.size * 2 > this.slots.length) this.spread();
    return word;
  }

  private spread(): void {
    const slots = new Int32Array(this.slots.length * 2);
    for (let word = 0; word < this.size; word++) {
      let slot = this.hashes.at(word) & (slots.length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = word + 1;
    }
    this.slots = slots;
  }

  /** All words by their numbers. */
  words(): string[] {
    return Array.from({ length: this.size }, (_, word) => {
      const from = word === 0 ? 0 : this.ends.at(word - 1);
      return String.fromCharCode(...this.letters.subarray(from, this.ends.at(word)));
    });
  }
}

function doubled(letters: Uint16Array): Uint16Array<ArrayBuffer> {
  const larger = new Uint16Array(letters.length * 2);
  larger.set(letters);
  return larger;
}
