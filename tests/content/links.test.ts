/** The command `links`, against a server on this computer: no test asks the network. */
import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { checkLinks } from "../../plugins/content/links/check.ts";
import { linksCommand } from "../../plugins/content/links/command.ts";
import { messagesIn } from "../../src/content/messages.ts";
import { outwardLinks } from "../../src/content/outward.ts";
import { formatProblem } from "../../src/content/report.ts";
import { editingSite, run } from "./editingSite.ts";
import { removeProjects } from "./eleventySite.ts";
import { page, siteOf } from "./smallSite.ts";

interface Asked {
  readonly method: string;
  readonly path: string;
}

const asked: Asked[] = [];
let atOnce = 0;
let most = 0;

/** Status by path, for each method where they differ; `/slow` never answers. */
const answers: Readonly<Record<string, readonly [head: number, get: number]>> = {
  "/there": [200, 200], "/gone": [404, 404], "/no-head": [405, 200], "/false-head": [404, 200], "/gone-410": [410, 410],
  "/refused": [403, 403], "/broken": [500, 500], "/moved": [301, 301], "/for-now": [302, 302], "/to-gone": [301, 301], "/loop": [301, 301],
};
const ways: Readonly<Record<string, string>> = { "/moved": "/there", "/for-now": "/there", "/to-gone": "/gone", "/loop": "/loop" };

const server: Server = createServer((request, response) => {
  const { method = "", url: path = "" } = request;
  asked.push({ method, path });
  atOnce += 1;
  most = Math.max(most, atOnce);
  if (path === "/slow") return void response.on("close", () => (atOnce -= 1));
  setTimeout(() => {
    atOnce -= 1;
    const [head, get] = answers[path] ?? [404, 404];
    response.writeHead(method === "HEAD" ? head : get, ways[path] === undefined ? {} : { location: ways[path] }).end();
  }, 5);
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

test.before.each(() => {
  asked.length = 0;
  most = 0;
});
test.after(() => {
  server.closeAllConnections();
  server.close();
  removeProjects();
});

async function told(...paths: readonly string[]): Promise<readonly string[]> {
  const links = new Map(paths.map((path) => [`${origin}${path}`, [{ file: "x.md", line: 1, column: 1 }]]));
  const problems = await checkLinks(links, messagesIn("en"), { pauseMs: 0, timeoutMs: 300 });
  return problems.map((problem) => formatProblem(problem, "en").replaceAll(origin, ""));
}

const cases: readonly (readonly [path: string, told: string | undefined])[] = [
  ["/there", undefined],
  ["/no-head", undefined],
  ["/false-head", undefined],
  ["/for-now", undefined],
  ["/moved", 'moved-link: hint: expected the address where the page is now, got "/moved"; did you mean "/there"?'],
  ["/gone", 'dead-link: expected an address that answers, got "/gone". The answer was 404.'],
  ["/gone-410", 'dead-link: expected an address that answers, got "/gone-410". The answer was 410.'],
  ["/to-gone", 'dead-link: expected an address that answers, got "/to-gone". The answer was 404.'],
  ["/loop", 'dead-link: expected an address that answers, got "/loop". The answer was 10 redirects.'],
  ["/refused", 'unsure-link: warning: expected an address that answers, got "/refused". The answer was 403: look in a browser whether it is there.'],
  ["/broken", 'unsure-link: warning: expected an address that answers, got "/broken". The answer was 500: look in a browser whether it is there.'],
  ["/slow", 'unsure-link: warning: expected an address that answers, got "/slow". The answer was 300 ms: look in a browser whether it is there.'],
];
for (const [path, text] of cases) {
  test(`${path} is ${text === undefined ? "there" : "told"}`, async () => assert.equal(await told(path), text === undefined ? [] : [`x.md:1:1 ${text}`]));
}

test("what answers to HEAD is not asked again", async () => {
  await told("/there");
  assert.equal(asked, [{ method: "HEAD", path: "/there" }]);
});

test("one host is asked one thing at a time", async () => {
  await told("/there", "/no-head", "/false-head", "/moved", "/refused");
  assert.is(most, 1);
});

test("where nobody listens, the link is dead", async () => {
  const closed = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => closed.once("listening", resolve));
  const { port } = closed.address() as AddressInfo;
  await new Promise((resolve) => closed.close(resolve));
  const links = new Map([[`http://127.0.0.1:${port}/`, [{ file: "x.md", line: 1, column: 1 }]]]);
  const problems = await checkLinks(links, messagesIn("en"), { pauseMs: 0 });
  assert.equal(problems.map(({ rule, remedy }) => [rule, remedy]), [["dead-link", "The answer was ECONNREFUSED."]]);
});

test("addresses are found in texts, list files and front matter, each at its place", () => {
  const { parts } = siteOf({
    "themas/a.md": page("", "[een](https://example.org/a#x) en [mail](mailto:a@example.org) en <https://example.org/a>"),
    "bronnen.yaml": "a:\n  titel: A\n  url: https://example.org/a\n",
  });
  const links = [...outwardLinks(parts.entries)].map(([url, places]) => [url, places.map(({ file, line, column }) => `${file}:${line}:${column}`)]);
  assert.equal(links, [["https://example.org/a", ["site/themas/a.md:5:7", "site/themas/a.md:5:68", "site/bronnen.yaml:3:8"]]]);
});

test("the command tells each place, and ends with 1 when an address is gone", async () => {
  const folder = editingSite({
    "site/bronnen.yaml": `tp-plan:\n  titel: R\n  url: ${origin}/there\ndd-over:\n  titel: R\n  url: ${origin}/there#kop\n`,
    "site/themas/water.md": page(),
    "site/themas/energie.md": page("", "## Wat je kunt doen\n"),
    "site/themas/x.md": page("", `[weg](${origin}/gone)`),
  });
  const { code, printed } = await run(folder, () => linksCommand(["--pause=0", "--timeout=1000"]));
  assert.is(code, 1);
  assert.match(printed, `site/themas/x.md:5:7 dead-link: verwacht een adres dat antwoord geeft, kreeg "${origin}/gone". Het antwoord was 404.`);
  assert.match(printed, /\n2 adressen gevraagd\n$/);
});

test("a time that is none is refused before anything is asked", async () => {
  assert.is((await run(editingSite(), () => linksCommand(["--timeout=lang"]))).code, 2);
  assert.equal(asked, []);
});

test.run();
