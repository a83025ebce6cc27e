/** What a benchmark asks of a search engine, ours and others alike. */
import type { CorpusPage } from "../corpus.ts";

export interface Ranked {
  /** Addresses of pages, the best first, each once. */
  search(query: string, limit: number): Promise<readonly string[]>;
  close?(): Promise<void>;
}

export interface Contender {
  readonly name: string;
  index(pages: readonly CorpusPage[]): Promise<Ranked>;
}

/** The first of each page, where an engine ranks sections. */
export function pagesOf(addresses: Iterable<string>, limit: number): readonly string[] {
  const seen = new Set<string>();
  for (const address of addresses) {
    seen.add(address.split("#", 1)[0] ?? "");
    if (seen.size === limit) break;
  }
  return [...seen];
}
