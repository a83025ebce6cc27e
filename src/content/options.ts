/** What the rooms of content must know of a site, decided once at the door. */
import type { MarkdownIt } from "markdown-it";
import type { z } from "zod";
import { isListFile, sharedShape } from "./kind.ts";
import type { Messages } from "./messages.ts";
import type { Kind } from "./model.ts";

export interface SiteContext {
  readonly kinds: readonly Kind[];
  /** With the keys that every kind may have. */
  readonly schemaOf: ReadonlyMap<Kind, z.ZodObject>;
  readonly m: Messages;
  readonly md: MarkdownIt;
  /** The kind that citations lead to; undefined when the site has none. */
  readonly citedKind?: Kind;
  /** Whether drafts stay out. */
  readonly publish: boolean;
  /** What else will be published: an address for each file that is copied, by its path below the input. */
  readonly assets: ReadonlyMap<string, string>;
  /** Files below the input that are neither content nor copied, so that a link to one can be told why. */
  readonly unpublished?: ReadonlySet<string>;
  /** Addresses that something else than content makes: `/feed.xml`. */
  readonly addresses: ReadonlySet<string>;
  /** Adds the path prefix to a site-absolute address. */
  readonly href: (url: string) => string;
}

/** zod compiles a schema on its first use, so each is made once. */
export function schemasOf(kinds: readonly Kind[]): ReadonlyMap<Kind, z.ZodObject> {
  return new Map(kinds.map((kind) => [kind, kind.schema.extend(sharedShape)]));
}

export function fullSchemaOf(kind: Kind, { schemaOf }: SiteContext): z.ZodObject {
  return schemaOf.get(kind) ?? kind.schema;
}

/**
 * Refuses kinds that cannot live together.
 *
 * @throws TypeError when two kinds share a name or a folder, a relation leads to no kind, or the
 *   inverse of a relation has the name of another relation.
 */
export function checkKinds(kinds: readonly Kind[]): void {
  const names = kinds.map(({ name }) => name);
  refuseTwice("name", names);
  refuseTwice("folder", kinds.flatMap(({ folders }) => [...folders]));
  for (const kind of kinds) {
    for (const [relation, rule] of Object.entries(kind.relations)) {
      const targets = targetsOf(rule.to, names);
      const unknown = targets.find((target) => !names.includes(target));
      if (unknown !== undefined) {
        throw new TypeError(`content: relation "${relation}" of kind "${kind.name}" leads to "${unknown}", expected one of ${names.join(", ")}`);
      }
      refuseHiddenInverse(kind, relation, rule.inverse, kinds.filter(({ name }) => targets.includes(name)));
    }
  }
}

export function targetsOf(to: string | readonly string[], names: readonly string[]): readonly string[] {
  if (to === "*") return names;
  return typeof to === "string" ? [to] : to;
}

/** The folder or list file of a kind that holds a file; the deepest wins. */
export function homeOf(path: string, kinds: readonly Kind[]): { readonly kind: Kind; readonly folder: string } | undefined {
  let best: { readonly kind: Kind; readonly folder: string } | undefined;
  for (const kind of kinds) {
    for (const folder of kind.folders) {
      const isHome = isListFile(folder) ? path === folder : folder === "" || path.startsWith(`${folder}/`);
      if (isHome && folder.length >= (best?.folder.length ?? 0)) best = { kind, folder };
    }
  }
  return best;
}

function refuseTwice(what: string, values: readonly string[]): void {
  const twice = values.find((value, index) => values.indexOf(value) !== index);
  if (twice === undefined) return;
  throw new TypeError(`content: two kinds have the ${what} "${twice}"; give each its own`);
}

function refuseHiddenInverse(kind: Kind, relation: string, inverse: string | undefined, targets: readonly Kind[]): void {
  const hidden = inverse === undefined ? undefined : targets.find((target) => Object.hasOwn(target.relations, inverse));
  if (hidden === undefined) return;
  throw new TypeError(
    `content: the inverse "${inverse}" of relation "${relation}" (${kind.name}) is hidden by the relation "${inverse}" of kind "${hidden.name}"; rename one`,
  );
}
