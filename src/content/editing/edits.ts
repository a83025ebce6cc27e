/**
 * Small changes to a text, by line and column: what a writer made beside them, stays as it was.
 *
 * Lines are counted as everywhere, whatever ends them; a file keeps its own line ends and byte-order mark.
 */

export interface Edit {
  /** Of the file, below the input. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** What stands there now, on one line; with a line feed at its end, the whole line goes. */
  readonly before: string;
  /** What comes instead. */
  readonly after: string;
}

/** @throws RangeError when something else stands in a place than the edit says: then it was made for another text. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
  const lines = text.slice(mark.length).match(/[^\r\n]*(?:\r\n|\r|\n|$)/g) ?? [];
  const lineEnd = /\r\n|\r|\n/.exec(text)?.[0] ?? "\n";
  const backwards = [...edits].sort((a, b) => b.line - a.line || b.column - a.column);
  for (const { path, line, column, before, after } of backwards) {
    const current = lines[line - 1] ?? "";
    const removed = before.endsWith("\n") ? current.slice(column - 1) : before;
    if (!current.startsWith(before.replace(/\n$/, ""), column - 1)) {
      throw new RangeError(`content: ${path}:${line}:${column}: expected "${before}", got "${current.slice(column - 1)}"; read the file again`);
    }
    lines[line - 1] = current.slice(0, column - 1) + after.replaceAll("\n", lineEnd) + current.slice(column - 1 + removed.length);
  }
  return mark + lines.join("");
}

/** Each place once: two links may share one definition. */
export function withoutDoubles(edits: readonly Edit[]): readonly Edit[] {
  return [...new Map(edits.map((edit) => [`${edit.path}:${edit.line}:${edit.column}`, edit])).values()];
}
