import { test } from "uvu";
import * as assert from "uvu/assert";
import { headersOf, IMMUTABLE, isImmutable, REVALIDATE } from "../../src/cdn/headerRules.ts";
import { encodeHosting, type Hosting, parseHosting } from "../../src/cdn/hosting.ts";

const hosting: Hosting = {
  origin: "https://wegwijzer.example",
  pathPrefix: "/",
  security: { contact: "mailto:veilig@wegwijzer.example", expires: "2027-11-23" },
  types: { html: "text/html; charset=utf-8", "": "application/octet-stream" },
  rules: [
    { pattern: "^fonts/", headers: { "Cache-Control": IMMUTABLE } },
    { pattern: "^fonts/a", headers: { "Cache-Control": "never reached" } },
    { pattern: "", headers: { "Cache-Control": REVALIDATE } },
  ],
  redirects: [{ from: "/oud/", to: "/nieuw/#deel", status: 301 }],
  notFound: "404.html",
};

test("what a host must know is read as it was written", () => {
  assert.equal(parseHosting(encodeHosting(hosting)), hosting);
  const bare: Hosting = { ...hosting, origin: null, security: null, notFound: null };
  assert.equal(parseHosting(encodeHosting(bare)), bare);
});

const served: readonly (readonly [path: string, type: string, cache: string])[] = [
  ["fonts/a.woff2", "application/octet-stream", IMMUTABLE],
  ["themas/energie/index.html", "text/html; charset=utf-8", REVALIDATE],
  ["INDEX.HTML", "text/html; charset=utf-8", REVALIDATE],
  ["constructor", "application/octet-stream", REVALIDATE],
];
for (const [path, type, cache] of served) {
  test(`${path} is served as ${type} with ${cache}`, () => {
    assert.equal(headersOf(path, hosting), { "Content-Type": type, "Cache-Control": cache });
    assert.is(isImmutable(path, hosting), cache === IMMUTABLE);
  });
}

const whole = encodeHosting(hosting);
const broken: readonly (readonly [string, RegExp])[] = [
  [whole.slice(0, 90), /_hosting\/headers\.json: expected JSON; it is cut off or another file/],
  ["null", /expected the file to be an object, got null/],
  [whole.replace('"format": 1', '"format": 2'), /expected format 1, got 2; build the site again/],
  [whole.replace('"^fonts/"', '"^fonts("'), /expected a regular expression, got "\^fonts\("/],
  [whole.replace("301", "200"), /expected a redirect with status 301, 302, 307 or 308, got/],
  [whole.replace('"404.html"', "404"), /expected notFound to be a text, got 404/],
];
for (const [text, message] of broken) {
  test(`it is refused with ${message}`, () => assert.throws(() => parseHosting(text), message));
}

test.run();
