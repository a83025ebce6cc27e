/**
 * The code of the house as the compiler parses it: what each file imports, how long its functions are.
 *
 * The compiler's own parser, because a regular expression cannot tell an import from a text about one,
 * and a bundler's forgets imports of types.
 */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join, posix, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import {
  type CallExpression,
  isArrowFunction,
  isCallExpression,
  isExportDeclaration,
  isFunctionLikeDeclaration,
  isImportDeclaration,
  isPropertyAccessExpression,
  type Node,
  type SourceFile,
  SyntaxKind,
} from "typescript/unstable/ast";
import { API } from "typescript/unstable/sync";

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export interface Import {
  /** From the root, with forward slashes, or the name of a package: `src/problem.ts`, `zod`, `node:fs`. */
  readonly target: string;
  /** Whether nothing of it is left when the code runs. */
  readonly isType: boolean;
}

export interface Source {
  /** From the root, with forward slashes: `src/search/shard.ts`. */
  readonly file: string;
  readonly text: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  readonly functions: readonly { readonly name: string; readonly line: number; readonly lines: number }[];
  /** Lines on which the type `any` stands. */
  readonly anyLines: readonly number[];
  /** Names of methods called: `only`, `run`. */
  readonly methods: ReadonlySet<string>;
  /** The last statement, as written. */
  readonly last: string;
}

/** Files that git tracks or would track, from the root, with forward slashes, sorted. */
export function trackedFiles(): readonly string[] {
  // A clone that belongs to somebody else is read all the same.
  const args = ["-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const names = execFileSync("git", args, { cwd: root, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 }).split("\0");
  return [...new Set(names)].filter((name) => name !== "" && existsSync(join(root, name))).sort();
}

/** Parses every file of TypeScript that a world holds. */
export function readSources(files: readonly string[]): readonly Source[] {
  const api = new API({ cwd: root });
  try {
    const sources = new Map<string, Source>();
    for (const project of files.filter((file) => /(^|\/)tsconfig\.json$/.test(file))) {
      const { program } = openProject(api, project);
      for (const name of program.getSourceFileNames()) {
        const file = relative(root, name).split(sep).join("/");
        if (sources.has(file) || !files.includes(file)) continue;
        const parsed = program.getSourceFile(name);
        if (parsed) sources.set(file, sourceOf(file, parsed));
      }
    }
    return [...sources.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
  } finally {
    api.close();
  }
}

function openProject(api: API, file: string): ReturnType<ReturnType<API["updateSnapshot"]>["getProjects"]>[number] {
  const path = join(root, file);
  const project = api.updateSnapshot({ openProjects: [path] }).getProject(path);
  if (!project) throw new Error(`architecture: the compiler cannot open ${file}`);
  return project;
}

function sourceOf(file: string, parsed: SourceFile): Source {
  const lineOf = (position: number): number => parsed.getLineAndCharacterOfPosition(position).line + 1;
  const source = {
    file,
    text: parsed.text,
    lines: parsed.text.split("\n").length - 1,
    imports: importsOf(file, parsed),
    functions: [] as { name: string; line: number; lines: number }[],
    anyLines: [] as number[],
    methods: new Set<string>(),
    last: parsed.statements.at(-1)?.getText(parsed) ?? "",
  };
  const visit = (node: Node): undefined => {
    if (isFunctionLikeDeclaration(node)) {
      const line = lineOf(node.getStart(parsed));
      source.functions.push({ name: nameOf(node, parsed), line, lines: lineOf(node.end) - line + 1 });
    }
    if (node.kind === SyntaxKind.AnyKeyword) source.anyLines.push(lineOf(node.getStart(parsed)));
    if (isCallExpression(node)) source.methods.add(methodOf(node, parsed));
    node.forEachChild(visit);
  };
  parsed.forEachChild(visit);
  return source;
}

/** The name of a function or, for an arrow, the first line of what holds it. */
function nameOf(node: Node, parsed: SourceFile): string {
  const named = isArrowFunction(node) ? node.parent : node;
  return named.getText(parsed).split("\n")[0]?.slice(0, 60) ?? "";
}

const methodOf = ({ expression }: CallExpression, parsed: SourceFile): string =>
  isPropertyAccessExpression(expression) ? expression.name.getText(parsed) : "";

function importsOf(file: string, parsed: SourceFile): readonly Import[] {
  const typeOnly = new Set(parsed.statements.flatMap(typeSpecifierOf));
  return parsed.imports.flatMap((specifier) => {
    const written = textOf(specifier);
    // The JSX runtime is imported by the compiler, not by the file.
    if (written === undefined || specifier.pos < 0) return [];
    const target = written.startsWith(".") ? posix.join(posix.dirname(file), written) : packageOf(written);
    return [{ target, isType: typeOnly.has(specifier) }];
  });
}

const textOf = (node: Node): string | undefined => ("text" in node && typeof node.text === "string" ? node.text : undefined);

/** `import type …` and `export type …`: the compiler leaves nothing of them. */
function typeSpecifierOf(statement: Node): readonly Node[] {
  if (isExportDeclaration(statement)) return statement.isTypeOnly && statement.moduleSpecifier ? [statement.moduleSpecifier] : [];
  if (!isImportDeclaration(statement)) return [];
  return statement.importClause?.phaseModifier === SyntaxKind.TypeKeyword ? [statement.moduleSpecifier] : [];
}

const builtins = new Set(builtinModules);

/** `zod/v4` is of `zod`; `fs` is `node:fs`. */
function packageOf(specifier: string): string {
  const name = specifier.split("/").slice(0, specifier.startsWith("@") ? 2 : 1).join("/");
  return builtins.has(specifier) || builtins.has(name) ? `node:${specifier}` : name;
}
