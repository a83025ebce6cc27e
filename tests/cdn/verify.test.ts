import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { list, write } from "../../plugins/output.ts";
import { headersOf, IMMUTABLE, REVALIDATE } from "../../src/cdn/headerRules.ts";
import { type Behaviour, serve } from "../serve.ts";
import { bench, type Bench, deploy, hostingOf, type Said, verify } from "./deploySite.ts";

const test = suite<{ bench: Bench }>("verify");
test.before.each((context) => {
  context.bench = bench();
});
test.after.each(({ bench }) => bench.clear());

const lines = ({ out }: Said): readonly string[] => out.split("\n").slice(0, -1);

test("a built folder is as its manifest says, siblings included", async ({ bench }) => {
  const site = bench.site({ version: "A", siblings: true });
  const said = await verify([site]);
  assert.is(said.code, 0);
  assert.match(said.out, /: 11 files of release [\w-]{16}, all as they should be$/);
});

const faults: readonly (readonly [string, (site: string) => void, RegExp])[] = [
  ["a file that is gone", (site) => rmSync(join(site, "a/index.html")), /^missing a\/index.html: it is not there$/],
  ["a byte that changed", (site) => write(site, "b/index.html", "x"), /^changed b\/index.html: it has other bytes than the release$/],
  ["a file too many", (site) => write(site, "backup.zip", "x"), /^extra backup.zip: it is in no release$/],
  ["a sibling of other bytes", (site) => cpSync(join(site, "c/index.html.br"), join(site, "d/index.html.br")), /^changed d\/index.html.br: it holds other bytes than d\/index.html$/],
  ["a sibling that is no archive", (site) => write(site, "c/index.html.gz", "x"), /^changed c\/index.html.gz/],
  ["a sibling of nothing", (site) => write(site, "oud.css.br", "x"), /^extra oud.css.br: it stands for oud.css, which is in no release$/],
];
for (const [name, spoil, message] of faults) {
  test(`${name} is told`, async ({ bench }) => {
    const site = bench.site({ version: "A", siblings: true });
    spoil(site);
    const said = await verify([site]);
    assert.is(said.code, 1);
    assert.match(lines(said).join("\n"), message);
    assert.is((JSON.parse((await verify([site, "--json"])).out) as { differences: readonly unknown[] }).differences.length, 1);
  });
}

test("in a folder that was deployed to, what older releases need is not too much", async ({ bench }) => {
  const target = join(bench.root, "www");
  for (const version of ["A", "B"]) await deploy(["--site", bench.site({ version, siblings: true }), "--to", `folder:${target}`]);
  assert.is((await verify([target])).code, 0);
});

/** The site on loopback, as a good host serves it unless told otherwise. */
async function live(site: string, behaviour: Behaviour, args: readonly string[] = []): Promise<Said> {
  const server = await serve(site, { headers: (path) => headersOf(path === "/" || path.endsWith("/") ? `${path.slice(1)}index.html` : path.slice(1), hostingOf()), ...behaviour });
  try {
    return await verify([server.url, "--hosting", join(site, "_hosting/headers.json"), "--timeout", "1", ...args]);
  } finally {
    await server.close();
  }
}

test("a live site is as its manifest says, in bytes and headers", async ({ bench }) => {
  const said = await live(bench.site({ version: "A" }), {});
  assert.is(said.code, 0, said.out);
});

const wrong: readonly (readonly [string, Behaviour, RegExp])[] = [
  ["a page that is not found", { fault: (path) => (path === "/a/" ? { status: 404 } : undefined) }, /^missing a\/index.html: it is not there$/],
  ["a page that is forbidden", { fault: (path) => (path === "/a/" ? { status: 403 } : undefined) }, /^unreachable a\/index.html: expected status 200, got 403$/],
  ["a page that always fails", { fault: (path) => (path === "/a/" ? { status: 500 } : undefined) }, /^unreachable a\/index.html: http:\S+: status 500 \(tried 6 times\)$/],
  ["a page that always breaks off", { fault: (path) => (path === "/a/" ? { cutAt: 3 } : undefined) }, /^unreachable a\/index.html: .*the connection failed/],
  ["a header that differs", { headers: (path) => ({ ...headersOf(path.slice(1), hostingOf()), ...(path === "/robots.txt" ? { "Cache-Control": "max-age=9" } : {}), ...(path.endsWith("/") ? headersOf("x.html", hostingOf()) : {}) }) }, /^header Cache-Control: expected "no-cache", got "max-age=9" \(robots.txt\)$/],
];
for (const [name, behaviour, message] of wrong) {
  test(`${name} on a live site is told`, async ({ bench }) => {
    const said = await live(bench.site({ version: "A" }), behaviour);
    assert.is(said.code, 1);
    assert.is(lines(said).length, 1, said.out);
    assert.match(lines(said)[0] ?? "", message);
  });
}

test("a header that is missing everywhere is one line", async ({ bench }) => {
  const said = await live(bench.site({ version: "A" }), { headers: (path) => ({ "Content-Type": headersOf(path.endsWith("/") ? "x.html" : path.slice(1), hostingOf())["Content-Type"] ?? "", "Cache-Control": path.startsWith("/assets/") ? IMMUTABLE : REVALIDATE }) });
  assert.is(lines(said).length, 1, said.out);
  assert.match(said.out, /^header X-Content-Type-Options: expected "nosniff", got nothing \(a\/index.html, [^)]+ and \d more\)/);
});

test("a redirect that does not lead on is told", async ({ bench }) => {
  const site = bench.site({ version: "A", redirects: [{ from: "/oud/", to: "/a/", status: 301 }] });
  assert.equal(lines(await live(site, {})), ["header expected 301 to /a/, got 404 (/oud/)"]);
});

test("a host that answers 200 to everything is told", async ({ bench }) => {
  const site = bench.site({ version: "A" });
  const other = join(bench.root, "other");
  cpSync(site, other, { recursive: true });
  write(other, "wegwijzer-verify-nowhere/index.html", "<p>altijd goed");
  assert.match((await live(other, {})).out, /^header expected status 404 for an address that leads nowhere, got 200 \(wegwijzer-verify-nowhere\/\)/);
});

test("a live site is laid beside another manifest when asked", async ({ bench }) => {
  const [a, b] = [bench.site({ version: "A" }), bench.site({ version: "B" })];
  const said = await live(a, {}, ["--release", join(b, "release.json"), "--no-headers"]);
  assert.is(said.code, 1);
  assert.is(lines(said).filter((line) => line.startsWith("missing assets/")).length, list(b).filter((path) => path.startsWith("assets/")).length);
});

test("wrong words end with 2, and a folder without a manifest with 3", async ({ bench }) => {
  assert.is((await verify(["a", "b"])).code, 2);
  assert.is((await verify(["--timeout", "0"])).code, 2);
  const said = await verify([bench.root]);
  assert.is(said.code, 3);
  assert.match(said.err, /verify: expected a release manifest at .*release.json, found none; build the site, or say --release FILE/);
});

test.run();
