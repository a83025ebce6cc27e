/**
 * The fields of a document, in the order in which Lunr knows them.
 *
 * Parts of compounds stand in fields of their own, below whole words: `energietransitie` in a title
 * puts `energie` and `transitie` into `titleParts`; anywhere else into `parts`.
 */
export const fields = [
  { name: "title", boost: 12 },
  { name: "titleParts", boost: 5 },
  { name: "keywords", boost: 5 },
  { name: "heading", boost: 3 },
  { name: "text", boost: 1 },
  { name: "parts", boost: 0.5 },
] as const;

export type FieldName = (typeof fields)[number]["name"];
export const fieldNames: readonly FieldName[] = fields.map((field) => field.name);
/** The fields that are written; the others are made of them. */
export const sourceFields = ["title", "keywords", "heading", "text"] as const satisfies readonly FieldName[];
