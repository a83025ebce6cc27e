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

/** Status by path, for each method where they differ; `/slow` never answers, `/broken-off` hangs up. */
const answers: Readonly<Record<string, readonly [head: number, get: number]>> = {
  "/there": [200, 200], "/gone": [404, 404], "/no-head": [405, 200], "/false-head": [404, 200], "/gone-410": [410, 410],
  "/refused": [403, 403], "/broken": [500, 500], "/moved": [301, 301], "/for-now": [302, 302], "/to-gone": [301, 301], "/loop": [301, 301],
  "/not-made": [501, 200], "/chain-1": [301, 301], "/chain-2": [308, 308], "/chain-3": [302, 302], "/half": [301, 301],
  "/elsewhere": [301, 301], "/nowhere": [302, 302], "/busy": [429, 429], "/busy-today": [429, 429], "/later": [503, 503], "/login": [401, 401],
};
/** What a server says of when to come back. */
const retry: Readonly<Record<string, string>> = { "/busy": "0", "/busy-today": "86400", "/later": new Date(0).toUTCString() };
const ways: Readonly<Record<string, string>> = { "/moved": "/there", "/for-now": "/there", "/to-gone": "/gone", "/loop": "/loop", "/chain-1": "/chain-2", "/chain-2": "/there", "/half": "/chain-3", "/chain-3": "/there", "/elsewhere": "ftp://example.org/" };

const server: Server = createServer((request, response) => {
  const { method = "", url: path = "" } = request;
  asked.push({ method, path });
  atOnce += 1;
  most = Math.max(most, atOnce);
  if (path === "/broken-off") {
    atOnce -= 1;
    return void request.socket.destroy();
  }
  if (path === "/slow") return void response.on("close", () => (atOnce -= 1));
  setTimeout(() => {
    atOnce -= 1;
    const [head, get] = answers[path] ?? [404, 404];
    const isSecond = asked.filter((each) => each.path === path).length > 1;
    const status = retry[path] !== undefined && path !== "/busy-today" && isSecond ? 200 : method === "HEAD" ? head : get;
    response.writeHead(status, { ...(ways[path] === undefined ? {} : { location: ways[path] }), ...(retry[path] === undefined ? {} : { "retry-after": retry[path] }) }).end();
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
  const problems = await checkLinks(links, messagesIn("en"), { pauseMs: 0, timeoutMs: paths.includes("/slow") ? 300 : 60_000 });
  return problems.map((problem) => formatProblem(problem, "en").replaceAll(origin, ""));
}

const cases: readonly (readonly [path: string, told: string | undefined])[] = [
  ["/there", undefined],
  ["/no-head", undefined],
  ["/false-head", undefined],
  ["/for-now", undefined],
  ["/moved", 'moved-link: hint: expected the address where the page is now, got "/moved"; did you mean "/there"?'],
  ["/gone", 'dead-link: expected an address that answers, got "/gone". Asked: not found (404).'],
  ["/gone-410", 'dead-link: expected an address that answers, got "/gone-410". Asked: removed for good (410).'],
  ["/to-gone", 'dead-link: expected an address that answers, got "/to-gone". Asked: not found (404).'],
  ["/loop", 'dead-link: expected an address that answers, got "/loop". Asked: redirects without end (REDIRECTS).'],
  ["/refused", 'unsure-link: warning: expected an address that answers, got "/refused". Asked: refused to a program (403). Look in a browser whether it is there.'],
  ["/broken", 'unsure-link: warning: expected an address that answers, got "/broken". Asked: a fault of the server (500). Look in a browser whether it is there.'],
  ["/not-made", undefined],
  ["/half", undefined],
  ["/busy", undefined],
  ["/later", undefined],
  ["/chain-1", 'moved-link: hint: expected the address where the page is now, got "/chain-1"; did you mean "/there"?'],
  ["/login", 'unsure-link: warning: expected an address that answers, got "/login". Asked: only after signing in (401). Look in a browser whether it is there.'],
  ["/elsewhere", 'unsure-link: warning: expected an address that answers, got "/elsewhere". Asked: a redirect to nowhere (301). Look in a browser whether it is there.'],
  ["/nowhere", 'unsure-link: warning: expected an address that answers, got "/nowhere". Asked: a redirect to nowhere (302). Look in a browser whether it is there.'],
  ["/broken-off", 'unsure-link: warning: expected an address that answers, got "/broken-off". Asked: the connection was broken off (UND_ERR_SOCKET). Look in a browser whether it is there.'],
  ["/slow", 'unsure-link: warning: expected an address that answers, got "/slow". Asked: no answer in time (TIMEOUT). Look in a browser whether it is there.'],
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

test("who asks to wait longer than is good is left to a person, and not asked a third time", async () => {
  const [line] = await told("/busy-today");
  assert.match(line ?? "", "unsure-link: warning");
  assert.is(asked.length, 2);
});

test("several hosts are asked at once, each one thing at a time", async () => {
  const names = ["127.0.0.1", "127.0.0.2", "127.0.0.3"];
  const { port } = server.address() as AddressInfo;
  const links = new Map(names.flatMap((name) => ["/there", "/no-head"].map((path) => [`http://${name}:${port}${path}`, [{ file: "x.md", line: 1, column: 1 }]])));
  await checkLinks(links, messagesIn("en"), { pauseMs: 0, hostsAtOnce: 2 });
  assert.ok(most <= 2, String(most));
});

test("where no safe connection can be made, a person looks", async () => {
  const url = `${origin.replace("http:", "https:")}/there`;
  const problems = await checkLinks(new Map([[url, [{ file: "x.md", line: 1, column: 1 }]]]), messagesIn("en"), { pauseMs: 0 });
  assert.equal(problems.map(({ rule }) => rule), ["unsure-link"]);
  assert.match(problems[0]?.remedy ?? "", "no safe connection");
});

test("every reason has words in both languages", () => {
  assert.equal(Object.keys(messagesIn("nl").reasons), Object.keys(messagesIn("en").reasons));
});

test("where nobody listens, the link is dead", async () => {
  const closed = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => closed.once("listening", resolve));
  const { port } = closed.address() as AddressInfo;
  await new Promise((resolve) => closed.close(resolve));
  const links = new Map([[`http://127.0.0.1:${port}/`, [{ file: "x.md", line: 1, column: 1 }]]]);
  const problems = await checkLinks(links, messagesIn("en"), { pauseMs: 0 });
  assert.equal(problems.map(({ rule, remedy }) => [rule, remedy]), [["dead-link", "Asked: nobody listens there (ECONNREFUSED)."]]);
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
  assert.match(printed, `site/themas/x.md:5:7 dead-link: verwacht een adres dat antwoord geeft, kreeg "${origin}/gone". Gevraagd: niet gevonden (404).`);
  assert.match(printed, /\n2 adressen gevraagd\n$/);
});

test("a time that is none is refused before anything is asked", async () => {
  assert.is((await run(editingSite(), () => linksCommand(["--timeout=lang"]))).code, 2);
  assert.equal(asked, []);
});

test.run();
