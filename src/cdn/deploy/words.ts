/**
 * A plan in words: first what counts, then the files.
 */
import type { Entry } from "./entry.ts";
import type { Plan, Put, Removal } from "./plan.ts";

/** One line of the log and of the plan: the same for both, so that they can be laid side by side. */
export interface Act {
  readonly act: "new" | "changed" | "gone" | "worn" | "kept" | "object";
  readonly path: string;
  readonly bytes: number;
  /** Of a compressed sibling, or of what only the deploy itself needs: listed by `--json` alone. */
  readonly isQuiet?: true;
}

/** What a run of the plan does, in its order. */
export function actsOf({ puts, objects, removals }: Plan): readonly Act[] {
  const put = (stage: string): readonly Act[] => puts.filter((one) => one.stage === stage).map(putAct);
  return [...put("assets"), ...objects.map(objectAct), ...put("pages"), ...put("last"), ...removals.map(removalAct)];
}

const quiet = (is: boolean): { readonly isQuiet?: true } => (is ? { isQuiet: true } : {});
export const putAct = ({ kind, entry }: Put): Act => ({ act: kind, path: entry.path, bytes: entry.size, ...quiet(entry.sibling === true) });
export const objectAct = ({ hash, size }: Entry): Act => ({ act: "object", path: hash, bytes: size, ...quiet(true) });
export const removalAct = ({ why, path, size, sibling }: Removal): Act => ({ act: why, path, bytes: size, ...quiet(sibling || why === "kept") });

const signs: Readonly<Record<Act["act"], string>> = { new: "+", changed: "~", gone: "-", worn: "-", kept: "-", object: "+" };

/** `+ fonts/a.woff2 (12 kB)`. */
export const actLine = ({ act, path, bytes }: Act): string => `${signs[act]} ${path} (${size(bytes)})${act === "worn" ? " after its grace time" : ""}`;

const shownLines = 40;

export function planText(plan: Plan, purge: readonly string[]): string {
  const acts = actsOf(plan).filter(({ isQuiet }) => !isQuiet);
  const lines = acts.slice(0, shownLines).map((act) => `  ${actLine(act)}`);
  const more = acts.length > shownLines ? [`  … and ${acts.length - shownLines} more (--json lists all)`] : [];
  return [`release ${plan.record.release}: ${summary(plan)}`, ...notes(plan, purge), ...lines, ...more].join("\n");
}

/** Siblings are counted with their files; all bytes are. */
function summary({ puts, same, removals, objects }: Plan): string {
  const put = (wanted: Put["kind"]): number => puts.filter(({ kind, entry }) => kind === wanted && !entry.sibling).length;
  const sum = (entries: readonly { readonly size: number }[]): string => size(entries.reduce((total, one) => total + one.size, 0));
  const sent = [...puts.map(({ entry }) => entry), ...objects];
  const count = (why: string): number => removals.filter((one) => one.why === why && !one.sibling).length;
  return `${put("new")} new, ${put("changed")} changed, ${same.filter(({ sibling }) => !sibling).length} same, ${count("gone")} gone, ${count("worn")} old fingerprints end; ${sum(sent)} to send`;
}

function notes({ waiting, unknown }: Plan, purge: readonly string[]): readonly string[] {
  const some = unknown.slice(0, 3).join(", ");
  return [
    ...(purge.length > 0 ? [`  ${purge.length} addresses to purge`] : []),
    ...(waiting.length > 0 ? [`  ${waiting.length} old fingerprints stay for their grace time`] : []),
    ...(unknown.length > 0 ? [`  ${unknown.length} files that no deploy put there are left alone (${some}${unknown.length > 3 ? ", …" : ""})`] : []),
  ];
}

/** `34 kB`; decimal, as hosts bill. */
export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
