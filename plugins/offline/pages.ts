/** What offline adds to a site beside its scripts: a page of its own where there is none, and a list of pages. */
import { addressOf } from "../../src/release.ts";
import { list, read } from "../output.ts";
import { titleOf } from "./facts.ts";

/** Address and title of every page, for whoever wants to know what is stored. */
export function pageList(folder: string, leftOut: (path: string) => boolean): string {
  const pages = list(folder).filter((path) => path.endsWith(".html") && !leftOut(path));
  const rows = pages.map((path) => [addressOf(path), titleOf(read(folder, path).toString("utf8")) || path]);
  return `[${rows.map((row) => JSON.stringify(row)).join(",\n")}]\n`;
}

const words = {
  nl: { title: "Zonder verbinding", home: "Naar het begin", script: "Deze pagina heeft een script nodig om te laten zien wat er op je apparaat staat." },
  en: { title: "Without a connection", home: "To the first page", script: "This page needs a script to show what is on your device." },
};

/** Plain, since it knows nothing of the site; the script fills it. */
export function plainPage(language: string, prefix: string): string {
  const { title, home, script } = words[/^nl\b/i.test(language) ? "nl" : "en"];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
</head>
<body>
<main data-search-ignore>
<h1>${title}</h1>
<div data-wegwijzer-offline><p>${script}</p></div>
<p><a href="${prefix}">${home}</a></p>
</main>
</body>
</html>
`;
}
