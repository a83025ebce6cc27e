/** Source files into entries: each is a page of a kind, as far as it can be read. */
import type { Problem } from "../problem.ts";
import { readFrontMatter } from "./frontMatter.ts";
import { isListFile } from "./kind.ts";
import type { ParsedMarkdown } from "./markdown/parse.ts";
import { parseMarkdown } from "./markdown/parse.ts";
import type { TextFaultName } from "./markdown/textFaults.ts";
import type { Messages } from "./messages.ts";
import { foldedName } from "./names.ts";
import type { Kind, PageId } from "./model.ts";
import { fullSchemaOf, homeOf } from "./options.ts";
import type { SiteContext } from "./options.ts";
import { slugOf } from "./slug.ts";
import { validate } from "./validate.ts";
import type { Validated } from "./validate.ts";
import type { Path, Written } from "./yaml.ts";
import { readYaml } from "./yaml.ts";

/** A Markdown or list file of the site. */
export interface SourceFile {
  /** Below the input, with forward slashes. */
  readonly path: string;
  /** From the project's root, as problems name it. */
  readonly file: string;
  /** With line feeds only; undefined when its bytes could not be read, which is a problem already told. */
  readonly text?: string;
}

/** A page on its way: what is missing could not be read, and was told. */
export interface Entry {
  readonly kind: Kind;
  readonly path: string;
  readonly file: string;
  readonly name: string;
  readonly id: PageId;
  readonly slug: string;
  readonly folder: string;
  readonly draft: boolean;
  readonly written?: Written;
  /** Where its data begins: nowhere in front matter, its key in a list file. */
  readonly at: Path;
  readonly data?: Readonly<Record<string, unknown>>;
  /** As written, whether right or not: a reference is looked up even where a date beside it is wrong. */
  readonly raw?: Readonly<Record<string, unknown>>;
  readonly body?: ParsedMarkdown;
}

export interface Entries {
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
  /** The kind of a list file that could not be read: nobody knows what it holds. */
  readonly unread?: Kind;
}

/** Reads one file; a file outside every kind's folder is a problem. */
export function readEntries(source: SourceFile, context: SiteContext): Entries {
  const home = homeOf(source.path, context.kinds);
  const meant = folderMeant(source.path, home?.folder, context);
  if (home === undefined || meant !== undefined) return { entries: [], problems: [noKind(source, meant, context)] };
  if (isListFile(home.folder)) return readList(source, home.kind, context);
  return readPage(source, home.kind, context);
}

function readPage(source: SourceFile, kind: Kind, context: SiteContext): Entries {
  const name = nameOf(source.path);
  const base = { kind, path: source.path, file: source.file, folder: folderOf(source.path), at: [], ...identity(kind, name) };
  if (source.text === undefined) return { entries: [{ ...base, draft: false }], problems: [] };
  const { written, body: text, problems } = readFrontMatter(source.text, source.file, context.m);
  if (written === undefined) return { entries: [{ ...base, draft: false }], problems };
  const own = ownName(kind, written);
  const body = parseMarkdown(context.md, text, source.file);
  const { data, problems: faults } = validated(kind, written.data, written, [], context);
  const named = own === undefined ? base : { ...base, ...identity(kind, own), slug: base.slug };
  const entry: Entry = { ...named, draft: isDraft(written.data), written, raw: written.data, body, ...(data === undefined ? {} : { data }) };
  return { entries: [entry], problems: [...problems, ...faults, ...problemsOfBody(body, context)] };
}

function readList(source: SourceFile, kind: Kind, context: SiteContext): Entries {
  const { text, file } = source;
  if (text === undefined) return { entries: [], problems: [], unread: kind };
  const { written, problems } = readYaml({ file, text, from: 0, to: text.length }, context.m);
  if (written === undefined) return { entries: [], problems, unread: kind };
  const read = Object.entries(written.data).map(([key, raw]) => readListEntry(source, kind, key, raw, written, context));
  return { entries: read.flatMap(({ entries }) => entries), problems: [...problems, ...read.flatMap((each) => each.problems)] };
}

function readListEntry(source: SourceFile, kind: Kind, key: string, raw: unknown, written: Written, context: SiteContext): Entries {
  const { m } = context;
  const name = key.normalize("NFC").trim();
  const place = written.placeOfKey([key]);
  if (name === "") return { entries: [], problems: [{ ...place, rule: "missing-id", level: "error", expected: m.idName, got: "" }] };
  const base = { kind, path: source.path, file: source.file, folder: source.path, at: [key], ...identity(kind, name), written };
  const { data, problems } = validated(kind, raw ?? {}, written, [key], context);
  const entry: Entry = { ...base, draft: isDraft(raw), ...(data === undefined ? {} : { data }), ...(isRecord(raw) ? { raw } : {}) };
  return { entries: [entry], problems };
}

/** A title is where readers click, so it must be there for the eye as well. */
function validated(kind: Kind, raw: unknown, written: Written, at: Path, context: SiteContext): Validated {
  const result = validate(fullSchemaOf(kind, context), raw, written, at, context.m);
  const title = result.data?.[kind.titleKey];
  if (typeof title !== "string" || /[\p{L}\p{N}\p{P}\p{S}]/u.test(title)) return result;
  const place = written.placeOf([...at, kind.titleKey]);
  return { problems: [...result.problems, { ...place, rule: "unseen-title", level: "error", expected: context.m.visibleTitle, got: title }] };
}

function ownName({ idKey }: Kind, { data, sourceOf }: Written): string | undefined {
  if (idKey === undefined || !Object.hasOwn(data, idKey)) return undefined;
  const value = data[idKey];
  return typeof value === "string" ? value.normalize("NFC") : sourceOf([idKey]);
}

function identity(kind: Kind, name: string): Pick<Entry, "name" | "id" | "slug"> {
  return { name, id: `${kind.name}:${name}` as PageId, slug: slugOf(name) };
}

/** Faults that are seen without knowing the other pages. */
function problemsOfBody({ headings, citationFaults, textFaults }: ParsedMarkdown, { m }: SiteContext): Problem[] {
  const titles = headings.filter(({ level }) => level === 1).map(({ place, text }): Problem => (
    { ...place, rule: "heading-level", level: "warning", expected: m.noTitleHeading, got: `# ${text}` }
  ));
  const faults = citationFaults.map(({ fault, got, place }): Problem => {
    const isMalformed = fault === "malformed";
    return { ...place, rule: isMalformed ? "malformed-citation" : "misplaced-citation", level: "error", expected: isMalformed ? m.citationForm : m.citationText, got };
  });
  return [...titles, ...faults, ...textFaults.map(({ fault, got, place }): Problem => ({ ...place, rule: fault, got, ...textRows(m)[fault] }))];
}

/** A table: what is told of each fault of a text. */
function textRows(m: Messages): { readonly [Name in TextFaultName]: Pick<Problem, "level" | "expected" | "remedy"> } {
  return {
    "unseen-character": { level: "error", expected: m.visibleText, remedy: m.removeCharacter },
    "links-too-long": { level: "error", expected: m.shortLinks },
    "unread-link": { level: "warning", expected: m.readableLink },
    "link-without-text": { level: "warning", expected: m.linkText },
    "image-without-text": { level: "warning", expected: m.imageText },
  };
}

function isDraft(data: unknown): boolean {
  return isRecord(data) && (data["status"] === "concept" || data["status"] === "draft");
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** `Themas/x.md` where a kind lies in `themas/`: on some computers that is the same folder. */
function folderMeant(path: string, home: string | undefined, { kinds }: SiteContext): string | undefined {
  const folders = kinds.flatMap((kind) => kind.folders).filter((folder) => folder.length > (home?.length ?? 0) && !isListFile(folder));
  return folders.find((folder) => !path.startsWith(`${folder}/`) && foldedName(path).startsWith(`${foldedName(folder)}/`));
}

function noKind({ path, file }: SourceFile, meant: string | undefined, { kinds, m }: SiteContext): Problem {
  const folders = kinds.flatMap((kind) => kind.folders).filter((folder) => !isListFile(folder)).map((folder) => `${folder}/`);
  const nearest = meant === undefined ? {} : { nearest: `${meant}${path.slice(meant.length)}` };
  return { file, line: 1, column: 1, rule: "no-kind", level: "error", expected: m.knownFolder(folders.join(", ")), got: path, ...nearest };
}

/** `themas/café.md` is `café`; the way an accent is stored makes no difference. */
function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.md$/, "").normalize("NFC");
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
