/** The plugin in a real Eleventy: what it hands on, what it leaves out, and what an edit changes. */
import { spawn } from "node:child_process";
import { cpSync, existsSync, readFileSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { build, project, removeProjects, write } from "./eleventySite.ts";
import { fixtures } from "./smallSite.ts";

const kindsFile = new URL("./smallSite.ts", import.meta.url).href;
const eleventy = fileURLToPath(new URL("../../node_modules/@11ty/eleventy/cmd.cjs", import.meta.url));

const config = `
  const { kinds } = await import(${JSON.stringify(kindsFile)});
  config.addPassthroughCopy("site/beeld");
  config.addPlugin(content, { kinds, language: "nl" });
`;

/** Shows all that a layout is given. */
const layout = `
export default ({ content, page: { date }, wegwijzer: { page, graph, href } }) => JSON.stringify({
  title: page.title,
  address: href(page.url),
  date: date.toISOString(),
  isShared: Object.isFrozen(graph) && graph.page(page.id) === page,
  themes: graph.related(page, "themas").map(({ page: { title }, data: { rol } }) => title + " " + rol),
  content,
});
`;

function smallProject(more = config): string {
  const folder = project({}, more);
  cpSync(join(fixtures, "sound"), join(folder, "site"), { recursive: true });
  write(folder, { "site/_includes/page.11ty.js": layout });
  return folder;
}

interface Shown {
  readonly title: string;
  readonly address: string;
  readonly date: string;
  readonly isShared: boolean;
  readonly themes: readonly string[];
  readonly content: string;
}

const shownIn = (text: string | undefined): Shown => JSON.parse(text ?? "{}") as Shown;

test.after(removeProjects);

test("a layout gets its page, the one graph of all pages and its HTML", async () => {
  const { output, report } = await build(smallProject());
  assert.is(report, "");
  const { content, ...rest } = shownIn(output["transities/energietransitie/index.html"]);
  assert.equal(rest, {
    title: "Energietransitie",
    address: "/transities/energietransitie/",
    date: "1970-01-01T00:00:00.000Z",
    isShared: true,
    themes: ["Energie hoofd", "Water raakt"],
  });
  assert.match(content, 'aria-label="Bron 1: Over ons, stand 2025-10"');
});

test("every page is written at its address, and nothing else", async () => {
  const { output } = await build(smallProject());
  assert.equal(Object.keys(output).sort(), [
    "app.css",
    "beeld/kaart.svg",
    "bronnen/index.html",
    "index.html",
    "samenwerken/de-4-os/index.html",
    "themas/energie/index.html",
    "themas/water/index.html",
    "transities/energietransitie/index.html",
    "uitleg/transitie/index.html",
  ]);
});

test("addresses carry the path prefix of the site", async () => {
  const folder = smallProject();
  const file = join(folder, "eleventy.config.mjs");
  write(folder, { "eleventy.config.mjs": readFileSync(file, "utf8").replace('output: "_site" }', 'output: "_site" }, pathPrefix: "/wegwijzer/"') });
  const { output } = await build(folder);
  const { address, content } = shownIn(output["themas/energie/index.html"]);
  assert.is(address, "/wegwijzer/themas/energie/");
  assert.match(content, 'href="/wegwijzer/themas/water/#zuinig-met-water"');
});

test("a config asks for the graph of the build under way", async () => {
  const folder = smallProject(`
    const { graphOf } = await import(${JSON.stringify(new URL("../../plugins/content/index.ts", import.meta.url).href)});
    ${config}
    config.addTransform("titles", (content) => content.replace("{", "{" + JSON.stringify("titles") + ":" + graphOf(config).pages.length + ","));
  `);
  const { output } = await build(folder);
  assert.match(output["index.html"] ?? "", /^\{"titles":9,/);
});

test("a draft is not built for publishing", async () => {
  const folder = smallProject();
  write(folder, { "site/themas/later.md": "---\ntitel: Later\ngecontroleerd: 2026-11-23\nstatus: concept\n---\nTekst.\n" });
  const { output, report } = await build(folder);
  assert.is(report, "");
  assert.not.ok("themas/later/index.html" in output);
  assert.is(Object.keys(output).length, 9);
});

test("another age of the files gives the same bytes", async () => {
  const folder = smallProject();
  const { output } = await build(folder);
  utimesSync(join(folder, "site/themas/energie.md"), 0, 0);
  assert.equal((await build(folder)).output, output);
});

test("other Markdown is left alone when the options say so", async () => {
  const folder = smallProject(config.replace("language:", 'otherMarkdown: "ignore", language:'));
  write(folder, { "site/LEESMIJ.md": "# Geen pagina\n", "site/notities/x.md": "---js\n{}\n---\n" });
  const { output, report } = await build(folder);
  assert.is(report, "");
  assert.is(Object.keys(output).length, 9);
});

test("a warning is told and ends nothing", async () => {
  const folder = smallProject();
  write(folder, { "site/themas/wind.md": "---\ntitel: Wind\ngecontroleerd: 2026-11-23\n---\n# Wind\n" });
  const { report, warnings } = await build(folder);
  assert.is(report, "");
  assert.match(warnings, "site/themas/wind.md:5:3 heading-level: waarschuwing: verwacht koppen vanaf ##");
});

test("the command prints the report once, without a stack, and ends with 1", async () => {
  const folder = smallProject();
  cpSync(join(fixtures, "broken/unknown-reference"), join(folder, "site"), { recursive: true });
  const { output, code } = await command(folder).ended;
  assert.is(code, 1);
  assert.is(output.match(/unknown-reference/g)?.length, 1, output);
  assert.not.match(output, /^\s+at /m);
  assert.not.ok(existsSync(join(folder, "_site/index.html")));
});

test("without any other plugin, a failed build leaves the last good output, and a removed page goes with the next", async () => {
  const folder = smallProject();
  assert.is((await command(folder).ended).code, 0);
  const shown = (): string => readIf(join(folder, "_site/themas/energie/index.html"));
  const good = shown();
  assert.ok(good !== "");
  write(folder, { "_site/gone/index.html": "old", "site/_includes/page.11ty.js": "export default () => { throw new Error('a layout that throws'); };" });
  assert.is((await command(folder).ended).code, 1);
  assert.is(shown(), good);
  write(folder, { "site/_includes/page.11ty.js": layout });
  assert.is((await command(folder).ended).code, 0);
  assert.not.ok(existsSync(join(folder, "_site/gone")));
});

test("a site that was broken when serving began is served once it is mended", async () => {
  const folder = smallProject();
  write(folder, { "site/themas/wind.md": "Geen voorwerk.\n" });
  const { child, ended } = command(folder, "--serve", "--port=0");
  try {
    await delay(3000);
    assert.is(child.exitCode, null, "the server stays up");
    const mended = { "site/themas/wind.md": "---\ntitel: Wind\ngecontroleerd: 2026-11-23\n---\nWind.\n" };
    await until(() => existsSync(join(folder, "._site.serve/themas/wind/index.html")), "the mended page", () => write(folder, mended));
  } finally {
    child.kill();
    await ended;
  }
});

for (const flag of ["--serve", "--serve --incremental"]) {
  test(`under ${flag} a new relation shows on the other page, and drafts show`, async () => {
    const folder = smallProject();
    const { child, ended } = command(folder, ...flag.split(" "), "--port=0");
    const shown = (): readonly string[] => shownIn(readIf(join(folder, "._site.serve/transities/energietransitie/index.html"))).themes ?? [];
    try {
      await until(() => shown().length === 2, "the first build");
      // The watcher of Eleventy is ready some time after the first build, and says nothing: so a change is saved again.
      const text = "---\ntitel: Wind\ngecontroleerd: 2026-11-23\nstatus: concept\ntransities:\n  - { transitie: energietransitie, rol: raakt }\n---\nWind.\n";
      await until(() => shown().includes("Wind raakt"), "the relation of a new page", () => write(folder, { "site/themas/wind.md": text }));
      const water = `${text.replace("Wind\n", "Regen\n")}\n## Zuinig met water\n`;
      await until(() => shown().includes("Regen raakt"), "the relation of an edited page", () => write(folder, { "site/themas/water.md": water }));
      const sources = readFileSync(join(folder, "site/bronnen.yaml"), "utf8").replace("Het plan", "Een nieuw plan");
      const energy = (): string => shownIn(readIf(join(folder, "._site.serve/themas/energie/index.html"))).content ?? "";
      await until(() => energy().includes("Een nieuw plan"), "the title of an edited source", () => write(folder, { "site/bronnen.yaml": sources }));
    } finally {
      child.kill();
      await ended;
    }
  });
}

function command(folder: string, ...more: readonly string[]) {
  const args = ["--import", import.meta.resolve("tsx"), eleventy, "--config=eleventy.config.mjs", "--quiet", ...more];
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<{ code: number | null; output: string }>((resolve) => child.on("close", (code) => resolve({ code, output })));
  return { child, ended };
}

function readIf(file: string): string {
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  return text.endsWith("}") ? text : "{}";
}

/** Waits for what is seen, however slow the computer; what makes it seen is done now, and again every five seconds. */
async function until(isTrue: () => boolean, what: string, make: () => void = () => undefined): Promise<void> {
  for (let tries = 0; !isTrue(); tries += 1) {
    if (tries > 1200) throw new Error(`waited a minute for ${what}`);
    if (tries % 100 === 0) make();
    await delay(50);
  }
}

test.run();
