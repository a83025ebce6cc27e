import { test } from "uvu";
import * as assert from "uvu/assert";
import { audit } from "../../src/cdn/audit/audit.ts";
import { problemOf, reportOf, type Rule } from "../../src/cdn/finding.ts";
import { en } from "../../src/cdn/messages/en.ts";
import { sharedStyles } from "../../src/cdn/sharedStyles.ts";

const context = {
  standing: { origin: "https://wegwijzer.example", pathPrefix: "/" },
  styles: new Set(["p{color:red}"]),
  exists: (path: string) => ["index.html", "a.png", "a.css", "a.js", "themas/index.html", "a.svg"].includes(path),
};

/** A page without a fault: what a careful site has, and what an auditor might stumble over. */
const sound = `<!doctype html>
<html lang="nl"><head><meta charset="utf-8">
<style>p{color:red}</style>
<link rel="canonical" href="https://elders.example/"><link rel="stylesheet" href="/a.css">
<meta name="theme-color" content="#fff"><meta property="og:image" content="https://elders.example/a.png">
<script type="application/ld+json">{"@context":"https://schema.org"}</script>
<script type="module" src="/a.js"></script></head>
<body><a href="https://elders.example/">elders</a> <a href="http://oud.example/" target="_blank" rel="external noopener">oud</a>
<a href="/themas/" target="_blank">hier</a><a href="mailto:a@b.example">post</a>
<form action="/themas/"><input name="onderwerp"></form><img src="a.png" alt="">
<p data-onclick="x" title="javascript:alert(1)">&lt;script&gt;onload="x" style="a"</p>
<svg><rect fill="url(#verloop)"/><use href="#a"/></svg>
</body></html>
`;

test("a sound page has no finding", () => assert.equal(audit("index.html", sound, context), []));

interface Planted {
  readonly rule: Rule;
  readonly fault: string;
  /** Where in the fault the finding points. */
  readonly from?: number;
  readonly file?: string;
}

const planted: readonly Planted[] = [
  { rule: "inline-script", fault: "<script>alert(1)</script>" },
  { rule: "inline-script", fault: '<script type="speculationrules">{}</script>' },
  { rule: "inline-style", fault: "<style>p{color:blue}</style>" },
  { rule: "style-attribute", fault: '<p style="color:red">', from: 3 },
  { rule: "event-attribute", fault: '<img src="/a.png" alt="" onerror="alert(1)">', from: 25 },
  { rule: "event-attribute", fault: "<SVG ONLOAD=alert(1)>", from: 5 },
  { rule: "third-party", fault: '<script src="https://elders.example/a.js"></script>', from: 8 },
  { rule: "third-party", fault: '<link rel="preconnect" href="//elders.example">', from: 23 },
  { rule: "third-party", fault: '<img src="/a.png" srcset="/a.png 1x, https://elders.example/a.png 2x" alt="">', from: 18 },
  { rule: "third-party", fault: "@import 'https://elders.example/a.css';", from: 8, file: "a.css" },
  { rule: "third-party", fault: '<image href="https://elders.example/a.png"/>', from: 7, file: "a.svg" },
  { rule: "mixed-content", fault: '<img src="http://wegwijzer.example/a.png" alt="">', from: 5 },
  { rule: "data-source", fault: '<img alt="" src="data:image/png;base64,AAAA">', from: 12 },
  { rule: "data-source", fault: "p{background:url(data:image/png;base64,AAAA)}", from: 13, file: "a.css" },
  { rule: "script-link", fault: '<a href=" java&Tab;script:alert(1)">klik</a>', from: 3 },
  { rule: "script-link", fault: '<svg><a xlink:href="javascript:alert(1)">klik</a></svg>', from: 8 },
  { rule: "missing-file", fault: '<img src="/weg.png" alt="">', from: 5 },
  { rule: "missing-rel", fault: '<a href="https://elders.example/" target="_blank">elders</a>' },
  { rule: "meta-refresh", fault: '<meta http-equiv="Refresh" content="0;url=/themas/">' },
  { rule: "meta-policy", fault: '<meta http-equiv="content-security-policy" content="script-src *">' },
  { rule: "cookie", fault: '<meta http-equiv="set-cookie" content="a=b">' },
  { rule: "cookie", fault: 'document.cookie = "a=b"', file: "a.js" },
  { rule: "form-elsewhere", fault: '<form action="https://elders.example/"></form>', from: 6 },
  { rule: "form-elsewhere", fault: '<button formaction="http://elders.example/">stuur</button>', from: 8 },
  { rule: "base-element", fault: '<base href="/themas/">' },
  { rule: "embedded-page", fault: '<iframe src="/themas/"></iframe>' },
  { rule: "embedded-page", fault: '<object data="/a.svg"></object>' },
  { rule: "ping-attribute", fault: '<a href="/themas/" ping="/themas/">hier</a>', from: 19 },
  { rule: "unsafe-referrer", fault: '<a href="/themas/" referrerpolicy="unsafe-url">hier</a>', from: 19 },
];
for (const { rule, fault, from = 0, file = "index.html" } of planted) {
  test(`${rule} is found in ${file}, with its line and column: ${fault}`, () => {
    const text = file === "index.html" ? sound.replace("</body>", `\n  ${fault}\n</body>`) : file === "a.svg" ? `<svg>\n  ${fault}\n</svg>` : `p{}\n  ${fault}\n`;
    const findings = audit(file, text, context);
    const problems = findings.map((finding) => problemOf(finding, `_site/${file}`, text, "nl", "site/themas/energie.md"));
    const line = text.slice(0, text.indexOf(fault)).split("\n").length;
    assert.equal(problems.map((problem) => [problem.rule, problem.line, problem.column]), [[rule, line, 3 + from]]);
    assert.match(problems[0]?.remedy ?? "", "De pagina komt uit site/themas/energie.md.");
  });
}

test("every rule of the audit has a planted fault", () => {
  const elsewhere = Object.keys(en.rules).filter((rule) => /^(circle|looks-hashed|redirect-.*)$/.test(rule));
  assert.equal(Object.keys(en.rules).filter((rule) => !elsewhere.includes(rule) && !planted.some((each) => each.rule === rule)), []);
});

test("a report has a line for each problem, in order, and their number", () => {
  const text = '<p style="a">\n<p style="b\nc">';
  const problems = audit("index.html", text, context).map((finding) => problemOf(finding, "_site/index.html", text, "en")).reverse();
  assert.is(reportOf(problems, "en"), [
    '_site/index.html:1:4 style-attribute: expected a class, got "a". Write the rule in the style sheet: the policy ignores style attributes.',
    '_site/index.html:2:4 style-attribute: expected a class, got "b c". Write the rule in the style sheet: the policy ignores style attributes.',
    "2 problems in the output, in 1 file",
  ].join("\n"));
});

test("a style sheet is shared when it stands on more than half of the pages that have one", () => {
  assert.equal([...sharedStyles([["a"], ["a", "b"], ["a"], ["b"], []])], ["a"]);
  assert.equal([...sharedStyles([["a"], ["b"]])], []);
});

test.run();
