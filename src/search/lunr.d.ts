/** The slice of lunr 2.3.9 that we call, as types: lunr ships none. A named port. */
declare module "lunr" {
  namespace lunr {
    type FieldPosting = Record<string, Record<string, unknown>>;
    interface Posting {
      _index: number;
      [field: string]: number | FieldPosting;
    }
    class Vector {
      constructor(elements?: number[]);
      elements: number[];
    }
    class TokenSet {
      static fromArray(terms: readonly string[]): TokenSet;
      toArray(): string[];
      intersect(asked: TokenSet): TokenSet;
    }
    class Token {
      constructor(text: string, metadata: Record<string, unknown>);
      toString(): string;
    }
    class Pipeline {
      add(...steps: unknown[]): void;
      reset(): void;
    }
    class Query {
      static presence: { readonly OPTIONAL: 1; readonly REQUIRED: 2; readonly PROHIBITED: 3 };
      static wildcard: { readonly NONE: number; readonly LEADING: number; readonly TRAILING: number };
      clause(clause: {
        readonly term: string;
        readonly fields?: readonly string[];
        readonly boost?: number;
        readonly usePipeline?: boolean;
        readonly wildcard?: number;
        readonly editDistance?: number;
        readonly presence?: number;
      }): Query;
    }
    interface MatchData {
      readonly metadata: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
    }
    interface Result {
      readonly ref: string;
      readonly score: number;
      readonly matchData: MatchData;
    }
    class Index {
      constructor(parts: {
        readonly invertedIndex: Record<string, Posting>;
        readonly fieldVectors: Record<string, Vector>;
        readonly tokenSet: Pick<TokenSet, "intersect">;
        readonly fields: readonly string[];
        readonly pipeline: Pipeline;
      });
      readonly invertedIndex: Record<string, Posting>;
      readonly fieldVectors: Record<string, Vector>;
      query(build: (this: Query, query: Query) => void): Result[];
    }
    class Builder {
      ref(name: string): void;
      field(name: string, options?: { readonly boost?: number }): void;
      b(value: number): void;
      k1(value: number): void;
      add(document: Readonly<Record<string, unknown>>): void;
      build(): Index;
      readonly pipeline: Pipeline;
      readonly searchPipeline: Pipeline;
      readonly invertedIndex: Record<string, Posting>;
      readonly fieldVectors: Record<string, Vector>;
    }
  }
  export default lunr;
}
