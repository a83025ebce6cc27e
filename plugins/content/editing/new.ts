/** `wegwijzer new KIND "Title"`: writes a page, or an entry of a list file, and prints where. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { unseenIn } from "../../../src/content/bytes.ts";
import { newPage } from "../../../src/content/editing/newPage.ts";
import type { NewPage } from "../../../src/content/editing/newPage.ts";
import { isListFile } from "../../../src/content/kind.ts";
import { foldedName } from "../../../src/content/names.ts";
import { nearestTo } from "../../../src/content/nearest.ts";
import { localToday } from "../today.ts";
import { openSite, refuse } from "./open.ts";
import type { OpenSite } from "./open.ts";
import { schemaOfKind } from "./schemas.ts";

/** @returns the exit code: 2 when the command line is not right, and then nothing is written. */
export async function newCommand(args: readonly string[], today = localToday()): Promise<number> {
  const options = { config: { type: "string" }, in: { type: "string" } } as const;
  const { tokens } = parseArgs({ args: [...args], options, allowPositionals: true, strict: false, tokens: true });
  const stray = tokens.find((token) => token.kind === "option" && !(Object.hasOwn(options, token.name) && token.value !== undefined));
  const { values, positionals } = parseArgs({ args: stray === undefined ? [...args] : [], options, allowPositionals: true });
  const open = await openSite(values.config);
  const { settings: { kinds }, m } = open;
  if (stray !== undefined) return refuse(m, m.optionOf("--in, --config"), args[stray.index] ?? "");
  const [name = "", ...words] = positionals;
  const title = words.join(" ").normalize("NFC").trim();
  const kind = kinds.find((each) => each.name === name);
  if (kind === undefined) return refuse(m, m.kindOf(kinds.map((each) => each.name).join(", ")), name, nearestTo(name, kinds.map((each) => each.name)));
  const folder = values.in ?? kind.folders[0] ?? "";
  if (!kind.folders.includes(folder)) return refuse(m, m.placeOf(kind.folders.join(", ")), folder, nearestTo(folder, kind.folders));
  if (title === "") return refuse(m, m.titleOf, "");
  const unseen = unseenIn(title);
  if (unseen !== undefined) return refuse(m, m.visibleTitle, unseen);
  const page = newPage(kind, folder, title, schemaOfKind(kind, open), today, m);
  const taken = takenBy(page, kind.name, open);
  if (taken !== undefined) return refuse(m, m.freeName(`${kind.name}:${page.name}`, taken), title);
  console.log(write(page, open.input));
  return 0;
}

/** The file that has the id, or that has the path on some computer. */
function takenBy({ path, name }: NewPage, kind: string, { site, input }: OpenSite): string | undefined {
  const same = site.parts.entries.find(({ id }) => id === `${kind}:${name}`);
  if (same !== undefined || isListFile(path)) return same?.file;
  const file = site.paths.find((each) => foldedName(each) === foldedName(path));
  return file !== undefined || existsSync(join(input, path)) ? `${input}/${file ?? path}` : undefined;
}

function write({ path, text }: NewPage, input: string): string {
  const file = join(input, path);
  mkdirSync(dirname(file), { recursive: true });
  if (isListFile(path) && existsSync(file)) {
    const before = readFileSync(file, "utf8");
    const entry = `${before === "" || before.endsWith("\n") ? "" : "\n"}${text}`;
    writeFileSync(file, before.includes("\r\n") ? entry.replaceAll("\n", "\r\n") : entry, { flag: "a" });
  } else writeFileSync(file, text, { flag: "wx" });
  return `${input}/${path}`;
}
