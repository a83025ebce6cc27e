import { test } from "uvu";
import * as assert from "uvu/assert";
import { targetOf } from "../../src/address.ts";
import { rewritten } from "../../src/part.ts";
import { partsOf } from "../../src/parts.ts";

const rename = (address: string): string => address.replace(/\.(png|svg|woff2|css)/, ".0123456789.$1");

/** The file, what stands in it, and what it becomes. */
const rewrites: readonly (readonly [file: string, before: string, after: string])[] = [
  ["a.html", '<img src="/a.png" alt=x>', '<img src="/a.0123456789.png" alt=x>'],
  ["a.html", "<img src='a.png?v=1#x'>", "<img src='a.0123456789.png?v=1#x'>"],
  ["a.html", "<img src=a.png>", '<img src="a.0123456789.png">'],
  ["a.html", '<IMG SRC = "/a.png?a=1&amp;b=2">', '<IMG SRC = "/a.0123456789.png?a=1&amp;b=2">'],
  ["a.html", '<img srcset="a.png, b.png 2x" sizes="(a.png)">', '<img srcset="a.0123456789.png, b.0123456789.png 2x" sizes="(a.png)">'],
  ["a.html", '<source srcset="a.png 1x,b.png 2x,">', '<source srcset="a.0123456789.png 1x,b.0123456789.png 2x,">'],
  ["a.html", '<link rel="preload" as="image" imagesrcset="a.png 100w, /b,c.png 200w">', '<link rel="preload" as="image" imagesrcset="a.0123456789.png 100w, /b,c.0123456789.png 200w">'],
  ["a.html", '<link href="a.css" rel="alternate stylesheet">', '<link href="a.0123456789.css" rel="alternate stylesheet">'],
  ["a.html", '<link href="a.css" rel="canonical"><a href="a.png">a.png</a>', '<link href="a.css" rel="canonical"><a href="a.png">a.png</a>'],
  ["a.html", '<video poster="a.png"><object data="a.svg"></object></video>', '<video poster="a.0123456789.png"><object data="a.0123456789.svg"></object></video>'],
  ["a.html", '<svg><use xlink:href="a.svg#b"/><image href="a.png"/></svg>', '<svg><use xlink:href="a.0123456789.svg#b"/><image href="a.0123456789.png"/></svg>'],
  ["a.html", "<style>p{background:url( a.png )}</style>", "<style>p{background:url(a.0123456789.png)}</style>"],
  ["a.html", '<p style="background:url(&quot;a.png&quot;)">', '<p style="background:url(&quot;a.0123456789.png&quot;)">'],
  ["a.html", "<!-- <img src=a.png> --><script>'<img src=a.png>'</script><textarea><img src=a.png></textarea>", "<!-- <img src=a.png> --><script>'<img src=a.png>'</script><textarea><img src=a.png></textarea>"],
  ["a.css", '@import "a.css";@import url(b.css) print;', '@import "a.0123456789.css";@import url(b.0123456789.css) print;'],
  ["a.css", "a{src:url('a.woff2')format(\"a.woff2\")}", "a{src:url('a.0123456789.woff2')format(\"a.woff2\")}"],
  ["a.css", '/* url(a.png) */ a{content:"url(a.png)";b:URL(a\\.png)}', '/* url(a.png) */ a{content:"url(a.png)";b:url(a.0123456789.png)}'],
  ["a.css", 'a{b:image-set("a.png" type("image/a.png") 1x, url("b.png") 2x)}', 'a{b:image-set("a.0123456789.png" type("image/a.png") 1x, url("b.0123456789.png") 2x)}'],
  ["a.css", 'a{b:my-url("a.png")} @namespace "a.png";', 'a{b:my-url("a.png")} @namespace "a.png";'],
  ["a.svg", '<svg><image xlink:href="a.png"/><feImage href="b.png"/><style><![CDATA[a{b:url(c.png)}]]></style></svg>',
    '<svg><image xlink:href="a.0123456789.png"/><feImage href="b.0123456789.png"/><style><![CDATA[a{b:url(c.0123456789.png)}]]></style></svg>'],
  ["a.svg", '<svg><style/><rect fill="url(b.svg#g)" stroke="#fff"/></svg>', '<svg><style/><rect fill="url(b.0123456789.svg#g)" stroke="#fff"/></svg>'],
  ["a.txt", '<img src="a.png">', '<img src="a.png">'],
];
for (const [file, before, after] of rewrites) {
  test(`in ${file}, ${before} becomes ${after}`, () => assert.is(rewritten(before, partsOf(file, before), rename), after));
}

test("what leads nowhere new keeps every byte", () => {
  const odd = "<!DOCTYPE html>\r\n<P A = 'x'  b>&nbsp;&amp &copy<img src=&#47;a.gif><style>a{b:url( x.gif )}</style>\0é🙂";
  assert.is(rewritten(odd, partsOf("a.html", odd), rename), odd);
});

const standing = { origin: "https://wegwijzer.example", pathPrefix: "/site/" };
const targets: readonly (readonly [address: string, from: string, target: unknown])[] = [
  ["a.png", "themas/energie/index.html", { kind: "file", path: "themas/energie/a.png" }],
  ["../a.png?b#c", "themas/energie/index.html", { kind: "file", path: "themas/a.png" }],
  ["/site/a%20b.png", "index.html", { kind: "file", path: "a b.png" }],
  ["/site/%", "index.html", { kind: "file", path: "%" }],
  ["/site", "index.html", { kind: "file", path: "index.html" }],
  ["./", "themas/index.html", { kind: "file", path: "themas/index.html" }],
  ["..", "themas/index.html", { kind: "file", path: "index.html" }],
  ["/a.png", "index.html", { kind: "above" }],
  ["../../../a.png", "index.html", { kind: "above" }],
  ["#deel", "index.html", { kind: "same" }],
  ["", "index.html", { kind: "same" }],
  ["HTTPS://Wegwijzer.example/site/a.png", "index.html", { kind: "file", path: "a.png" }],
  ["//wegwijzer.example/site/", "index.html", { kind: "file", path: "index.html" }],
  ["https://wegwijzer.example.evil/site/a.png", "index.html", { kind: "elsewhere", scheme: "https" }],
  ["\\\\evil.example/a", "index.html", { kind: "elsewhere", scheme: "" }],
  [" java\nscript:alert(1)", "index.html", { kind: "elsewhere", scheme: "javascript" }],
  ["data:text/css,a", "index.html", { kind: "elsewhere", scheme: "data" }],
];
for (const [address, from, target] of targets) {
  test(`${JSON.stringify(address)} in ${from} leads to ${JSON.stringify(target)}`, () => assert.equal(targetOf(address, from, standing), target));
}

test.run();
