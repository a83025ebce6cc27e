/** A small site with a search, as the plugin writes it: for tests of the reader's side. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { browserFiles } from "../../plugins/search/bundle.ts";
import { searchPages } from "../../plugins/search/pages.ts";
import { addToHead } from "../../plugins/tags.ts";
import { filesOf } from "../search/sample.ts";

/** What the strictest host sends; `default-src` covers what is not named. */
export const strictPolicy =
  "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

export const hostileTitle = `<img src=x onerror="document.title='gehackt'"> & 'energie'`;

const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

const form = (prefix: string): string => `<form role="search" action="${prefix}zoeken/"><label>Zoek <input type="search" name="q"></label><button>Zoek</button></form>`;

/** A page with one section for each heading. */
function page(prefix: string, title: string, sections: Readonly<Record<string, string>>, more: { readonly form?: boolean; readonly language?: string; readonly top?: string } = {}): string {
  const body = Object.entries(sections).map(([heading, text]) => (heading === "" ? `<p>${text}</p>` : `<h2 id="${heading.toLowerCase().replaceAll(" ", "-")}">${heading}</h2><p>${text}</p>`));
  return `<!doctype html><html lang="${more.language ?? "nl"}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title)}</title></head>` +
    `<body><header>${more.form === false ? "" : form(prefix)}</header><main><h1>${escape(title)}</h1>${more.top ?? ""}${body.join("")}</main></body></html>`;
}

/** Long enough for a section to be a document of its own. */
const filler = "Daarna volgt een lange alinea zonder onderwerp die niemand zoekt en die er alleen staat omdat een afdeling anders te kort is. ".repeat(6);

function pagesOf(prefix: string): Readonly<Record<string, string>> {
  const numbered = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`/molen-${at + 1}/`, page(prefix, `Verhaal ${at + 1}`, { "": `Bij de molen van nummer ${at + 1} draait de wiek.` })]));
  return {
    "/": page(prefix, "Start", { "": "Hier begint het." }),
    "/zoeken/": page(prefix, "Zoeken", {}, { top: `<div data-wegwijzer-results data-search-ignore></div>` }),
    "/kaal/": page(prefix, "Kaal", { "": "Een pagina zonder formulier." }, { form: false }),
    "/energie/": page(prefix, "Energie", { "": `Over stroom en warmte. ${filler}`, "Wat kun je doen": `Bespaar energie en isoleer. ${filler}`, "Wie beslist": `De buren beslissen over energie. ${filler}` }),
    "/energietransitie/": page(prefix, "Energietransitie", { "": "Van kolen, olie en gas naar energie die niet opraakt." }),
    "/water/": page(prefix, "Water", { "": "Te veel, te weinig of te vies." }),
    "/gevaar/": page(prefix, hostileTitle, { "": `Pas op met <b>${escape(hostileTitle)}</b> en ander gevaar.` }),
    "/bicycles/": page(prefix, "Bicycles", { "": "A bicycle has two wheels." }, { language: "en" }),
    ...numbered,
  };
}

const kinds: Readonly<Record<string, string>> = { "/energie/": "Thema", "/water/": "Thema", "/energietransitie/": "Transitie" };

/**
 * Writes the site into a folder.
 *
 * @param more - Title and text of further pages, by their addresses.
 */
export async function writeSearchSite(folder: string, prefix = "/", more: Readonly<Record<string, readonly [title: string, text: string]>> = {}): Promise<void> {
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  const added = Object.entries(more).map(([url, [title, text]]) => [url, page(prefix, title, { "": text })] as const);
  const pages = [...Object.entries(pagesOf(prefix)), ...added];
  const scripts = await browserFiles();
  const loader = Object.keys(scripts).find((name) => name.startsWith("loader."));
  for (const [url, html] of pages) write(`${url}index.html`, addToHead(html, `<script type="module" src="${prefix}wegwijzer-search/${loader}"></script>`));
  const written = pages.map(([url, content]) => ({ url, content, inputPath: "", outputPath: `${url}index.html` }));
  const searched = searchPages(written, prefix, "nl", ({ url }) => {
    const kind = kinds[url];
    return kind === undefined ? {} : { kind, trail: ["Thema’s"], facets: { Soort: [kind] } };
  });
  for (const [name, text] of [...(await filesOf(searched)), ...Object.entries(scripts)]) write(`wegwijzer-search/${name}`, text);
}
