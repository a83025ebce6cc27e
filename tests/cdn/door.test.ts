/** The plugin in a real Eleventy: what becomes of the files of a site, and what ends a build. */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { list, write } from "../../plugins/output.ts";
import { readRelease, releaseIn } from "../../plugins/release.ts";
import { isReleased } from "../../src/release.ts";
import { hostingName, parseHosting } from "../../src/cdn/hosting.ts";

const eleventy = fileURLToPath(new URL("../../node_modules/@11ty/eleventy/cmd.cjs", import.meta.url));
const door = (name: string): string => JSON.stringify(new URL(`../../plugins/${name}/index.ts`, import.meta.url).href);
const folders: string[] = [];
test.after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const page = (body: string, head = ""): string => `<!doctype html>\n<html lang="nl"><head><title>Een</title>${head}</head>\n<body>${body}</body></html>\n`;
const long = "Een lange tekst die vaak gelezen wordt en daarom klein moet zijn. ".repeat(20);

const sound: Readonly<Record<string, string>> = {
  "index.html": page('<img src="/site/pictures/kaart.svg" alt=""><img src="pictures/foto.png?a=1" srcset="/site/pictures/foto.png 2x" alt=""><a href="/site/pictures/gelinkt.svg">kaart</a>', '<link rel="stylesheet" href="/site/site.css"><link rel="icon" href="/site/favicon.svg">'),
  "themas/index.html": page(`<img src="../pictures/kaart.svg" alt=""><img src="https://wegwijzer.example/site/pictures/gelinkt.svg" alt=""><p>${long}`),
  "404.html": page("Niet gevonden."),
  "site.css": '@import "deel.css"; body{background:url("pictures/foto.png")}',
  "deel.css": "@font-face{src:url(letter.woff2)}",
  "letter.woff2": "wOF2",
  "pictures/kaart.svg": '<svg xmlns="http://www.w3.org/2000/svg"><image href="foto.png"/></svg>',
  "pictures/foto.png": "PNG",
  "pictures/gelinkt.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
  "pictures/los.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
  "pictures/gedeeld.png": "PNG",
  "favicon.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
  "lijst.json": '{"picture":"\\/site\\/pictures\\/gedeeld.png","other":"/pictures/foto.png"}',
  "kopie.md.txt": "![](pictures/kaart.svg)",
};

/** A site whose files are copied as they are; the plugin does the rest. */
function project(files: Readonly<Record<string, string>>, options = "{}"): string {
  const folder = mkdtempSync(join(tmpdir(), "wegwijzer-cdn-"));
  folders.push(folder);
  const config = `import cdn from ${door("cdn")};
export default function (config) {
  config.addPassthroughCopy({ bron: "." });
  config.addPlugin(cdn, { standIn: "https://wegwijzer.example", ...(${options}) });
  return { pathPrefix: "/site/", dir: { input: "in", output: "_site" } };
}
`;
  writeAll(folder, { "eleventy.config.ts": config, "in/leeg.11tydata.json": "{}", ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`bron/${name}`, text])) });
  return folder;
}

function writeAll(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

function run(folder: string, ...more: readonly string[]): Promise<{ readonly code: number | null; readonly said: string }> {
  const child = spawn(process.execPath, ["--import", import.meta.resolve("tsx"), eleventy, "--config=eleventy.config.ts", "--quiet", ...more], { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, said })));
}

async function build(folder: string): Promise<string> {
  const { code, said } = await run(folder);
  assert.is(code, 0, said);
  return join(folder, "_site");
}

const folder = project(sound, '{ origin: "https://wegwijzer.example", security: { contact: "mailto:veilig@wegwijzer.example", expires: "2027-11-01" }, redirects: () => [{ from: "/oud/", to: "/themas/" }] }');
const output = await build(folder);
const textOf = (path: string): string => readFileSync(join(output, path), "utf8");
const hashed = (path: string): string => list(output).find((file) => new RegExp(`^${path.replace(/(\.\w+)$/, "\\.[0-9a-f]{10}\\$1")}$`).test(file)) ?? `no ${path}`;

test("styles, pictures and fonts have their hash in their name, and every page has the new address", () => {
  const [kaart, foto, css] = [hashed("pictures/kaart.svg"), hashed("pictures/foto.png"), hashed("site.css")];
  assert.is(textOf("index.html"), sound["index.html"]?.replace("pictures/kaart.svg", kaart).replace("pictures/foto.png", foto).replace("pictures/foto.png", foto).replace("site.css", css));
  assert.match(textOf("themas/index.html"), `src="../${kaart}"`);
  assert.match(textOf("themas/index.html"), `src="https://wegwijzer.example/site/${hashed("pictures/gelinkt.svg")}"`);
});

test("what names another file has a name that changes with it, to the leaf", () => {
  assert.is(textOf(hashed("site.css")), `@import "${hashed("deel.css")}"; body{background:url("${hashed("pictures/foto.png")}")}`);
  assert.is(textOf(hashed("deel.css")), `@font-face{src:url(${hashed("letter.woff2")})}`);
  assert.match(textOf(hashed("pictures/kaart.svg")), `href="${hashed("pictures/foto.png").slice("pictures/".length)}"`);
});

test("what is still called by its own name keeps it, besides; the rest is gone", () => {
  const own = list(output).filter((path) => isReleased(path) && /\.(svg|png|css|woff2)$/.test(path) && !/\.[0-9a-f]{10}\./.test(path));
  assert.equal(own, ["favicon.svg", "pictures/foto.png", "pictures/gedeeld.png", "pictures/gelinkt.svg", "pictures/kaart.svg", "pictures/los.svg"]);
  assert.is(textOf("pictures/kaart.svg"), textOf(hashed("pictures/kaart.svg")));
});

test("the release holds what is there when all names are given", () => {
  assert.equal(readRelease(output), releaseIn(output));
  assert.ok(readRelease(output).files.some(({ path }) => path === ".well-known/security.txt"));
});

test("what gains has two siblings with its bytes, what does not has none", () => {
  const packed = list(output).filter((path) => path.endsWith(".br")).map((path) => path.slice(0, -3));
  assert.equal(packed, ["index.html", "release.json", "themas/index.html"]);
  for (const path of packed) {
    const bytes = readFileSync(join(output, path));
    assert.ok(brotliDecompressSync(readFileSync(join(output, `${path}.br`))).equals(bytes));
    assert.ok(gunzipSync(readFileSync(join(output, `${path}.gz`))).equals(bytes));
  }
});

test("hosts hear of the prefix, the redirect, the contact and the page for what is not there", () => {
  const { origin, pathPrefix, redirects, security, notFound } = parseHosting(textOf(hostingName));
  assert.equal({ origin, pathPrefix, redirects, security, notFound }, {
    origin: "https://wegwijzer.example", pathPrefix: "/site/", notFound: "404.html",
    redirects: [{ from: "/site/oud/", to: "/site/themas/", status: 301 }], security: { contact: "mailto:veilig@wegwijzer.example", expires: "2027-11-01" },
  });
  // Below a prefix it is not where RFC 9116 wants it, and must not say that it is.
  assert.not.match(textOf(".well-known/security.txt"), "Canonical");
});

test("a second build packs nothing anew, and gives the same bytes", async () => {
  const cache = join(folder, ".cache/wegwijzer/encodings");
  const [version = ""] = readdirSync(cache);
  const before = readdirSync(join(cache, version)).map((name) => [name, statSync(join(cache, version, name)).ino]);
  const files = list(output).map((path) => [path, readFileSync(join(output, path), "base64")]);
  await build(folder);
  assert.equal(readdirSync(join(cache, version)).map((name) => [name, statSync(join(cache, version, name)).ino]), before);
  assert.equal(list(output).map((path) => [path, readFileSync(join(output, path), "base64")]), files);
});

test("what somebody put into the cache is not believed", async () => {
  const cache = join(folder, ".cache/wegwijzer/encodings");
  const [version = ""] = readdirSync(cache);
  const good = readFileSync(join(output, "themas/index.html.br"));
  for (const name of readdirSync(join(cache, version))) writeFileSync(join(cache, version, name), name.endsWith(".br") ? good : "cut off");
  await build(folder);
  for (const path of list(output).filter((each) => each.endsWith(".br"))) {
    assert.ok(brotliDecompressSync(readFileSync(join(output, path))).equals(readFileSync(join(output, path.slice(0, -3)))), path);
  }
});

test("a cache that cannot be written makes a build slower and not wrong", async () => {
  const other = project(sound);
  writeAll(other, { ".cache": "no folder" });
  assert.ok(existsSync(join(await build(other), "themas/index.html.br")));
});

const faults: readonly (readonly [what: string, files: Readonly<Record<string, string>>, said: string])[] = [
  ["a script in a page", { "index.html": page("<script>alert(1)</script>") }, '._site.next/index.html:3:7 inline-script: verwacht een script in een eigen bestand, kreeg "alert(1)".'],
  ["two pictures that need one another", { "a.svg": '<svg><image href="b.svg"/></svg>', "b.svg": '<svg><use href="a.svg#x"/></svg>' }, '._site.next/a.svg:1:1 circle: verwacht bestanden die elkaar niet nodig hebben, kreeg "a.svg -> b.svg -> a.svg".'],
  ["a picture that needs itself", { "a.svg": '<svg><use href="a.svg#x"/></svg>' }, 'kreeg "a.svg -> a.svg"'],
  ["a name that looks like one of ours", { "a.0123456789.png": "PNG" }, '._site.next/a.0123456789.png:1:1 looks-hashed: verwacht een naam zonder vingerafdruk van tien tekens voor het eind, kreeg "a.0123456789.png".'],
  ["a picture that is not there", { "index.html": page('<img src="weg.png" alt="">') }, 'missing-file: verwacht een bestand van deze site dat bestaat, kreeg "weg.png"'],
];
const faulty = project(sound, '{ language: "nl" }');
for (const [what, files, said] of faults) {
  test(`${what} ends the build with its place, and the last good output stands`, async () => {
    if (!existsSync(join(faulty, "_site"))) await build(faulty);
    const before = list(join(faulty, "_site"));
    writeAll(faulty, Object.fromEntries(Object.entries(files).map(([name, text]) => [`bron/${name}`, text])));
    const result = await run(faulty);
    assert.is(result.code, 1);
    assert.ok(result.said.includes(said), result.said);
    assert.equal(list(join(faulty, "_site")), before);
    for (const name of Object.keys(files)) rmSync(join(faulty, "bron", name));
    writeAll(faulty, { "bron/index.html": sound["index.html"] ?? "" });
  });
}

test("a page that Eleventy makes is told with the file that it comes from", async () => {
  const wrong = project(sound, '{ redirects: () => [{ from: "/oud/", to: "/nergens/", source: "in/stuk.md" }] }');
  writeAll(wrong, { "in/stuk.md": '<p style="color:red">rood</p>' });
  const { said } = await run(wrong);
  assert.ok(said.includes("._site.next/stuk/index.html:1:4 style-attribute: expected a class, got \"color:red\". Write the rule in the style sheet: the policy ignores style attributes. The page comes from in/stuk.md."), said);
  assert.ok(said.includes('in/stuk.md:1:1 redirect-nowhere: expected a redirect to a page that exists, got "/oud/ -> /nergens/".'), said);
});

test("a rule that a site breaks on purpose may be allowed", async () => {
  await build(project({ ...sound, "index.html": page('<p style="color:red">rood</p>') }, '{ allow: ["style-attribute"], compress: false }'));
});

test("a style sheet that is no UTF-8 keeps its bytes, and what a page of another encoding or an unused style sheet names keeps its name", async () => {
  const odd = project({ ...sound, "ongebruikt.css": "a{background:url(pictures/alleen-hier.png)}", "themas/alleen.html": page('<img src="/site/pictures/alleen-hier.png" alt="">'), "pictures/alleen-hier.png": "PNG", "pictures/oud.png": "PNG", "themas/oud.html": page('<img src="/site/pictures/oud.png" alt="">') });
  writeFileSync(join(odd, "bron/latin.html"), Buffer.from(page('<img src="/site/pictures/oud.png" alt="\u00e9">'), "latin1"));
  writeFileSync(join(odd, "bron/oud.css"), Buffer.from([0x61, 0x7b, 0xe9, 0x7d]));
  writeAll(odd, { "bron/index.html": page("", '<link rel="stylesheet" href="/site/oud.css">') });
  const built = await build(odd);
  const name = list(built).find((path) => /^oud\.[0-9a-f]{10}\.css$/.test(path)) ?? "none";
  assert.equal([...readFileSync(join(built, name))], [0x61, 0x7b, 0xe9, 0x7d]);
  assert.ok(existsSync(join(built, "pictures/alleen-hier.png")) && existsSync(join(built, "pictures/oud.png")));
});

test("under --serve nothing is renamed, packed or audited", async () => {
  const served = project({ ...sound, "index.html": page("<script>alert(1)</script>") });
  write(served, "in/a.md", "a");
  symlinkSync(join(dirname(eleventy), "..", ".."), join(served, "node_modules"), "junction");
  const child = spawn(process.execPath, ["--import", import.meta.resolve("tsx"), eleventy, "--config=eleventy.config.ts", "--serve", "--port=0"], { cwd: served, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const isServing = (): boolean => said.includes("Server at") && existsSync(join(served, "._site.serve/a/index.html"));
  for (let tries = 0; !isServing() && child.exitCode === null && tries < 600; tries++) await delay(50);
  assert.ok(isServing(), said);
  child.kill();
  assert.ok(!list(join(served, "._site.serve")).some((path) => /_headers|\.br$|\.[0-9a-f]{10}\./.test(path)));
});

test.run();
