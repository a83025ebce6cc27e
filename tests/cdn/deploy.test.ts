import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { list, read, write } from "../../plugins/output.ts";
import { bench, type Bench, bucketTarget, deploy, envOf, releases, type Said } from "./deploySite.ts";
import { type S3Server, s3Server } from "./s3Server.ts";

const test = suite<{ bench: Bench; store: S3Server }>("deploy");
test.before.each(async (context) => {
  context.bench = bench();
  context.store = await s3Server({ pageSize: 5 });
});
test.after.each(async ({ bench, store }) => {
  await store.close();
  bench.clear();
});

const published = (paths: readonly string[]): readonly string[] => paths.filter((path) => !path.startsWith(".wegwijzer/"));
const well = (said: Said): Said => {
  assert.is(said.code, 0, `${said.out}\n${said.err}`);
  return said;
};
const refused = ({ code, err }: Said, message: RegExp): void => {
  assert.is(code, 3);
  assert.match(err, message);
};
const acts = (out: string): readonly string[] => out.split("\n").filter((line) => /^ {2}[+~-] /.test(line));

test("a folder holds every file of the site afterwards, siblings included, byte by byte", async ({ bench }) => {
  const site = bench.site({ version: "A", siblings: true });
  const target = join(bench.root, "www");
  well(await deploy(["--site", site, "--to", `folder:${target}`]));
  assert.equal(published(list(target)), list(site));
  for (const path of list(site)) assert.equal(read(target, path), read(site, path), path);
});

test("a bucket holds every file with its type and its caching, and neither siblings nor what is for hosts", async ({ bench, store }) => {
  const site = bench.site({ version: "A", siblings: true });
  well(await deploy(["--site", site, "--to", `${bucketTarget}/een/twee`], envOf(store)));
  const keys = published([...store.objects.keys()].map((key) => key.slice("een/twee/".length)));
  assert.equal([...keys].sort(), list(site).filter((path) => !/\.(br|gz)$|^_/.test(path)));
  const page = store.objects.get("een/twee/a/index.html");
  assert.equal(page?.bytes, read(site, "a/index.html"));
  assert.is(page?.headers["content-type"], "text/html; charset=utf-8");
  assert.is(page?.headers["cache-control"], "no-cache");
  assert.match(store.objects.get(`een/twee/${list(site).find((path) => path.endsWith(".css")) ?? ""}`)?.headers["cache-control"] ?? "", /immutable/);
});

test("--encoding br sends what is smaller, and says so", async ({ bench, store }) => {
  const site = bench.site({ version: "A", siblings: true });
  well(await deploy(["--site", site, "--to", bucketTarget, "--encoding", "br"], envOf(store)));
  const page = store.objects.get("a/index.html");
  assert.equal(page?.bytes, read(site, "a/index.html.br"));
  assert.is(page?.headers["content-encoding"], "br");
  assert.is(store.objects.get("release.json")?.headers["content-encoding"], undefined);
});

test("a redirect is an object in a bucket: one that S3 obeys, and that any browser follows", async ({ bench, store }) => {
  const site = bench.site({ version: "A", redirects: [{ from: "/oud/", to: "/a/#deel&meer", status: 301 }, { from: "/b/", to: "/a/", status: 301 }] });
  well(await deploy(["--site", site, "--to", bucketTarget], envOf(store)));
  const object = store.objects.get("oud/index.html");
  assert.is(object?.headers["x-amz-website-redirect-location"], "/a/#deel&meer");
  assert.match(String(object?.bytes), /content="0; url=\/a\/#deel&#38;meer"/);
  assert.match(String(store.objects.get("b/index.html")?.bytes), /b in A/);
});

for (const kind of ["folder", "bucket"] as const) {
  const place = (context: { bench: Bench; store: S3Server }): readonly string[] => ["--to", kind === "folder" ? `folder:${join(context.bench.root, "www")}` : bucketTarget];

  test(`${kind}: a dry run writes nothing, and its plan is the log of the real run, line by line`, async (context) => {
    const env = envOf(context.store);
    const [a, b] = [context.bench.site({ version: "A" }), context.bench.site({ version: "B", pages: ["a", "b", "c", "e"], redirects: [{ from: "/d/", to: "/e/", status: 301 }] })];
    for (const site of [a, b]) {
      const args = ["--site", site, ...place(context)];
      const writes = (): number => context.store.requests.filter(({ method }) => method !== "GET" && method !== "HEAD").length;
      const before = writes();
      const dry = well(await deploy([...args, "--dry-run"], env));
      const plan: unknown = JSON.parse(well(await deploy([...args, "--dry-run", "--json"], env)).out);
      assert.is(writes(), before);
      if (kind === "folder") assert.is(existsSync(join(context.bench.root, "www")), site === b);
      const real = well(await deploy(args, env));
      assert.equal(acts(real.out).slice(acts(dry.out).length), acts(dry.out));
      assert.equal((plan as { done: unknown }).done, []);
    }
    const json = JSON.parse(well(await deploy(["--site", a, ...place(context), "--json", "--max-deletes", "5", "--may-go", "/e/"], env)).out) as { plan: unknown; done: unknown };
    assert.equal(json.done, json.plan);
  });

  test(`${kind}: a repeat writes nothing`, async (context) => {
    const env = envOf(context.store);
    const args = ["--site", context.bench.site({ version: "A" }), ...place(context)];
    well(await deploy(args, env));
    context.store.requests.length = 0;
    const www = join(context.bench.root, "www");
    const before = list(www).map((path) => `${path} ${statSync(join(www, path)).mtimeMs}`);
    assert.match(well(await deploy(args, env)).out, /nothing to do: the store holds this release/);
    assert.equal(context.store.requests.filter(({ method }) => !["GET"].includes(method)), []);
    assert.equal(list(www).map((path) => `${path} ${statSync(join(www, path)).mtimeMs}`), before);
  });

  test(`${kind}: a page that is gone goes, old fingerprints stay, and what others put there stays`, async (context) => {
    const env = envOf(context.store);
    const [a, b] = [context.bench.site({ version: "A" }), context.bench.site({ version: "B", pages: ["a", "b", "c"], redirects: [{ from: "/d/", to: "/a/", status: 301 }] })];
    well(await deploy(["--site", a, ...place(context)], env));
    const www = join(context.bench.root, "www");
    if (kind === "folder") write(www, "downloads/rapport.pdf", "van iemand anders");
    else context.store.objects.set("downloads/rapport.pdf", { bytes: Buffer.from("van iemand anders"), etag: "x", headers: {}, modifiedMs: 0 });
    const said = well(await deploy(["--site", b, ...place(context)], env));
    assert.match(said.out, /1 files that no deploy put there are left alone \(downloads\/rapport.pdf\)/);
    const paths = kind === "folder" ? list(www) : [...context.store.objects.keys()];
    assert.ok(paths.includes("downloads/rapport.pdf"));
    for (const asset of list(a).filter((path) => path.startsWith("assets/"))) assert.ok(paths.includes(asset), asset);
    if (kind === "folder") assert.not.ok(existsSync(join(www, "d")), "the folder of a page that went stays behind");
    else assert.is(context.store.objects.get("d/index.html")?.headers["x-amz-website-redirect-location"], "/a/");
  });

  test(`${kind}: without a grace time old fingerprints go with the next release`, async (context) => {
    const env = envOf(context.store);
    const sites = ["A", "B", "C"].map((version) => context.bench.site({ version }));
    for (const site of sites) well(await deploy(["--site", site, ...place(context), "--grace", "0"], env));
    const paths = kind === "folder" ? list(join(context.bench.root, "www")) : [...context.store.objects.keys()];
    const assets = sites.map((site) => list(site).filter((path) => path.startsWith("assets/")).filter((path) => paths.includes(path)).length);
    assert.equal(assets, [0, 3, 3]);
    assert.is(well(await releases(place(context), env)).out.split("\n").length, 2);
  });

  test(`${kind}: the log tells releases newest first, with the current one`, async (context) => {
    const env = envOf(context.store);
    assert.match(well(await releases(place(context), env)).out, /has no release yet/);
    for (const version of ["A", "B"]) well(await deploy(["--site", context.bench.site({ version }), ...place(context)], env));
    const { releases: rows } = JSON.parse(well(await releases([...place(context), "--json"], env)).out) as { releases: readonly { state: string; files: number; known: boolean }[] };
    assert.equal(rows.map(({ state, known }) => [state, known]), [["current", true], ["before", true]]);
    assert.match(well(await releases(place(context), env)).out, /^[\w-]{16} {2}current +\d{4}-\d\d-\d\d \d\d:\d\d UTC, \d+ files, \d+ (k)?B\n[\w-]{16} {2}before /);
  });

  test(`${kind}: refuses without a byte written: nobody's address, an old security.txt, an empty build, a lost page`, async (context) => {
    const env = envOf(context.store);
    const to = place(context);
    const faults: readonly (readonly [string, RegExp])[] = [
      [context.bench.site({ version: "A", hosting: { origin: null } }), /refused: the address of the site is not set/],
      [context.bench.site({ version: "A", hosting: { security: { contact: "mailto:a@b.example", expires: "2020-01-01" } } }), /refused: security.txt expires on 2020-01-01/],
    ];
    for (const [site, message] of faults) refused(await deploy(["--site", site, ...to], env), message);
    assert.is(context.store.objects.size, 0);
    assert.not.ok(existsSync(join(context.bench.root, "www")));
    well(await deploy(["--site", faults[0]?.[0] ?? "", ...to, "--preview"], env));
    const empty = context.bench.site({ version: "A" });
    for (const path of list(empty).filter((name) => name.endsWith(".html"))) rmSync(join(empty, path));
    refused(await deploy(["--site", empty, ...to], env), /its files are not those of its own release.json; wegwijzer verify .* tells which; build the site again/);
    refused(await deploy(["--site", context.bench.site({ version: "B", pages: ["a", "b", "c"] }), ...to], env), /refused: \/d\/ stood in the last release, and neither exists nor redirects/);
    const json = await deploy(["--site", context.bench.site({ version: "B", pages: [] }), ...to, "--json"], env);
    assert.equal((JSON.parse(json.out) as { refusals: readonly { rule: string }[] }).refusals.map(({ rule }) => rule), ["pages-halved", "page-gone", "many-deletes"]);
  });
}

test("--preview lets a site without an address be tried out", async ({ bench }) => {
  well(await deploy(["--site", bench.site({ version: "A", hosting: { origin: null } }), "--to", `folder:${join(bench.root, "www")}`, "--preview"]));
});

test("the addresses to purge go to a command, one a line, when the release is on line", async ({ bench }) => {
  const target = join(bench.root, "www");
  const file = join(bench.root, "purged");
  const command = `node -e "require('fs').writeFileSync(process.argv[1], require('fs').readFileSync(0, 'utf8') + require('fs').readFileSync(process.argv[2]))" ${file} ${join(target, "sitemap.xml")}`;
  well(await deploy(["--site", bench.site({ version: "A" }), "--to", `folder:${target}`]));
  well(await deploy(["--site", bench.site({ version: "B" }), "--to", `folder:${target}`, "--purge", command]));
  const addresses = ["", "404.html", "a/", "b/", "c/", "d/", "release.json", "sitemap.xml"].map((path) => `https://wegwijzer.example/${path}\n`);
  assert.is(readFileSync(file, "utf8"), `${addresses.join("")}<urlset>a b c d B</urlset>`);
});

test("a purge that failed is owed, and paid by the next run of the same release", async ({ bench }) => {
  const to = ["--to", `folder:${join(bench.root, "www")}`];
  const site = bench.site({ version: "A" });
  const failing = await deploy(["--site", site, ...to, "--purge", "exit 7"]);
  assert.is(failing.code, 1);
  assert.match(failing.err, /the release is on line, but the command of --purge ended with 7; run the same deploy again/);
  const file = join(bench.root, "purged");
  well(await deploy(["--site", site, ...to, "--purge", `cat > ${file}`]));
  assert.is(readFileSync(file, "utf8").split("\n").length, 10);
  assert.match(well(await deploy(["--site", site, ...to, "--purge", "exit 8"])).out, /nothing to do/);
});

test("--reload runs when all files are there and before a page goes; when it fails, nothing goes until it runs well", async ({ bench }) => {
  const target = join(bench.root, "www");
  const [a, b] = [bench.site({ version: "A" }), bench.site({ version: "B", pages: ["a", "b", "c"], redirects: [{ from: "/d/", to: "/a/", status: 301 }] })];
  well(await deploy(["--site", a, "--to", `folder:${target}`]));
  const failing = await deploy(["--site", b, "--to", `folder:${target}`, "--reload", "exit 3"]);
  assert.is(failing.code, 1);
  assert.match(failing.err, /the pages are on line, but the command of --reload ended with 3, so nothing is deleted; run the same deploy again/);
  assert.ok(existsSync(join(target, "d/index.html")));
  const look = `node -e "const { existsSync: is, readFileSync: read } = require('fs'); process.exit(is('d/index.html') && /in B/.test(read('a/index.html')) ? 0 : 1)"`;
  well(await deploy(["--site", b, "--to", `folder:${target}`, "--reload", `cd ${target} && ${look}`]));
  assert.not.ok(existsSync(join(target, "d")));
});

test("a file that a server tells apart by second and size is dated apart", async ({ bench }) => {
  const target = join(bench.root, "www");
  for (const version of ["A", "B", "C"]) {
    const before = existsSync(target) ? Math.floor(statSync(join(target, "a/index.html")).mtimeMs / 1000) : 0;
    well(await deploy(["--site", bench.site({ version }), "--to", `folder:${target}`]));
    assert.ok(Math.floor(statSync(join(target, "a/index.html")).mtimeMs / 1000) > before);
  }
});

test("a damaged file of the release is mended, by its hash", async ({ bench, store }) => {
  const site = bench.site({ version: "A" });
  well(await deploy(["--site", site, "--to", `folder:${join(bench.root, "www")}`]));
  const size = statSync(join(bench.root, "www/a/index.html")).size;
  writeFileSync(join(bench.root, "www/a/index.html"), "x".repeat(size));
  assert.equal(acts(well(await deploy(["--site", site, "--to", `folder:${join(bench.root, "www")}`])).out).slice(1).map((line) => line.trim()), [`~ a/index.html (${size} B)`]);
  well(await deploy(["--site", site, "--to", bucketTarget], envOf(store)));
  store.objects.set("a/index.html", { bytes: Buffer.from("x".repeat(size)), etag: "other", headers: {}, modifiedMs: 0 });
  assert.match(well(await deploy(["--site", site, "--to", bucketTarget], envOf(store))).out, /~ a\/index.html/);
});

test("names of files with signs of every kind come and go as they are", async ({ bench, store }) => {
  const more = Object.fromEntries(["met spatie & plus+é.txt", "100%.txt", "a(b)'c!*.txt", "vraag?.txt", "hek#.txt", "日本.txt"].map((name) => [name, name]));
  const args = ["--site", bench.site({ version: "A", more }), "--to", `${bucketTarget}/een`];
  well(await deploy(args, envOf(store)));
  for (const [name, text] of Object.entries(more)) assert.is(String(store.objects.get(`een/${name}`)?.bytes), text);
  assert.match(well(await deploy(args, envOf(store))).out, /nothing to do/);
  well(await deploy(["--site", bench.site({ version: "A" }), "--to", `${bucketTarget}/een`, "--max-deletes", "6"], envOf(store)));
  assert.equal([...store.objects.keys()].filter((key) => key.endsWith(".txt")), ["een/robots.txt"]);
});

const wrong: readonly (readonly [readonly string[], RegExp])[] = [
  [[], /deploy: expected --to folder:PATH or --to s3/],
  [["--to", "ftp://x"], /--to: expected folder:PATH or s3:\/\/BUCKET\[\/PREFIX\], got "ftp:\/\/x"/],
  [["--to", "s3://key:geheim@bucket"], /got "s3:\/\/…@bucket"/],
  [["--to", "s3://site/../x"], /--to: expected/],
  [["--to", "folder:x", "--max-deletes", "veel"], /--max-deletes: expected a number of at least 0, got "veel"/],
  [["--to", "folder:x", "--min-pages", "150%"], /--min-pages: expected a percentage such as 25%, got "150%"/],
  [["--to", "folder:x", "--encoding", "zstd"], /--encoding: expected none, br or gzip/],
  [["--to", "folder:x", "--grace", "-1"], /--grace/],
  [["--to", "folder:x", "waarheen"], /expected no "waarheen"/],
  [["--to", "folder:x", "--verbose"], /Unknown option '--verbose'/],
  [["--to", "s3://site"], /AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set/],
];
for (const [args, message] of wrong) {
  test(`deploy ${args.join(" ")} ends with 2 and the way to say it`, async ({ bench }) => {
    const said = await deploy(["--site", bench.site({ version: "A" }), ...args]);
    assert.is(said.code, 2);
    assert.match(said.err, message);
    assert.match(said.err, /Exit codes:/);
  });
}

test("a site is not sent into itself, and one that is not built is refused", async ({ bench }) => {
  const site = bench.site({ version: "A" });
  for (const path of [site, join(site, "www"), bench.root]) assert.match((await deploy(["--site", site, "--to", `folder:${path}`])).err, /expected a folder apart from the built site/);
  mkdirSync(join(bench.root, "leeg"));
  refused(await deploy(["--site", join(bench.root, "leeg"), "--to", `folder:${bench.root}/www`]), /expected _hosting\/headers.json in a built site, found none; add the plugin wegwijzer\/cdn, and build/);
});

test("an endpoint with a password in it is refused without repeating it", async ({ bench, store }) => {
  const said = await deploy(["--site", bench.site({ version: "A" }), "--to", bucketTarget], { ...envOf(store), AWS_ENDPOINT_URL: "https://naam:geheim@s3.example" });
  assert.is(said.code, 2);
  assert.not.match(said.err, /geheim/);
});

test.run();
