/** The command `move`: a page goes elsewhere with all that leads to it, or nothing changes. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { moveCommand } from "../../plugins/content/editing/move.ts";
import { openSite } from "../../plugins/content/editing/open.ts";
import { writeAll } from "../../plugins/content/editing/writing.ts";
import { applyEdits } from "../../src/content/editing/edits.ts";
import { planMove } from "../../src/content/editing/move.ts";
import { formatReport } from "../../src/content/report.ts";
import { editingSite, run, textsIn } from "./editingSite.ts";
import { removeProjects } from "./eleventySite.ts";
import type { Files } from "./eleventySite.ts";
import { defineKind, z } from "../../plugins/content/index.ts";
import { schemasOf } from "../../src/content/options.ts";
import { contextOf, page, siteOf } from "./smallSite.ts";

test.after(removeProjects);

const moved = (folder: string, ...args: readonly string[]) => run(folder, () => moveCommand(args));

/** Moves on a sound site with files of one's own; tells what stands in the files that changed. */
async function changes(files: Files, from: string, to: string): Promise<Readonly<Record<string, string>>> {
  const folder = editingSite(Object.fromEntries(Object.entries(files).map(([path, text]) => [`site/${path}`, text])));
  const before = textsIn(folder);
  const { code, refused } = await moved(folder, from, to);
  assert.is(`${code}${refused}`, "0");
  return Object.fromEntries(Object.entries(textsIn(folder)).filter(([path, text]) => before[path] !== text));
}

/** What a line of another page becomes when `themas/zon.md` goes to `themas/licht.md`. */
const lines: readonly (readonly [before: string, after: string])[] = [
  ["[zon](zon.md)", "[zon](licht.md)"],
  ["[zon](./zon.md)", "[zon](./licht.md)"],
  ["[zon](../themas/zon.md#kop)", "[zon](licht.md#kop)"],
  ['[zon]( <zon.md> "titel") en [water](water.md)', '[zon]( <licht.md> "titel") en [water](water.md)'],
  ["> - [een](zon.md) en [twee](zon.md#kop)", "> - [een](licht.md) en [twee](licht.md#kop)"],
  ["| [zon](zon.md) |\n|---|\n| [zon](zon.md) |", "| [zon](licht.md) |\n|---|\n| [zon](licht.md) |"],
  ["[zon][z] en [zon]\n\n[z]: zon.md#kop\n[zon]: <zon.md>", "[zon][z] en [zon]\n\n[z]: licht.md#kop\n[zon]: <licht.md>"],
  ["[zon](/themas/zon/) en [zon](/themas/zon/#kop)", "[zon](/themas/licht/) en [zon](/themas/licht/#kop)"],
  ["`[zon](zon.md)` is code; zon.md is tekst; [zon](zon.md)", "`[zon](zon.md)` is code; zon.md is tekst; [zon](licht.md)"],
];
for (const [before, after] of lines) {
  test(`${JSON.stringify(before)} becomes ${JSON.stringify(after)}`, async () => {
    const files = { "themas/zon.md": page("", "## Kop\n"), "themas/ander.md": page("", before) };
    assert.is((await changes(files, "themas/zon.md", "licht"))["themas/ander.md"], page("", after));
  });
}

/** Front matter of a page of `uitleg` when the theme `zon` becomes `licht`. */
const references: readonly (readonly [before: string, after: string])[] = [
  ["over: [zon, water]   # licht en nat\n", "over: [licht, water]   # licht en nat\n"],
  ["over:\n- 'zon'\n-   water\n", "over:\n- 'licht'\n-   water\n"],
  ['verwant: ["thema:zon"]\n', 'verwant: ["thema:licht"]\n'],
  ["verwant:\n  # eerst de zon\n  - thema:zon\n", "verwant:\n  # eerst de zon\n  - thema:licht\n"],
  ['over: ["thema:zon"]\n', 'over: ["thema:licht"]\n'],
];
for (const [before, after] of references) {
  test(`in front matter ${JSON.stringify(before)} becomes ${JSON.stringify(after)}`, async () => {
    const files = { "themas/zon.md": page(), "uitleg/x.md": page(before) };
    assert.is((await changes(files, "thema:zon", "site/themas/licht.md"))["uitleg/x.md"], page(after));
  });
}

test("in another folder the page finds what it links to, and another kind changes its id", async () => {
  const body = "[water](water.md), [zelf](#kop), [zelf](zon.md#kop), ![kaart](../beeld/kaart.svg), [uit](https://example.org/)\n\n## Kop\n";
  const files = { "themas/zon.md": page("", body), "uitleg/x.md": page('verwant: ["thema:zon"]\n') };
  assert.equal(await changes(files, "themas/zon.md", "samenwerken/"), {
    "samenwerken/zon.md": page("", body.replace("water.md", "../themas/water.md")),
    "uitleg/x.md": page('verwant: ["uitleg:zon"]\n'),
  });
});

const kept = defineKind({
  name: "blad",
  folder: "bladen",
  schema: z.object({ titel: z.string(), vroegereUrls: z.array(z.string()).optional() }),
});

/** What follows the title of a page that goes from /bladen/a/ to /bladen/b/. */
const formers: readonly (readonly [before: string, after: string])[] = [
  ["", 'vroegereUrls: ["/bladen/a/"]\n'],
  ["# einde\n", '# einde\nvroegereUrls: ["/bladen/a/"]\n'],
  ["vroegereUrls: [/x/] # ooit\n", 'vroegereUrls: ["/x/", "/bladen/a/"] # ooit\n'],
  ["vroegereUrls: []\n", 'vroegereUrls: ["/bladen/a/"]\n'],
  ['vroegereUrls: ["/bladen/b/"]\n', 'vroegereUrls: ["/bladen/a/"]\n'],
  ["vroegereUrls: [\n  /x/,\n]\n", 'vroegereUrls: ["/bladen/a/", \n  /x/,\n]\n'],
  ["vroegereUrls:\n  - /x/\n  # ooit\n  - /y/\n", 'vroegereUrls:\n  - /x/\n  # ooit\n  - /y/\n  - "/bladen/a/"\n'],
  ["vroegereUrls:\n- /bladen/b/\n- /y/\nstatus: concept\n", "vroegereUrls:\n- /y/\nstatus: concept\n"],
  ["vroegereUrls: [/bladen/b/]\nstatus: concept\n", "vroegereUrls: []\nstatus: concept\n"],
  ["status: concept\n", "status: concept\n"],
  ["vroegereUrls:\n- /bladen/b/\n", 'vroegereUrls:\n- "/bladen/a/"\n'],
];
for (const [before, after] of formers) {
  test(`a page with ${JSON.stringify(before)} keeps its former address as ${JSON.stringify(after)}`, () => {
    const context = { kinds: [kept], schemaOf: schemasOf([kept]) };
    const text = `---\ntitel: A\n${before}---\nTekst.\n`;
    const { parts } = siteOf({ "bladen/a.md": text }, context);
    const { rounds, problems } = planMove("bladen/a.md", "bladen/b.md", [{ path: "bladen/a.md", file: "site/bladen/a.md", text }], parts, contextOf(context));
    assert.equal(problems, []);
    assert.is(applyEdits(text, rounds[1] ?? []), `---\ntitel: A\n${after}---\nTekst.\n`);
  });
}

test("line ends and a byte-order mark stay what they were", async () => {
  const other = `\uFEFF${page("", "Eerst.\n[zon](zon.md)")}`.replaceAll("\n", "\r\n");
  const after = await changes({ "themas/zon.md": page().replaceAll("\n", "\r\n"), "themas/ander.md": other }, "themas/zon.md", "licht");
  assert.is(after["themas/ander.md"], other.replace("zon.md", "licht.md"));
  assert.is(after["themas/licht.md"], page().replaceAll("\n", "\r\n"));
});

test("the plan is printed, and with --dry-run nothing else happens", async () => {
  const folder = editingSite({ "site/menu.yaml": "- /themas/energie/\n- /themas/energie-nieuws/\n" });
  const before = textsIn(folder);
  const { code, printed } = await moved(folder, "--dry-run", "themas/energie", "stroom");
  assert.is(code, 0);
  assert.equal(textsIn(folder), before);
  const told = printed.trimEnd().split("\n");
  assert.equal(told.slice(0, 2), ["site/themas/energie.md → site/themas/stroom.md", "  /themas/energie/ → /themas/stroom/"]);
  assert.equal(told.slice(-3), ["Staat hier ook, en alleen u weet wat daar moet komen:", "  site/menu.yaml:1 /themas/energie/", "Er is niets veranderd: dit is alleen het plan."]);
});

test("an address in the texts of a list is told, and changed by nobody", async () => {
  const folder = editingSite({ "site/bronnen.yaml": "tp-plan:\n  titel: Zie /themas/energie/\n  url: https://example.org/\ndd-over:\n  titel: D\n  url: https://example.org/\n" });
  const { printed } = await moved(folder, "themas/energie", "stroom");
  assert.match(printed, "  site/bronnen.yaml:2 /themas/energie/");
  assert.match(textsIn(folder)["bronnen.yaml"] ?? "", "Zie /themas/energie/");
});

test("the page of a folder leaves it, and what led to the folder follows", async () => {
  const body = "[a](deel/index.md) [b](/themas/deel/) [c](/themas/deel/index.html#kop)";
  const after = await changes({ "themas/deel/index.md": page("", "## Kop\n"), "themas/x.md": page("", body) }, "themas/deel/index.md", "themas/deel/nieuw.md");
  assert.is(after["themas/x.md"], page("", "[a](deel/nieuw.md) [b](/themas/deel/nieuw/) [c](/themas/deel/nieuw/#kop)"));
});

test("a name with signs that a link cannot hold is written as a link can", async () => {
  const after = await changes({ "themas/zon.md": page(), "themas/x.md": page("", "[zon](zon.md)") }, "themas/zon.md", "wat? 100% (#1)");
  assert.is(after["themas/x.md"], page("", "[zon](wat%3F%20100%25%20%28%231%29.md)"));
});

const refusals: readonly (readonly [args: readonly string[], told: string])[] = [
  [["themas/enegrie.md", "x"], 'kreeg "themas/enegrie.md"; bedoelde u "themas/energie.md"?'],
  [["themas/energie.md", "water"], 'kreeg "water"'],
  [["themas/energie.md", "Water"], 'kreeg "Water"'],
  [["themas/energie.md", "nergens/x.md"], 'kreeg "nergens/x.md"'],
  [["themas/energie.md", "../../x.md"], 'kreeg "../../x.md"'],
  [["themas/energie.md", ""], "kreeg niets"],
  [["themas/energie.md", "energie"], 'kreeg "energie"'],
];
for (const [args, told] of refusals) {
  test(`move ${args.join(" ")} is refused`, async () => {
    const folder = editingSite();
    const before = textsIn(folder);
    const { code, refused } = await moved(folder, ...args);
    assert.is(code, 2);
    assert.match(refused, told);
    assert.equal(textsIn(folder), before);
  });
}

test("a site with an error is mended first", async () => {
  const folder = editingSite({ "site/themas/x.md": page("", "[x](nergens.md)") });
  const { code, refused } = await moved(folder, "themas/water.md", "nat");
  assert.is(code, 1);
  assert.match(refused, "Er is niets veranderd: los dit eerst op.");
});

test("what would be wrong afterwards is told, and nothing changes", async () => {
  const folder = editingSite({ "site/themas/zon.md": page(), "site/themas/deel.md": page("onderdeelVan: zon\n") });
  const before = textsIn(folder);
  const { code, refused } = await moved(folder, "themas/zon.md", "uitleg/");
  assert.is(code, 1);
  assert.match(refused, /deel\.md:4:15 wrong-kind: .*\n.*\nEr is niets veranderd: dit zou daarna fout zijn\./);
  assert.equal(textsIn(folder), before);
});

test("a way of writing that is not understood is a refusal, not a broken page", async () => {
  const folder = editingSite({ "site/themas/zon.md": page(), "site/uitleg/x.md": page('over: ["z\\u006fn"]\n') });
  const before = textsIn(folder);
  assert.is((await moved(folder, "themas/zon.md", "licht")).code, 1);
  assert.equal(textsIn(folder), before);
});

test("an edit made for another text is never applied", () => {
  assert.throws(() => applyEdits("een\ntwee", [{ path: "x", line: 2, column: 1, before: "drie", after: "" }]), 'content: x:2:1: expected "drie", got "twee"; read the file again');
});

test("a file that somebody changed meanwhile keeps all files as they are", () => {
  const folder = editingSite();
  const [one, two] = [join(folder, "site/a.txt"), join(folder, "site/b.txt")];
  writeFileSync(one, "a");
  writeFileSync(two, "b, changed");
  assert.throws(() => writeAll([{ file: one, before: "a", after: "A" }, { file: two, before: "b", after: "B" }]), "b.txt was changed by somebody else meanwhile");
  assert.is(readFileSync(one, "utf8"), "a");
});

test("a file that cannot be written keeps all files as they are", () => {
  const folder = editingSite();
  const one = join(folder, "site/a.txt");
  writeFileSync(one, "a");
  assert.throws(() => writeAll([{ file: one, before: "a", after: "A" }, { file: join(one, "b.txt"), before: undefined, after: "B" }]), "nothing was changed");
  assert.equal(Object.entries(textsIn(folder)).filter(([path]) => /\.txt/.test(path)), [["a.txt", "a"]]);
});

/** A theme whose name is part of the addresses of its topics, an example, a page in two folders, a landing page. */
const pages: readonly (readonly [from: string, to: string])[] = [
  ["themas/energie.md", "themas/stroom.md"],
  ["participatietafels/energie.md", "participatietafels/tafel-energie.md"],
  ["uitleg/x-curve.md", "het-nieuwe-samenwerken/x-curve.md"],
  ["het-nieuwe-samenwerken/het-nieuwe-samenwerken.md", "uitleg/samenwerken.md"],
  ["begrippen/niche.md", "begrippen/kiemplek.md"],
];
const { site } = await openSite(undefined);
for (const [from, to] of pages) {
  test(`on this site ${from} can go to ${to}, and every address that changes leads on`, () => {
    const { problems, rounds, addresses } = planMove(from, to, site.sources, site.parts, site.context);
    assert.is(formatReport(problems, "nl"), "");
    for (const { was, file } of addresses) {
      const path = file.replace(/^site\//, "");
      assert.ok((rounds[1] ?? []).some((edit) => edit.path === path && edit.after.includes(JSON.stringify(was))), `${was} leads on from ${file}`);
    }
    assert.ok(addresses.length > 0);
  });
}

test.run();
