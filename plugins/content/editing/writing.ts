/** Writes several files or none: each beside its place first, then all moved into it. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** A file as it is and as it will be; without text it is not there. */
export interface Change {
  readonly file: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/**
 * Writes all changes.
 *
 * @throws Error when a file is no longer what it was read as, or cannot be written; then all is as before.
 */
export function writeAll(changes: readonly Change[]): void {
  refuseSurprises(changes);
  const written = changes.filter(({ after }) => after !== undefined);
  try {
    for (const { file, after = "" } of written) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(besideOf(file), after);
    }
  } catch (cause) {
    for (const { file } of written) rmSync(besideOf(file), { force: true });
    throw new Error(`content: nothing was changed, since a file could not be written: ${String(cause)}`, { cause });
  }
  const done: Change[] = [];
  try {
    // What goes away goes last, so that a page is never nowhere; but a name that differs in case only must go first.
    for (const change of inOrder(changes)) {
      done.push(change);
      if (change.after === undefined) rmSync(change.file);
      else renameSync(besideOf(change.file), change.file);
    }
  } catch (cause) {
    undo(done);
    for (const { file } of written) rmSync(besideOf(file), { force: true });
    throw new Error(`content: nothing was changed, since a file could not be moved: ${String(cause)}`, { cause });
  }
}

function inOrder(changes: readonly Change[]): readonly Change[] {
  const gone = changes.filter(({ after }) => after === undefined);
  const isSameName = gone.some(({ file }) => changes.some((other) => other.file !== file && other.file.toLowerCase() === file.toLowerCase()));
  const kept = changes.filter(({ after }) => after !== undefined);
  return isSameName ? [...gone, ...kept] : [...kept, ...gone];
}

function undo(done: readonly Change[]): void {
  for (const { file, before } of [...done].reverse()) {
    if (before === undefined) rmSync(file, { force: true });
    else writeFileSync(file, before);
  }
}

function refuseSurprises(changes: readonly Change[]): void {
  const names = changes.filter(({ after }) => after === undefined).map(({ file }) => file.toLowerCase());
  for (const { file, before } of changes) {
    const now = existsSync(file) ? readFileSync(file, "utf8") : undefined;
    const isRenamedOnly = before === undefined && names.includes(file.toLowerCase());
    if (now !== before && !isRenamedOnly) throw new Error(`content: ${file} was changed by somebody else meanwhile; nothing was written, run the command again`);
  }
}

/** A hidden name: no tool takes it for a page. */
function besideOf(file: string): string {
  return `${dirname(file)}/.${file.slice(dirname(file).length + 1)}.wegwijzer`;
}
