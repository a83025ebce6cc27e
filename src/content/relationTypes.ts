/** What a relation leads to, as a type: read from the kinds, so that a layout need not be told. */
import type { Kind } from "./model.ts";

/**
 * The kinds that a relation of `K`, or the inverse of one that leads to `K`, leads to.
 *
 * A name that is only known while running may lead to any.
 */
export type RelatedKind<Kinds extends Kind, K extends Kind, Relation extends string> = string extends Relation
  ? Kinds
  : [OwnTarget<Kinds, K, Relation> | InverseOrigin<Kinds, K, Relation>] extends [never]
    ? Kinds
    : OwnTarget<Kinds, K, Relation> | InverseOrigin<Kinds, K, Relation>;

type OwnTarget<Kinds extends Kind, K extends Kind, Relation extends string> = K extends Kind
  ? Relation extends keyof K["relations"]
    ? Named<Kinds, K["relations"][Relation]>
    : never
  : never;

/** Each kind that has a relation to `K` with this name as its inverse. */
type InverseOrigin<Kinds extends Kind, K extends Kind, Relation extends string> = Kinds extends Kind
  ? Origins<Kinds, K, Relation>[keyof Origins<Kinds, K, Relation>]
  : never;

type Origins<From extends Kind, K extends Kind, Relation extends string> = {
  [Name in keyof From["relations"]]: From["relations"][Name] extends { readonly inverse: Relation }
    ? K extends Named<K, From["relations"][Name]> ? From : never
    : never;
};

/** The kinds among these that a rule allows. */
type Named<Kinds extends Kind, Rule> = Rule extends { readonly to: infer To }
  ? To extends "*"
    ? Kinds
    : To extends readonly (infer Name)[]
      ? Extract<Kinds, { readonly name: Name }>
      : Extract<Kinds, { readonly name: To }>
  : never;
