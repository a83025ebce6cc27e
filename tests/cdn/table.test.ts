import { test } from "uvu";
import * as assert from "uvu/assert";
import { expiryProblems } from "../../plugins/cdn/expiry.ts";
import { settingsOf } from "../../plugins/cdn/options.ts";
import { headersOf, IMMUTABLE, REVALIDATE } from "../../src/cdn/headerRules.ts";
import { coverOf, headersFile, maxHeaderRules, maxRedirects, redirectsFile } from "../../src/cdn/hosts/staticHosts.ts";
import { faultOfPattern, requestPattern } from "../../src/cdn/hosts/pattern.ts";
import { s3Metadata } from "../../src/cdn/hosts/s3.ts";
import type { Hosting } from "../../src/cdn/hosting.ts";
import { isHashable, namesIn } from "../../src/cdn/names.ts";
import { faultsOfPolicy, policyOf, policyText } from "../../src/cdn/policy.ts";
import { redirectsOf } from "../../src/cdn/redirects.ts";
import { daysBetween, securityTxt } from "../../src/cdn/securityTxt.ts";
import { rulesOf } from "../../src/cdn/table.ts";
import { types } from "../../src/cdn/types.ts";

const settings = settingsOf({ rules: [{ pattern: "^beeld/", headers: { "Cross-Origin-Resource-Policy": "cross-origin" } }] });
const hosting: Hosting = {
  origin: null, pathPrefix: "/", security: null, types, redirects: [], notFound: "404.html",
  rules: rulesOf({ ...settings, policy: policyOf(["abc="], settings.trustedTypes) }),
};

const served: readonly (readonly [path: string, cache: string])[] = [
  ["index.html", REVALIDATE], ["service-worker.js", REVALIDATE], ["release.json", REVALIDATE], ["manifest.webmanifest", REVALIDATE], ["wijzigingen.xml", REVALIDATE],
  ["wegwijzer-search/manifest.json", REVALIDATE], ["wegwijzer-search/t/aB_-1.json", IMMUTABLE], ["wegwijzer-search/x/aB_-1/12.json", IMMUTABLE],
  ["wegwijzer-search/search.0123abcd.js", IMMUTABLE], ["wegwijzer-search/language-nl.0123abcd.js", IMMUTABLE],
  ["pictures/kaart.0123456789.svg", IMMUTABLE], ["pictures/kaart.svg", REVALIDATE], ["pictures/icon.svg", REVALIDATE], ["a.20251122.jpg", REVALIDATE],
];
for (const [path, cache] of served) {
  test(`${path} is sent with ${cache}`, () => assert.is(headersOf(path, hosting)["Cache-Control"], cache));
}

test("a rule of the site's own is laid over the headers of the rest", () => {
  const { "Cross-Origin-Resource-Policy": own, "X-Content-Type-Options": common } = headersOf("beeld/a.png", hosting);
  assert.equal([own, common], ["cross-origin", "nosniff"]);
});

test("every file is sent with what internet.nl and Mozilla Observatory ask for", () => {
  for (const { headers } of hosting.rules) {
    assert.match(headers["Content-Security-Policy"] ?? "", /^default-src 'none'; script-src 'self'; style-src 'self' 'sha256-abc='; .*frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types wegwijzer$/);
    assert.ok(Number(/max-age=(\d+)/.exec(headers["Strict-Transport-Security"] ?? "")?.[1]) >= 31536000);
    assert.equal([headers["X-Content-Type-Options"], headers["X-Frame-Options"], headers["Referrer-Policy"], headers["Cross-Origin-Opener-Policy"]], ["nosniff", "DENY", "no-referrer", "same-origin"]);
  }
  assert.equal(faultsOfPolicy(policyOf(["abc="], [])), []);
  assert.match(policyText(policyOf([], [])), "trusted-types 'none'");
});

const refused: readonly (readonly [options: object, message: string])[] = [
  [{ orgin: "https://a.example" }, 'cdn: unknown option "orgin", expected one of origin, standIn, '],
  [{ origin: "https://a.example/" }, 'cdn: option origin: expected an origin such as "https://wegwijzer.example", got "https://a.example/"'],
  [{ policy: { "script-src": ["'self'", "'unsafe-inline'"] } }, "cdn: option policy: expected what internet.nl and Mozilla Observatory let pass, got \"script-src 'unsafe-inline'\""],
  [{ policy: { "img-src": ["data:"] } }, 'got "img-src data:"'],
  [{ policy: { "img-src": ["*"] } }, 'got "img-src *"'],
  [{ policy: { "img-src": ["elders.example"] } }, 'got "img-src elders.example"'],
  [{ policy: { "base-uri": ["https://a.example"] } }, 'got "base-uri https://a.example"'],
  [{ policy: { "require-trusted-types-for": [] } }, 'got "require-trusted-types-for is missing"'],
  [{ immutable: ["^a/("] }, 'cdn: option immutable: expected a regular expression, got "^a/("'],
  [{ fixed: ["^a|^b"] }, 'cdn: option fixed: expected one pattern, got "^a|^b"; put alternatives in brackets or give them one by one'],
  [{ headers: { "X-A": "a\nb" } }, "cdn: option headers: expected a name and a value on one line"],
  [{ security: { contact: "piet@a.example", expires: "2027-01-01" } }, 'cdn: option security.contact: expected "mailto:…", "https://…" or "tel:…", got "piet@a.example"'],
  [{ security: { contact: "mailto:piet@a.example", expires: "1 jan 2027" } }, 'cdn: option security.expires: expected a day such as "2027-11-23", got "1 jan 2027"'],
  [{ hstsSeconds: -1 }, "cdn: option hstsSeconds: expected a whole number of seconds, got -1"],
];
for (const [options, message] of refused) {
  test(`options ${JSON.stringify(options)} are refused`, () => assert.throws(() => settingsOf(options), (error: Error) => error.message.includes(message)));
}

test("an exception that the auditors let pass is taken", () => {
  assert.equal(settingsOf({ policy: { "media-src": ["'self'", "https://beeld.example"] } }).policy, { "media-src": ["'self'", "https://beeld.example"] });
});

const site = ["404.html", "index.html", "a/index.html", "pictures/icon.svg", "pictures/kaart.0123456789.svg", "wegwijzer-search/manifest.json", "wegwijzer-search/t/a.json", "wegwijzer-search/t/b.json", "lijst.ttl"];

test("_headers says of no file one header twice, and gives each its own", () => {
  const plain = { ...hosting, rules: hosting.rules.slice(1) };
  const { text, left } = headersFile(plain, site);
  const globs = text.split("\n").filter((line) => line.startsWith("/"));
  assert.equal(globs, ["/*", "/*.ttl", "/wegwijzer-search/t/*", "/pictures/kaart.0123456789.svg"]);
  assert.is(left, 0);
  assert.is((text.match(/Cache-Control/g) ?? []).length, 2);
  assert.match(text, "/wegwijzer-search/t/*\n  Cache-Control: public, max-age=31536000, immutable\n");
});

test("a cover of globs gives every file its key and touches no other", () => {
  const keyOf = (path: string): string => (/0123456789|\/t\//.test(path) ? "{1}" : "{}");
  const globs = coverOf(site, keyOf);
  for (const path of site) {
    const matching = globs.filter(({ glob }) => (glob.endsWith("*") ? path.startsWith(glob.slice(0, -1)) : path === glob));
    assert.equal(matching.map(({ key }) => key), keyOf(path) === "{}" ? [] : ["{1}"], path);
  }
});

test("what hosts have no place for is counted, and what is left out is only asked for again", () => {
  const many = Array.from({ length: 300 }, (_, at) => `pictures/${at}${at % 2 === 0 ? ".0123456789" : ""}.svg`);
  const { text, left } = headersFile({ ...hosting, rules: hosting.rules.slice(1) }, many);
  assert.is(left, 150 + 1 - maxHeaderRules);
  assert.is(text.split("\n").filter((line) => line.startsWith("/")).length, maxHeaderRules);
  const redirects = Array.from({ length: 1500 }, (_, at) => ({ from: `/oud-${at}/`, to: "/", status: 301 as const }));
  assert.is(redirectsFile({ ...hosting, redirects }).left, 3000 - maxRedirects);
});

test("_redirects leads on with and without the last slash", () => {
  const { text } = redirectsFile({ ...hosting, redirects: [{ from: "/oud/", to: "/nieuw/#deel", status: 301 }, { from: "/oud.html", to: "/nieuw/", status: 308 }] });
  assert.is(text, "/oud/ /nieuw/#deel 301\n/oud /nieuw/#deel 301\n/oud.html /nieuw/ 308\n");
});

test("metadata for a store has type and age of each object, and the way from where nothing is", () => {
  const metadata = JSON.parse(s3Metadata({ ...hosting, redirects: [{ from: "/oud/", to: "/a/", status: 301 }] }, ["a/index.html"])) as Record<string, unknown>;
  assert.equal(metadata["files"], { "a/index.html": { ContentType: "text/html; charset=utf-8", CacheControl: REVALIDATE } });
  assert.equal(metadata["redirects"], { "oud/index.html": { WebsiteRedirectLocation: "/a/" } });
});

const exists = (path: string): boolean => ["index.html", "a/index.html", "b.html"].includes(path);
const moves: readonly (readonly [moves: readonly (readonly [string, string])[], rules: readonly string[]])[] = [
  [[["/oud/", "/a/"], ["/ouder/", "/a/#deel"], ["/weg/", "https://elders.example/"]], []],
  [[["/begrippen/#niche", "/a/"]], []],
  [[["/oud/", "/nieuw/"]], ["redirect-nowhere"]],
  [[["/a/", "/b.html"]], ["redirect-in-use"]],
  [[["/oud/", "/ouder/"], ["/ouder/", "/a/"]], ["redirect-chain"]],
  [[["/oud/", "/oud/"]], ["redirect-loop"]],
  [[["/x/", "/y/"], ["/y/", "/z/"], ["/z/", "/x/#deel"]], ["redirect-loop", "redirect-loop", "redirect-loop"]],
  [[["/oud/", "/a/"], ["/oud/", "/"]], ["redirect-twice"]],
  [[["oud", "/a/"], ["/oud/*", "/a/"], ["/oud?a", "/a/"], ["//elders/", "/a/"], ["/o ud/", "/a/"], ["/oud/", "javascript:alert(1)"], ["/ouder/", "http://elders.example/"]], Array<string>(7).fill("redirect-form")],
];
for (const [list, rules] of moves) {
  test(`moves ${JSON.stringify(list)} have ${rules.length} problems`, () => {
    const { findings } = redirectsOf(list.map(([from, to]) => ({ from, to })), { pathPrefix: "/" }, exists);
    assert.equal(findings.map(({ rule }) => rule), rules);
  });
}

test("redirects are sorted, have the prefix of the site, and are written as a request has them", () => {
  const { redirects } = redirectsOf([{ from: "/oúd/", to: "/a/#één" }, { from: "/af/", to: "/" }], { pathPrefix: "/site/" }, exists);
  assert.equal(redirects, [{ from: "/site/af/", to: "/site/", status: 301 }, { from: "/site/o%C3%BAd/", to: "/site/a/#%C3%A9%C3%A9n", status: 301 }]);
});

test("security.txt says whom to tell, until when, in which language and where it stands", () => {
  assert.is(securityTxt({ contact: "mailto:veilig@wegwijzer.example", expires: "2027-11-01", languages: ["nl", "en"], canonical: "https://wegwijzer.example/.well-known/security.txt" }),
    "Contact: mailto:veilig@wegwijzer.example\nExpires: 2027-11-01T00:00:00.000Z\nPreferred-Languages: nl, en\nCanonical: https://wegwijzer.example/.well-known/security.txt\n");
  assert.is(daysBetween("2026-11-25", "2027-01-24"), 60);
});

const days: readonly (readonly [today: string, level: string | undefined, said: string])[] = [
  ["2026-09-01", undefined, ""],
  ["2026-09-02", "warning", "nog 60 dagen"],
  ["2026-10-17", "warning", "nog 15 dagen"],
  ["2026-10-18", "warning", "nog 14 dagen"],
  ["2026-10-31", "warning", "nog 1 dag"],
  ["2026-11-03", "warning", "2 dagen geleden verlopen"],
];
for (const [today, level, said] of days) {
  test(`on ${today} a contact that holds until 2026-11-01 is ${level === undefined ? "fine" : "warned of"}`, () => {
    const [problem] = expiryProblems({ "wegwijzer/cdn": { security: { contact: "mailto:veilig@wegwijzer.example", expires: "2026-11-01" } } }, today, "nl");
    assert.equal([problem?.level, problem?.got ?? ""], [level, said]);
  });
}

test("who names no contact hears of no day", () => {
  assert.equal(expiryProblems({ "wegwijzer/cdn": {} }, "2026-11-01", "en"), []);
  assert.equal(expiryProblems({}, "2026-11-01", "en"), []);
});

test("a pattern of the table becomes one of a request", () => {
  assert.is(requestPattern("^fonts/", "/a.b/"), "^/a\\.b/fonts/");
  assert.is(requestPattern("\\.css$", "/a/"), "\\.css$");
  assert.is(faultOfPattern("^(a|b)[|]\\|$"), undefined);
});

const names: readonly (readonly [path: string, hashable: boolean])[] = [
  ["styles/site.css", true], ["a.woff2", true], ["kaart.SVG", true], ["favicon.ico", false], ["pictures/icon.svg", false], ["apple-touch-icon-180.png", false],
  ["pictures/icon-set.png", false], ["pictures/iconen.png", true], [".well-known/a.png", false], ["robots.txt", false], ["a.js", false], ["a.webmanifest", false], ["deelbeeld.png", true],
];
for (const [path, hashable] of names) test(`${path} ${hashable ? "may" : "may never"} be named by its hash`, () => assert.is(isHashable(path), hashable));

test("names of files are found in whatever text", () => {
  const text = 'a "/pictures/kaart.svg" (b%20c.png) url(d.woff2) \\/e.css?x=1 https://x.example/f.jpg, niets.txt';
  assert.equal([...namesIn(text)], ["kaart.svg", "b c.png", "d.woff2", "e.css", "f.jpg"]);
});

test.run();
