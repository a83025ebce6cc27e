import { test } from "uvu";
import * as assert from "uvu/assert";
import { baseOf, type Entry, objectPath, type Role, roleOf, stageOf } from "../../src/cdn/deploy/entry.ts";
import { begin, currentOf, encodeLog, finish, type Log, type LogEntry, parseLog, previousOf } from "../../src/cdn/deploy/log.ts";
import { type Held, type Known, type Plan, planOf, type Situation } from "../../src/cdn/deploy/plan.ts";
import { purgeOf } from "../../src/cdn/deploy/purge.ts";
import { type DeployRecord, encodeRecord, parseRecord, recordPath } from "../../src/cdn/deploy/record.ts";
import { type Limits, limitDefaults, planRefusals, siteRefusals } from "../../src/cdn/deploy/refusals.ts";
import { parseVouched, encodeVouched } from "../../src/cdn/deploy/vouched.ts";
import { actLine, actsOf } from "../../src/cdn/deploy/words.ts";
import { hostingOf } from "./deploySite.ts";

const DAY = 86_400_000;
const now = Date.parse("2026-11-25T12:00:00Z");

const entry = (path: string, text = path, role: Role = path.startsWith("assets/") ? "asset" : path.endsWith(".html") ? "page" : "fixed", more: Partial<Entry> = {}): Entry =>
  ({ path, hash: `hash-of-${text}`, size: text.length, role, headers: {}, ...more });
const recordOf = (release: string, entries: readonly Entry[]): DeployRecord => ({ release, address: "https://wegwijzer.example/", entries });
const held = ({ path, hash, size }: Entry): Held => ({ path, hash, size, headers: "" });
const logged = (release: string, liveMs: number | null, endedMs: number | null): LogEntry => ({ release, record: release, begunMs: liveMs ?? now, liveMs, endedMs, files: 1, bytes: 1 });

const objectHeld = (one: Entry): Held => ({ path: objectPath(one.hash), size: one.size });
const situation = (more: Partial<Situation> & Pick<Situation, "wanted">): Situation =>
  ({ name: more.wanted.release, held: [], log: [], known: [], nowMs: now, graceMs: 7 * DAY, ...more });
/** What a store holds after one release. */
const after = (record: DeployRecord, log: LogEntry): Pick<Situation, "held" | "log" | "known"> => ({
  held: [...record.entries.map(held), ...record.entries.filter(({ role }) => role !== "asset").map(objectHeld), { path: recordPath(record.release), size: 1 }],
  log: [log],
  known: [{ entry: log, record }],
});
const acts = (plan: Plan): readonly string[] => actsOf(plan).filter(({ act }) => act !== "object").map(({ act, path }) => `${act} ${path}`);

const roles: readonly (readonly [string, Role])[] = [
  ["assets/a.1234.css", "asset"], ["index.html", "page"], ["404.html", "page"], ["themas/energie/index.html", "page"], ["release.json", "last"],
  ["service-worker.js", "last"], ["sw.js", "last"], ["sitemap.xml", "last"], ["wijzigingen.xml", "last"], ["robots.txt", "last"], ["site.webmanifest", "last"],
  ["wegwijzer-search/manifest.json", "last"], ["_hosting/headers.json", "last"], ["themas/energie/index.md", "fixed"], ["deelbeeld.png", "fixed"], ["answer.js", "fixed"],
];
for (const [path, role] of roles) test(`${path} is ${role}`, () => assert.is(roleOf(path, hostingOf()), role));

const stages: readonly (readonly [Role, boolean, string])[] = [
  ["asset", true, "assets"], ["asset", false, "assets"], ["fixed", true, "assets"], ["fixed", false, "last"], ["page", true, "pages"], ["redirect", false, "pages"], ["last", true, "last"],
];
for (const [role, isNew, stage] of stages) test(`${isNew ? "a new" : "a changed"} ${role} comes with the ${stage}`, () => assert.is(stageOf(entry("x", "x", role), isNew), stage));

test("a sibling stands for the file before its last ending", () => {
  assert.equal(["a.css.br", "a.css.gz", "a.css", ".br"].map(baseOf), ["a.css", "a.css", undefined, undefined]);
});

const A = recordOf("A", [entry("assets/a1.css"), entry("index.html", "A"), entry("oud/index.html"), entry("robots.txt", "robots.txt", "last"), entry("release.json", "A!", "last")]);
const B = recordOf("B", [entry("assets/b1.css"), entry("index.html", "BB"), entry("nieuw/index.html"), entry("robots.txt", "robots.txt", "last"), entry("release.json", "B!!", "last")]);

test("a first deploy brings all: assets, pages, then what announces them, the manifest as the last", () => {
  assert.equal(acts(planOf(situation({ wanted: A }))), ["new assets/a1.css", "new index.html", "new oud/index.html", "new robots.txt", "new release.json"]);
});

test("a second release brings what differs, new pages before changed ones, and takes away what is gone at the end", () => {
  const plan = planOf(situation({ wanted: B, ...after(A, logged("A", now - DAY, null)) }));
  assert.equal(acts(plan), ["new assets/b1.css", "new nieuw/index.html", "changed index.html", "changed release.json", "gone oud/index.html"]);
  assert.equal(plan.waiting.map(({ path }) => path), ["assets/a1.css"]);
  assert.equal(plan.same.map(({ path }) => path), ["robots.txt"]);
  assert.equal(purgeOf(plan), ["https://wegwijzer.example/", "https://wegwijzer.example/nieuw/", "https://wegwijzer.example/oud/", "https://wegwijzer.example/release.json"]);
});

test("the same release again is no work at all", () => {
  const plan = planOf(situation({ wanted: A, ...after(A, logged("A", now - DAY, null)) }));
  assert.equal(actsOf(plan), []);
});

test("bytes of pages are kept beside the site once, by their hash", () => {
  const twins = recordOf("T", [entry("index.html", "same"), entry("twin/index.html", "same"), entry("assets/t.css")]);
  assert.equal(planOf(situation({ wanted: twins })).objects.map(({ hash }) => hash), ["hash-of-same"]);
});

const differing: readonly (readonly [string, Partial<Held>, string])[] = [
  ["has other bytes", { hash: "other" }, "changed"], ["has another size", { size: 99 }, "changed"], ["is served with other headers", { headers: "cache-control: no-store" }, "changed"],
];
for (const [how, more, act] of differing) {
  test(`an object that ${how} is ${act}`, () => {
    const there = { ...after(A, logged("A", now, null)) };
    const plan = planOf(situation({ wanted: A, ...there, held: there.held.map((one) => (one.path === "index.html" ? { ...one, ...more } : one)) }));
    assert.equal(acts(plan), [`${act} index.html`]);
  });
}

test("an object for which nobody vouches is sent again", () => {
  const there = after(A, logged("A", now, null));
  assert.equal(acts(planOf(situation({ wanted: A, ...there, held: there.held.map(({ path, size }) => ({ path, size })) }))).length, A.entries.length);
});

const ages: readonly (readonly [string, number | null, readonly string[]])[] = [
  ["stands there still", null, []], ["ended 6 days ago", now - 6 * DAY, []], ["ended 7 days ago to the millisecond", now - 7 * DAY, []],
  ["ended more than 7 days ago", now - 7 * DAY - 1, ["worn assets/a1.css", `kept ${objectPath("hash-of-A")}`, `kept ${recordPath("A")}`]],
];
for (const [when, endedMs, removed] of ages) {
  test(`of a release that ${when}, ${removed.length === 0 ? "everything stays" : "assets, bytes and record go"}`, () => {
    const [a, b] = [logged("A", now - 30 * DAY, endedMs), logged("B", now - 8 * DAY, null)];
    const both = [...after(A, a).held.filter(({ path }) => path.startsWith("assets/") || path === objectPath("hash-of-A") || path === recordPath("A")), ...after(B, b).held];
    const plan = planOf(situation({ wanted: B, held: both, log: [a, b], known: [{ entry: a, record: A }, { entry: b, record: B }] }));
    assert.equal(acts(plan), removed);
    assert.equal(plan.log.map(({ release }) => release), removed.length === 0 ? ["A", "B"] : ["B"]);
  });
}

test("an asset that two releases share stays until the second has ended", () => {
  const shared = entry("assets/both.css");
  const [first, second, third] = [recordOf("1", [shared]), recordOf("2", [shared]), recordOf("3", [entry("index.html")])];
  const log = [logged("1", now - 90 * DAY, now - 60 * DAY), logged("2", now - 60 * DAY, now - 3 * DAY), logged("3", now - 3 * DAY, null)];
  const known: readonly Known[] = [first, second, third].map((record, place) => ({ entry: log[place] as LogEntry, record }));
  const plan = planOf(situation({ wanted: third, held: [held(shared)], log, known }));
  assert.equal(plan.waiting.map(({ path }) => path), ["assets/both.css"]);
});

test("assets of a deploy that was broken off stay, however long ago", () => {
  const log = [logged("A", now - 90 * DAY, null), { ...logged("B", null, null), begunMs: now - 80 * DAY }];
  const plan = planOf(situation({ wanted: A, held: [...after(A, log[0] as LogEntry).held, held(entry("assets/b1.css"))], log, known: [{ entry: log[0] as LogEntry, record: A }, { entry: log[1] as LogEntry, record: B }] }));
  assert.equal(plan.waiting.map(({ path }) => path), ["assets/b1.css"]);
});

test("what no release put there is left alone", () => {
  const plan = planOf(situation({ wanted: A, held: [{ path: "downloads/rapport.pdf", size: 9 }, { path: ".well-known/acme", size: 1 }] }));
  assert.equal(plan.unknown, [".well-known/acme", "downloads/rapport.pdf"]);
  assert.equal(plan.removals, []);
});

test("a broken-off deploy begins again as one entry of the log, and ends what stood there", () => {
  const whole = (log: Log): string => log.map(({ release, liveMs, endedMs }) => `${release} ${liveMs === null ? "-" : "live"} ${endedMs === null ? "-" : "ended"}`).join(", ");
  const a = finish(begin([], { release: "A", record: "A", files: 1, bytes: 1 }, now), now + 1);
  const b = begin(begin(a, { release: "B", record: "B", files: 1, bytes: 1 }, now + 2), { release: "B", record: "B", files: 1, bytes: 1 }, now + 3);
  assert.is(whole(b), "A live -, B - -");
  assert.is(currentOf(b)?.release, "A");
  const c = begin(b, { release: "C", record: "C", files: 1, bytes: 1 }, now + 4);
  assert.is(whole(finish(c, now + 5)), "A live ended, B - ended, C live -");
  assert.is(previousOf(finish(c, now + 5))?.release, "A");
  assert.is(previousOf(b)?.release, "A");
  assert.equal(parseLog(encodeLog(c)), c);
});

test("a record is read as it was written, with the headers of each entry", () => {
  const record = recordOf("A", [entry("a é.html", "x", "page", { headers: { "Content-Type": "text/html" } }), entry("a.css", "y", "asset", { sibling: true }), entry("b.html", "z", "page", { headers: { "Content-Type": "text/html" } })]);
  assert.equal(parseRecord(encodeRecord(record), "x"), record);
  assert.is(encodeRecord(record).split("text/html").length, 2);
});

const brokenRecords: readonly (readonly [string, RegExp])[] = [
  ['{"format":1,"rel', /x: expected JSON; it is cut off or another file/], ['{"format":9}', /expected format 1, got 9; deploy with the version of wegwijzer that wrote it/],
  ['{"format":1,"release":"A","headers":[],"entries":[["a","b",1,"page",0,0]]}', /expected rows of path, hash, size, role and headers/],
];
for (const [text, message] of brokenRecords) test(`a record is refused: ${message}`, () => assert.throws(() => parseRecord(text, "x"), message));

test("what the store is known to hold is read as it was written, and is nothing when it is cut off", () => {
  const files = new Map([["a.css", { tag: "t", hash: "h", headers: "x: y" }]]);
  assert.equal(parseVouched(encodeVouched(files)), files);
  for (const text of [encodeVouched(files).slice(0, 30), "null", "[]", '{"format":1,"headers":[],"files":[["a","b","c",0]]}']) assert.is(parseVouched(text).size, 0);
});

const pages = (count: number): readonly Entry[] => Array.from({ length: count }, (_, place) => entry(`p${place}/index.html`));
const lasting = (wanted: DeployRecord, last: DeployRecord, limits: Partial<Limits> = {}, redirected: readonly string[] = []): readonly string[] => {
  const there = after(last, logged(last.release, now - DAY, null));
  return planRefusals(planOf(situation({ wanted, ...there })), last, { ...limitDefaults, ...limits }, new Set(redirected)).map(({ rule, text }) => `${rule}: ${text}`);
};
const hundred = recordOf("100", pages(100));

interface Refused {
  readonly name: string;
  readonly wanted: DeployRecord;
  readonly limits?: Partial<Limits>;
  readonly redirected?: readonly string[];
  readonly said: readonly RegExp[];
}
const moved = hundred.entries.slice(90).map(({ path }) => `/${path.replace("index.html", "")}`);
const refused: readonly Refused[] = [
  { name: "an empty build", wanted: recordOf("0", []), said: [/^empty: the build holds no page; nothing is changed/] },
  { name: "a build with assets and no page", wanted: recordOf("0", [entry("assets/a.css")]), said: [/^empty/] },
  { name: "less than half of the pages", wanted: recordOf("49", pages(49)), said: [/^pages-halved: the build holds 49 pages and the last release 100, less than 50 %; .* --min-pages 49%$/, /^page-gone/, /^many-deletes: 51 of 100 files would be deleted, and 10 may be; .* --max-deletes 51$/] },
  { name: "a page that neither exists nor redirects", wanted: recordOf("99", pages(99)), said: [/^page-gone: \/p99\/ stood in the last release, and neither exists nor redirects; .* --may-go \/p99\/$/] },
  { name: "11 pages that redirect, of 100", wanted: recordOf("89", pages(89)), redirected: [...moved, "/p89/"], said: [/^many-deletes: 11 of 100/] },
  { name: "other bytes under an immutable name", wanted: recordOf("X", [entry("index.html"), entry("assets/a.css", "other")]), said: [/^immutable-changed: assets\/a.css is immutable and has other bytes/] },
];
for (const { name, wanted, limits, redirected, said } of refused) {
  test(`${name} is refused`, () => {
    const last = name.startsWith("other") ? recordOf("L", [entry("index.html"), entry("assets/a.css")]) : hundred;
    const got = lasting(wanted, last, limits, redirected);
    assert.is(got.length, said.length, got.join("\n"));
    said.forEach((pattern, place) => assert.match(got[place] ?? "", pattern));
  });
}

const allowed: readonly (readonly [string, DeployRecord, Partial<Limits>, readonly string[]])[] = [
  ["10 of 100 pages that redirect", recordOf("90", pages(90)), {}, moved],
  ["a page that may go", recordOf("99", pages(99)), { mayGo: new Set(["/p99/"]) }, []],
  ["a page of a preview", recordOf("99", pages(99)), { isPreview: true }, []],
  ["51 deletes where 51 may be, of pages that may go, with fewer pages allowed", recordOf("49", pages(49)), { maxDeletes: { files: 51 }, minPages: 0.49, mayGo: new Set(pages(100).map(({ path }) => `/${path.replace("index.html", "")}`)) }, []],
  ["half of the pages, when deletes may be half", recordOf("50", pages(50)), { maxDeletes: { share: 0.5 }, mayGo: new Set(pages(100).map(({ path }) => `/${path.replace("index.html", "")}`)) }, []],
];
for (const [name, wanted, limits, redirected] of allowed) test(`${name}: not refused`, () => assert.equal(lasting(wanted, hundred, limits, redirected), []));

test("siblings and old fingerprints do not count as deletes", () => {
  const sibling = (page: Entry): Entry => ({ ...page, path: `${page.path}.br`, sibling: true });
  const last = recordOf("L", [...pages(10).flatMap((page) => [page, sibling(page)]), ...Array.from({ length: 50 }, (_, place) => entry(`assets/${place}.css`))]);
  assert.equal(lasting(recordOf("N", pages(10)), last), []);
});

const expiries: readonly (readonly [string, boolean])[] = [["2026-12-09", true], ["2026-12-10", false], ["2026-11-01", true]];
for (const [expires, is] of expiries) {
  test(`a security.txt that ends on ${expires} is ${is ? "" : "not "}refused on 25 November`, () => {
    const refusals = siteRefusals({ origin: "https://x.example", security: { contact: "mailto:a@x.example", expires } }, limitDefaults, now);
    assert.equal(refusals.map(({ rule }) => rule), is ? ["security-expires"] : []);
  });
}

test("a site without an address is refused, save for a preview", () => {
  const bare = { origin: null, security: null };
  assert.match(siteRefusals(bare, limitDefaults, now)[0]?.text ?? "", /the address of the site is not set/);
  assert.equal(siteRefusals(bare, { ...limitDefaults, isPreview: true }, now), []);
});

test("an act is one line", () => {
  assert.equal([actLine({ act: "new", path: "a", bytes: 999 }), actLine({ act: "worn", path: "b", bytes: 12_345 })], ["+ a (999 B)", "- b (12 kB) after its grace time"]);
});

test.run();
