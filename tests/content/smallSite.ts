/** A sound site of seven files, its kinds, and ways to break it. */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { date, defineKind, yearMonth, z } from "../../plugins/content/index.ts";
import { markdownParser } from "../../src/content/markdown/parse.ts";
import { messagesIn } from "../../src/content/messages.ts";
import { schemasOf } from "../../src/content/options.ts";
import type { SiteContext } from "../../src/content/options.ts";
import { readSite } from "../../src/content/site.ts";
import type { Site } from "../../src/content/site.ts";

export const fixtures = fileURLToPath(new URL("../fixtures/content/", import.meta.url));

const shared = { titel: z.string().min(1).max(40), gecontroleerd: date, verwant: z.array(z.string()).optional() };

export const thema = defineKind({
  name: "thema",
  folder: "themas",
  schema: z.object({
    ...shared,
    onderdeelVan: z.string().optional(),
    transities: z.array(z.object({ transitie: z.string(), rol: z.enum(["hoofd", "raakt"]) })).optional(),
  }),
  relations: {
    verwant: { to: "*" },
    onderdeelVan: { to: "thema", inverse: "onderdelen", acyclic: true },
    transities: { to: "transitie", field: "transitie", inverse: "themas" },
  },
  layout: "page.11ty.js",
});

export const transitie = defineKind({
  name: "transitie",
  folder: "transities",
  schema: z.object({ ...shared, stand: yearMonth.optional() }),
  relations: { verwant: { to: "*" } },
  layout: "page.11ty.js",
});

export const uitleg = defineKind({
  name: "uitleg",
  folders: ["uitleg", "samenwerken"],
  schema: z.object({ ...shared, over: z.array(z.string()).optional() }),
  relations: { verwant: { to: "*" }, over: { to: ["thema", "transitie"], inverse: "uitleg" } },
  layout: "page.11ty.js",
});

export const pagina = defineKind({
  name: "pagina",
  folder: "paginas",
  schema: z.object(shared),
  layout: "page.11ty.js",
  address: ({ slug }) => `/${slug}/`,
});

export const bron = defineKind({
  name: "bron",
  folder: "bronnen.yaml",
  schema: z.object({ titel: z.string(), url: z.url() }),
  address: ({ slug }) => `/bronnen/#${slug}`,
});

export const kinds = [thema, transitie, uitleg, pagina, bron] as const;

/** A copy of the sound site in a temporary folder, with the files of a broken one over it. */
export function copyOfSite(...overlays: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "wegwijzer-small-"));
  cpSync(join(fixtures, "sound"), join(folder, "site"), { recursive: true });
  for (const overlay of overlays) cpSync(join(fixtures, overlay), join(folder, "site"), { recursive: true });
  return folder;
}

export function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** In English, as for publishing, with a page for sources. */
export function contextOf(changes: Partial<SiteContext> = {}): SiteContext {
  return {
    kinds,
    schemaOf: schemasOf(kinds),
    m: messagesIn("en"),
    md: markdownParser(true),
    citedKind: bron,
    publish: true,
    assets: new Map(),
    addresses: new Set(["/bronnen/"]),
    href: (url) => url,
    ...changes,
  };
}

/** Pages from texts alone, without a disk. */
export function siteOf(files: Readonly<Record<string, string>>, changes: Partial<SiteContext> = {}): Site {
  return readSite(Object.entries(files).map(([path, text]) => ({ path, file: `site/${path}`, text })), contextOf(changes));
}

/** Front matter that is right, with what is given after it. */
export function page(more = "", body = "Tekst."): string {
  return `---\ntitel: Titel\ngecontroleerd: 2026-11-23\n${more}---\n${body}\n`;
}
