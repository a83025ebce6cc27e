/** What a disk may hold where pages lie: names, links, pipes and folders; each refused at its place, or published. */
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { check } from "../../plugins/content/check.ts";
import { defineKind, z } from "../../plugins/content/index.ts";
import { build, project, removeProjects } from "./eleventySite.ts";
import type { Files } from "./eleventySite.ts";

const kinds = [
  defineKind({ name: "pagina", folder: "", titleKey: "title", schema: z.object({ title: z.string() }), layout: "page.11ty.js" }),
  defineKind({ name: "woord", folder: "woorden.yaml", titleKey: "title", schema: z.object({ title: z.string() }), address: ({ slug }) => `/a/#${slug}` }),
];
const page = "---\ntitle: T\n---\nTekst.\n";

test.after(removeProjects);

/** Problems and addresses of a project with these files below `site/`, and what `make` adds to it. */
async function read(files: Files, make: (folder: string) => void = () => undefined): Promise<{ readonly told: readonly string[]; readonly urls: readonly string[] }> {
  const folder = project(Object.fromEntries(Object.entries(files).map(([path, file]) => [`site/${path}`, file])));
  make(join(folder, "site"));
  const before = process.cwd();
  process.chdir(folder);
  try {
    const copies = { "site/beeld": { outputPath: "beeld" } };
    const { problems, pages } = await check({ kinds, language: "en", input: "site", excluded: ["site/_includes"], copies });
    return { told: problems.map(({ file, rule }) => `${file} ${rule}`), urls: pages.map(({ url }) => url) };
  } finally {
    process.chdir(before);
  }
}

const names: readonly (readonly [name: string, url: string])[] = [
  ["con.md", "/con/"], ["-rf.md", "/rf/"], ["$(touch x).md", "/touch-x/"], ["a|b;c&d.md", "/a-b-c-d/"], ["*.md", "/2a/"], ["[a-z]{1}!(x).md", "/a-z-1-x/"],
  [" begin.md", "/begin/"], ["einde .md", "/einde/"], ["%2e%2e.md", "/2e-2e/"], [".verborgen.md", "/verborgen/"], ["---.md", "/2d-2d-2d/"],
  ["{{ 6*7 }}.md", "/6-7/"], ["map.md/x.md", "/map-md/x/"], [`${"a".repeat(252)}.md`, `/${"a".repeat(252)}/`], ["cafe\u0301.md", "/cafe/"],
];
for (const [name, url] of names) {
  test(`${name.slice(0, 30)} is published at ${url.slice(0, 30)}`, async () => assert.equal(await read({ [name]: page }), { told: [], urls: [url] }));
}

const refused: readonly (readonly [what: string, files: Files, told: readonly string[]])[] = [
  ["a sign that turns a name around", { "a\u202eb.md": page }, ["site/a\u202eb.md file-name"]],
  ["an escape of a terminal", { "a\u001b[31mb.md": page }, ["site/a\u001b[31mb.md file-name"]],
  ["a space after .md", { "einde.md ": page }, ["site/einde.md  file-name"]],
  ["another ending of Markdown", { "einde.markdown": page }, ["site/einde.markdown file-name"]],
  ["another ending of a list", { "woorden.yml": "a:\n  title: A\n" }, ["site/woorden.yml file-name"]],
  ["a list in upper case", { "Woorden.yaml": "a:\n  title: A\n" }, ["site/Woorden.yaml file-name"]],
  ["a name whose address no disk holds", { [`${"🌷".repeat(60)}.md`]: page }, [`site/${"🌷".repeat(60)}.md permalink-length`]],
  ["two names with one address", { "a-b.md": page, "a_b.md": page }, ["site/a_b.md duplicate-address"]],
  ["two folders whose names are stored otherwise", { "cafe\u0301/x.md": page, "caf\u00e9/x.md": page }, ["site/caf\u00e9/x.md colliding-name"]],
  ["a link to itself", { "x.md": { symlink: "x.md" } }, ["site/x.md dangling-symlink"]],
  ["a link to a device", { "x.md": { symlink: "/dev/zero" } }, ["site/x.md symlink-outside"]],
  ["a link out of the site among what is copied", { "beeld/x.svg": { symlink: "/etc/hostname" } }, ["site/beeld/x.svg symlink-outside"]],
  ["UTF-16 with its high bytes first", { "x.md": Buffer.from(`\ufeff${page}`, "utf16le").swap16() }, ["site/x.md not-utf8"]],
  ["bytes that are too long for their sign", { "x.md": Buffer.concat([Buffer.from(page), Buffer.from([0xe0, 0x80, 0xaf])]) }, ["site/x.md not-utf8"]],
  ["an apostrophe of Windows", { "x.md": page.replace("Tekst", "\u0092s") }, ["site/x.md unseen-character"]],
  ["a byte-order mark in the middle", { "x.md": page.replace("Tekst", "Te\ufeffkst") }, ["site/x.md unseen-character"]],
  ["a separator of lines from another program", { "x.md": page.replace("Tekst", "Te\u2028kst") }, ["site/x.md unseen-character"]],
  ["text that only a program sees", { "x.md": page.replace("Tekst", "Te\u{e0068}\u{e0069}kst") }, ["site/x.md unseen-character", "site/x.md unseen-character"]],
];
for (const [what, files, told] of refused) test(`refused: ${what}`, async () => assert.equal((await read(files)).told, told));

test("a folder with the name of a list is no list", async () => {
  assert.equal((await read({}, (site) => mkdirSync(join(site, "woorden.yaml")))).told, ["site/woorden.yaml unreadable-file"]);
});

test("a name that is no text is refused", async () => {
  const { told } = await read({}, (site) => writeFileSync(Buffer.concat([Buffer.from(`${site}/a`), Buffer.from([0xff]), Buffer.from(".md")]), page));
  assert.equal(told, ["site/a\ufffd.md unreadable-file"]);
});

// Only a system with pipes can have one among its pages.
const canPipe = process.platform !== "win32" && spawnSync("mkfifo", ["--version"]).error === undefined;
const testPipe = canPipe ? test : test.skip;

testPipe("a pipe is never read, whatever leads to it", async () => {
  const { told } = await read({ "y.md": { symlink: "pijp" } }, (site) => spawnSync("mkfifo", [join(site, "pijp"), join(site, "x.md")]));
  assert.equal(told, ["site/pijp unreadable-file", "site/x.md unreadable-file", "site/y.md unreadable-file"]);
});

testPipe("a pipe among what is copied is told before Eleventy meets it", async () => {
  const folder = project({ "site/beeld/x.svg": "<svg/>" }, `
    config.addPassthroughCopy("site/beeld");
    config.addPlugin(content, { kinds: [defineKind({ name: "pagina", folder: "", titleKey: "title", schema: z.object({ title: z.string() }) })] });
  `);
  spawnSync("mkfifo", [join(folder, "site/beeld/pijp")]);
  assert.match((await build(folder)).report, "site/beeld/pijp:1:1 unreadable-file");
});

test.run();
