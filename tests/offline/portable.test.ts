import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { portableCommand } from "../../plugins/offline/portable.ts";
import { write } from "../../plugins/output.ts";
import { type Edition, modulesIn, needsServer, portableText, relativeAddress } from "../../src/offline/portable.ts";

const edition: Edition = {
  standing: { pathPrefix: "/weg/", origin: "https://weg.example" },
  files: new Set(["index.html", "themas/index.html", "themas/energie/index.html", "fonts/a.woff2", "met spatie#1.html", "themas/energie/a:b.html", "zoek/portable.js"]),
  search: { folder: "zoek/", script: "zoek/portable.js" },
};

const addresses: readonly (readonly [from: string, address: string, expected: string])[] = [
  ["index.html", "/weg/themas/energie/", "themas/energie/index.html"],
  ["themas/energie/index.html", "/weg/", "../../index.html"],
  ["themas/energie/index.html", "/weg", "../../index.html"],
  ["themas/energie/index.html", "../", "../index.html"],
  ["themas/energie/index.html", "/weg/themas/energie/?q=a#b", "index.html?q=a#b"],
  ["themas/energie/index.html", "/weg/themas", "../index.html"],
  ["index.html", "/weg/met%20spatie%231.html", "met%20spatie%231.html"],
  ["themas/energie/index.html", "a:b.html", "a:b.html"],
  ["themas/energie/index.html", "/weg/themas/energie/a:b.html", "a%3Ab.html"],
  ["index.html", "https://weg.example/weg/themas/", "themas/index.html"],
  ["index.html", "https://elders.example/weg/themas/", "https://elders.example/weg/themas/"],
  ["index.html", "/weg/weg/", "/weg/weg/"],
  ["index.html", "/themas/", "/themas/"],
  ["index.html", "#hier", "#hier"],
  ["index.html", "mailto:a@b.example", "mailto:a@b.example"],
  ["index.html", "", ""],
];
for (const [from, address, expected] of addresses) {
  test(`in ${from}, the address "${address}" becomes "${expected}"`, () => assert.is(relativeAddress(address, from, edition), expected));
}

const pages: readonly (readonly [what: string, before: string, after: string])[] = [
  ["a link", '<a class=x href="/weg/themas/?a=1&amp;b">', '<a class=x href="themas/index.html?a=1&amp;b">'],
  ["a form", "<form action=/weg/themas/ method=get>", '<form action="themas/index.html" method=get>'],
  ["a font", "<style>@font-face{src:url(/weg/fonts/a.woff2)}</style>", "<style>@font-face{src:url(fonts/a.woff2)}</style>"],
  ["a preload", '<link rel="preload" href="/weg/fonts/a.woff2" as="font" crossorigin="anonymous">', '<link data-rel="preload" href="fonts/a.woff2" as="font" >'],
  ["the address for machines", '<link rel="canonical" href="https://weg.example/weg/themas/">', '<link rel="canonical" href="https://weg.example/weg/themas/">'],
  ["the search", '<script type="module" src="/weg/zoek/loader.0a1b2c3d.js"></script>', '<script defer src="zoek/portable.js" data-prefix="/weg/"></script>'],
  ["the worker's part", '<script type="module" src="/weg/wegwijzer-offline/page.0a1b2c3d.js"></script>', '<script type="module" ></script>'],
  ["data", '<script type="application/ld+json">{"@id":"/weg/themas/"}</script>', '<script type="application/ld+json">{"@id":"/weg/themas/"}</script>'],
  ["text", "<p>/weg/themas/ <code>href=&quot;/weg/&quot;</code></p>", "<p>/weg/themas/ <code>href=&quot;/weg/&quot;</code></p>"],
  ["a picture that leads on", '<svg><a href="/weg/themas/"><path fill="url(#g)"/></a></svg>', '<svg><a href="themas/index.html"><path fill="url(#g)"/></a></svg>'],
];
for (const [what, before, after] of pages) {
  test(`${what} is written for a folder`, () => assert.is(portableText("index.html", before, edition), after));
}

test("a module that no folder can run is named", () => {
  const page = '<script type=module src=/weg/eigen.js></script><script src=/weg/oud.js></script><script type=module src=/weg/zoek/loader.a.js></script>';
  assert.equal(modulesIn("index.html", page, edition), ["eigen.js"]);
});

test("what only a server uses stays out", () => {
  const out = ["service-worker.js", "release.json", "a.css.br", "index.html.gz", "_headers", "_hosting/nginx.conf", ".well-known/security.txt", "app.webmanifest", "wegwijzer-offline/page.1.js"];
  assert.equal(out.filter((path) => !needsServer(path)), []);
  assert.equal(["index.html", "a.js", "llms.txt", "themas/index.md"].filter(needsServer), []);
});

const quietly = async (run: () => Promise<number>): Promise<{ readonly code: number; readonly said: string }> => {
  const said: string[] = [];
  const { log, warn, error } = console;
  for (const name of ["log", "warn", "error"] as const) console[name] = (text: unknown) => void said.push(String(text));
  try {
    return { code: await run(), said: said.join("\n") };
  } finally {
    Object.assign(console, { log, warn, error });
  }
};
const noSearch = (): Promise<never> => Promise.reject(new Error("search: there is none"));

test("the zip of a site is the same at every time and place, and holds no half of anything", async () => {
  const folder = mkdtempSync(join(tmpdir(), "wegwijzer-"));
  try {
    write(folder, "site/index.html", '<a href="/a/">a</a>');
    write(folder, "site/a/index.html", '<a href="/">thuis</a>');
    write(folder, "site/release.json", "{}");
    const run = (out: string) => quietly(() => portableCommand(["--site", `${folder}/site/`, "--out", join(folder, out)], noSearch));
    const { code, said } = await run("een.zip");
    await run("twee.zip");
    assert.is(code, 0);
    assert.match(said, /without search, since there is none/);
    assert.match(said, /een\.zip: 2 files/);
    const bytes = readFileSync(join(folder, "een.zip"));
    assert.equal(bytes, readFileSync(join(folder, "twee.zip")));
    const texts = Object.entries(unzipSync(bytes)).map(([path, held]) => [path, Buffer.from(held).toString()]);
    assert.equal(texts, [["a/index.html", '<a href="../index.html">thuis</a>'], ["index.html", '<a href="a/index.html">a</a>']]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("a folder without a site is refused with words, and no zip is left", async () => {
  const out = join(tmpdir(), "wegwijzer-none.zip");
  let message = "";
  await portableCommand(["--site", "nergens", "--out", out], noSearch).catch((error: unknown) => (message = (error as Error).message));
  assert.match(message, /expected a built site with an index\.html in "nergens", found none; build the site first, or name its folder with --site/);
  assert.not.ok(existsSync(out));
});

test("an unknown option is told with the usage", async () => {
  const { code, said } = await quietly(() => portableCommand(["--zip"], noSearch));
  assert.is(code, 2);
  assert.match(said, /Unknown option '--zip'[^]*wegwijzer portable \[--site/);
});

test.run();
