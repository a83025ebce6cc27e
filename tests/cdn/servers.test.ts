/** The configurations that a build writes, served by the servers that they are for: every file, every encoding, every way that leads elsewhere. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { encodeFiles } from "../../plugins/cdn/encodings.ts";
import { writeHostFiles } from "../../plugins/cdn/hostFiles.ts";
import { list, write } from "../../plugins/output.ts";
import { writeRelease } from "../../plugins/release.ts";
import { headersOf } from "../../src/cdn/headerRules.ts";
import { type Hosting, hostingName, parseHosting } from "../../src/cdn/hosting.ts";
import { policyOf } from "../../src/cdn/policy.ts";
import { rulesOf } from "../../src/cdn/table.ts";
import { types } from "../../src/cdn/types.ts";
import { addressOf, isReleased } from "../../src/release.ts";
import { builtOnce } from "../site/builtSite.ts";
import { type Answer, type RealServer, scratchIn, serverKinds } from "./realServer.ts";

const folder = mkdtempSync(join(tmpdir(), "wegwijzer-servers-"));
test.after(() => rmSync(folder, { recursive: true, force: true }));

interface Site {
  readonly name: string;
  /** What a server has as its root; the site lies in it below its prefix. */
  readonly root: string;
  readonly hosting: Hosting;
}

/** A site with what the real one does not have: a prefix, redirects, odd names, a rule of its own. */
async function smallSite(): Promise<Site> {
  const output = join(folder, "small", "onder");
  const long = "wegwijzer ".repeat(100);
  const files = {
    "index.html": long, "404.html": `niet gevonden ${long}`, "themas/energie/index.html": long, "beeld/kaart met spatie.0123456789.svg": `<svg>${long}</svg>`,
    "beeld/klein.svg": "<svg/>", "één/index.html": long, "lijst.ttl": long, "lijst.vreemd": long, "wegwijzer-search/t/aB_-1.json": long, "eigen/a.txt": long,
  };
  for (const [path, text] of Object.entries(files)) write(output, path, text);
  const table = { policy: policyOf([], ["wegwijzer"]), hstsSeconds: 63072000, hstsSubdomains: true, immutable: ["^wegwijzer-search/[a-z]/"], headers: { "X-Own": "a 'b' %c" }, rules: [{ pattern: "^eigen/", headers: { "Cache-Control": "max-age=60", "X-Robots-Tag": "noindex" } }] };
  const hosting: Hosting = {
    origin: "https://wegwijzer.example", pathPrefix: "/onder/", security: null, types, rules: rulesOf(table), notFound: "404.html",
    redirects: [
      { from: "/onder/oud/", to: "/onder/themas/energie/", status: 301 }, { from: "/onder/o%C3%BAd.html", to: "/onder/#deel", status: 308 },
      { from: "/onder/weg/", to: "https://elders.example/a?b=1&c=2", status: 302 },
    ],
  };
  writeRelease(output);
  writeHostFiles(output, hosting, list(output));
  await encodeFiles(output, join(folder, "cache"), isReleased);
  return { name: "a small site below a prefix", root: join(folder, "small"), hosting };
}

async function wholeSite(): Promise<Site> {
  const output = await builtOnce();
  return { name: "the site", root: output, hosting: parseHosting(readFileSync(join(output, hostingName), "utf8")) };
}

const missing = serverKinds.map((kind) => kind.missing());
const sites = missing.every((what) => what !== undefined) ? [] : [await smallSite(), await wholeSite()];

const encodings = [
  { accept: "gzip, deflate, br", extension: ".br", name: "br", unpack: brotliDecompressSync },
  { accept: "gzip", extension: ".gz", name: "gzip", unpack: gunzipSync },
  { accept: "identity", extension: "", name: undefined, unpack: (bytes: Buffer): Buffer => bytes },
] as const;

/** What differs between the table and an answer, in words. */
function differences(expected: Readonly<Record<string, string>>, { lines }: Answer): readonly string[] {
  return Object.entries(expected).flatMap(([name, value]) => {
    const got = lines.filter(([each]) => each === name.toLowerCase()).map(([, said]) => said);
    return got.length === 1 && got[0] === value ? [] : [`${name} is ${JSON.stringify(got)}, not ${JSON.stringify(value)}`];
  });
}

async function faultsOfFile(server: RealServer, { hosting, root: served }: Site, path: string, { accept, extension, name, unpack }: (typeof encodings)[number]): Promise<readonly string[]> {
  const output = join(served, hosting.pathPrefix);
  const answer = await server.ask(hosting.pathPrefix + encodeURI(addressOf(path)), { "accept-encoding": accept });
  const isPacked = extension !== "" && existsSync(join(output, path + extension));
  const hasSiblings = existsSync(join(output, `${path}.br`));
  const body = isPacked ? unpack(answer.body) : answer.body;
  return [
    ...(answer.status === 200 ? [] : [`status ${answer.status}`]),
    ...(answer.headers["content-encoding"] === (isPacked ? name : undefined) ? [] : [`encoding ${answer.headers["content-encoding"]}`]),
    ...(!hasSiblings || /accept-encoding/i.test(answer.headers.vary ?? "") ? [] : ["no Vary"]),
    ...(body.equals(readFileSync(join(output, path))) ? [] : ["other bytes"]),
    ...differences(headersOf(path, hosting), answer),
  ].map((fault) => `${path} (${accept}): ${fault}`);
}

const filesOf = ({ hosting, root: served }: Site): readonly string[] => list(join(served, hosting.pathPrefix)).filter((path) => isReleased(path) && path !== hosting.notFound);

for (const [index, kind] of serverKinds.entries()) {
  const reason = missing[index];
  if (reason !== undefined) test.skip(`${kind.name} serves what the table says (not here: ${reason})`, () => undefined);
  for (const site of reason === undefined ? sites : []) {
    const { hosting } = site;
    const { pathPrefix } = hosting;
    const last = hosting.rules.at(-1)?.headers ?? {};
    let started: Promise<RealServer> | undefined;
    const server = (): Promise<RealServer> => (started ??= kind.start(site.root, pathPrefix, scratchIn(folder, `${kind.name} ${sites.indexOf(site)}`)));
    const ask: RealServer["ask"] = async (path, headers) => (await server()).ask(path, headers);

    test(`${kind.name} serves every file of ${site.name} with its headers, in each encoding`, async () => {
      const faults: string[] = [];
      for (const path of filesOf(site)) {
        for (const encoding of encodings) faults.push(...(await faultsOfFile(await server(), site, path, encoding)));
      }
      assert.equal(faults, []);
    });

    const nowhere = ["bestaat-niet", "bestaat/niet/", "fonts/", "_hosting/nginx.conf", "_hosting/headers.json", "_headers", "_redirects", "404.html", "themas/energie/niets.0123456789.svg"];
    for (const path of nowhere) {
      test(`${kind.name} says of ${path} of ${site.name} that it is not there, with the page for it`, async () => {
        const answer = await ask(pathPrefix + path);
        assert.is(answer.status, 404);
        assert.ok(answer.body.equals(readFileSync(join(site.root, pathPrefix, "404.html"))), answer.body.toString().slice(0, 300));
        assert.equal(differences({ ...last, "Content-Type": "text/html; charset=utf-8" }, answer), []);
      });
    }

    test(`${kind.name} leads to ${pathPrefix}themas/energie/ who forgets its last slash`, async () => {
      const { status, headers } = await ask(`${pathPrefix}themas/energie`);
      assert.ok(status === 301 || status === 308, String(status));
      assert.is(new URL(headers.location ?? "", "http://127.0.0.1").pathname, `${pathPrefix}themas/energie/`);
    });

    test(`${kind.name} answers 304 to who has a page of ${site.name} already`, async () => {
      const { headers } = await ask(pathPrefix);
      const again = await ask(pathPrefix, { "if-none-match": headers.etag ?? "" });
      assert.is(again.status, 304);
      assert.equal(differences(last, again), []);
    });

    for (const { from, to, status } of hosting.redirects) {
      for (const address of from.endsWith("/") ? [from, from.slice(0, -1)] : [from]) {
        test(`${kind.name} leads from ${address} to ${to} with ${status}`, async () => {
          const answer = await ask(address);
          assert.equal([answer.status, answer.headers.location], [status, to]);
          assert.equal(differences(last, answer), []);
        });
      }
    }

    test(`${kind.name} ends`, async () => {
      await (await server()).stop();
    });
  }
}

test.run();
