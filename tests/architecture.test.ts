import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { faultOf, isFile, worldOf } from "./architecture/importRule.ts";
import { readSources, root, type Source, trackedFiles } from "./architecture/source.ts";

const files = trackedFiles();
const sources = readSources(files);
const byFile = new Map(sources.map((source) => [source.file, source]));

/** Nothing may stand in the list; what does, is told in full. */
function none(faults: readonly string[]): void {
  if (faults.length === 0) return;
  const details = faults.join("\n");
  throw new assert.Assertion({ message: `${faults.length} faults`, details, generated: false, operator: "none", expects: "", actual: details });
}

const rule: readonly (readonly [from: string, to: string, fault: string | undefined])[] = [
  ["src/search/shard.ts", "src/search/key.ts", undefined],
  ["src/search/shard.ts", "src/problem.ts", undefined],
  ["src/search/shard.ts", "zod", undefined],
  ["src/search/shard.ts", "src/content/model.ts", "is of search, which may not see content"],
  ["src/search/shard.ts", "plugins/search/index.ts", "is pure, which may not see node"],
  ["src/search/shard.ts", "node:fs", "is pure, which may not see node:fs"],
  ["src/search/shard.ts", "@11ty/eleventy", "is pure, which may not see @11ty/eleventy"],
  ["src/search/shard.ts", "site/kinds.ts", "is pure, which may not see site"],
  ["src/problem.ts", "src/content/model.ts", "is of the ground floor, which may not see content"],
  ["plugins/search/index.ts", "src/search/shard.ts", undefined],
  ["plugins/search/index.ts", "plugins/output.ts", undefined],
  ["plugins/search/index.ts", "plugins/content/index.ts", "is of search, which may not see content"],
  ["plugins/search/index.ts", "plugins/search/browser/search.ts", "is node, which may not see browser"],
  ["plugins/search/index.ts", "site/kinds.ts", "is node, which may not see site"],
  ["plugins/steps.ts", "plugins/search/index.ts", "is of the ground floor, which may not see search"],
  ["plugins/cli.ts", "plugins/search/index.ts", undefined],
  ["plugins/search/browser/search.ts", "src/search/shard.ts", undefined],
  ["plugins/search/browser/search.ts", "lunr", undefined],
  ["plugins/search/browser/search.ts", "zod", "is downloaded by visitors and needs zod"],
  ["plugins/search/browser/search.ts", "plugins/output.ts", "is browser, which may not see node"],
  ["site/_includes/thema.11ty.tsx", "site/kinds.ts", undefined],
  ["site/_includes/thema.11ty.tsx", "src/content/model.ts", undefined],
  ["site/_includes/thema.11ty.tsx", "plugins/search/browser/search.ts", "is site, which may not see browser"],
  ["eleventy.config.ts", "site/site.ts", undefined],
  ["plugins/cli.ts", "tests/serve.ts", "is node, which may not see tests"],
  ["tests/search/shard.test.ts", "plugins/search/browser/search.ts", undefined],
  ["scripts/build.ts", "zod", "lies in no world"],
];
for (const [from, to, fault] of rule) {
  test(`${from} ${fault ? "may not" : "may"} import ${to}`, () => assert.is(faultOf(from, to), fault));
}

test("the parser sees values, types, exports and lazy imports", () => {
  const seen = byFile.get("tests/architecture/source.ts")?.imports ?? [];
  assert.ok(seen.some(({ target, isType }) => target === "typescript" && !isType));
  const ofTest = byFile.get("plugins/steps.ts")?.imports ?? [];
  assert.equal(ofTest, [
    { target: "plugins/eleventy.ts", isType: true },
    { target: "plugins/output.ts", isType: false },
  ]);
});

test("every file of TypeScript lies in a world and is compiled there", () => {
  const code = files.filter((file) => /\.tsx?$/.test(file) && !/^tests\/(.*\/)?fixtures\//.test(file));
  none(code.filter((file) => !byFile.has(file)).map((file) => `${file} is in no tsconfig`));
  none(code.filter((file) => worldOf(file) === undefined).map((file) => `${file} lies in no world`));
});

test("every import keeps the import rule", () => {
  none(sources.flatMap(({ file, imports }) =>
    imports.flatMap(({ target }) => {
      const fault = faultOf(file, target);
      return fault === undefined ? [] : [`${file} -> ${target}: ${file} ${fault}`];
    }),
  ));
});

test("what visitors download reaches no package but Lunr, however far the way", () => {
  const entries = sources.filter(({ file }) => ["browser", "worker"].includes(worldOf(file) ?? ""));
  none(entries.flatMap(({ file }) => [...reached(file)].filter((name) => !byFile.has(name) && !/^(src|plugins)\//.test(name))
    .filter((name) => name !== "lunr" && name !== "lunr-languages").map((name) => `${file} reaches ${name}`)));
});

/** What runs only in a clone of this house, before the package is made. */
const onlyHere: ReadonlySet<string> = new Set(["plugins/bundling.ts", "plugins/package.ts", "plugins/search/bundle.ts"]);

test("the package declares every package that it imports", () => {
  const { dependencies, peerDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Readonly<Record<string, object>>;
  const declared = new Set([dependencies, peerDependencies].flatMap((names) => Object.keys(names ?? {})));
  none(sources.filter((source) => isHouse(source) && !onlyHere.has(source.file)).flatMap(({ file, imports }) => imports
    .filter(({ target }) => !isFile(target) && !target.startsWith("node:") && !declared.has(target))
    .map(({ target }) => `${file} imports ${target}`)));
});

test("no file of src and plugins imports itself by a detour", () => {
  none(sources.filter(({ file }) => /^(src|plugins)\//.test(file) && reached(file).has(file)).map(({ file }) => `${file} is in a circle`));
});

/** All that a file runs, at first or second hand. */
function reached(file: string, seen = new Set<string>()): ReadonlySet<string> {
  for (const { target, isType } of byFile.get(file)?.imports ?? []) {
    if (isType || seen.has(target)) continue;
    seen.add(target);
    reached(target, seen);
  }
  return seen;
}

/** Longer than the rule allows, measured and with a reason; to be empty in the end. */
const longFiles: ReadonlySet<string> = new Set([]);
const longFunctions: ReadonlySet<string> = new Set([]);

const isHouse = ({ file }: Source): boolean => /^(src|plugins)\//.test(file);

test("no file of src and plugins is longer than 250 lines", () => {
  none(sources.filter((source) => isHouse(source) && source.lines > 250 && !longFiles.has(source.file))
    .map(({ file, lines }) => `${file} has ${lines} lines; split it by idea`));
});

test("no function of src and plugins is longer than 40 lines", () => {
  none(sources.filter(isHouse).flatMap(({ file, functions }) => functions
    .filter(({ name, lines }) => lines > 40 && !longFunctions.has(`${file} ${name}`))
    .map(({ name, line, lines }) => `${file}:${line} has ${lines} lines: ${name}`)));
});

/** Narrow ports to code without types. */
const ports: ReadonlySet<string> = new Set(["plugins/eleventy.ts", "src/search/lunr.d.ts"]);

test("nothing is any, and no fault of types is hushed up, outside the named ports", () => {
  none(sources.filter(({ file }) => !ports.has(file)).flatMap(({ file, anyLines, text }) => [
    ...anyLines.map((line) => `${file}:${line} says any`),
    ...(/(\/\/|\/\*)\s*@ts-(ignore|nocheck)/.test(text) ? [`${file} hushes the compiler up`] : []),
  ]));
});

test("every test file ends with test.run() and leaves no test out by test.only", () => {
  const tests = sources.filter(({ file }) => /\.(test|proof)\.tsx?$/.test(file));
  none(tests.filter(({ last }) => last !== "test.run();").map(({ file }) => `${file} does not end with test.run();`));
  none(tests.filter(({ methods }) => methods.has("only")).map(({ file }) => `${file} calls test.only`));
});

test("the top level stays as drawn", () => {
  const drawn = [".ci", ".github", ".gitignore", ".vscode", "CHANGELOG.md", "LICENSE", "README.md", "eleventy.config.ts", "package-lock.json",
    "package.json", "plugins", "site", "src", "tests", "tsconfig.json"];
  none([...new Set(files.map((file) => file.split("/")[0] ?? ""))].filter((name) => !drawn.includes(name)));
});

/** What tells of one computer or one network; the rest of an address on the web is no path. */
const local: readonly RegExp[] = [
  /(?<![\w.:/-])\/(home|Users|root|work|mnt|private)\/\w/,
  /\b[A-Z]:\\Users\\/,
  /\bregistry\.(npmjs\.org|yarnpkg\.com|npmmirror\.com)/,
  /"resolved":\s"http/,
  /\b(10|192\.168)\.\d+\.\d+\.\d+:\d/,
];

test("no tracked file tells of a computer or a registry", () => {
  const texts = files.filter((file) => !/\.(woff2|png|jpg|webp|avif|ico|zip|br)$/.test(file));
  none(texts.flatMap((file) => {
    const text = readFileSync(join(root, file), "utf8");
    return local.flatMap((pattern) => pattern.exec(text) ?? []).slice(0, 1).map((found) => `${file} says ${found}`);
  }));
});

test("scripts of package.json run in every shell", () => {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: Readonly<Record<string, string>> };
  const foreign = /(^|\s)[A-Z_]+=|['$;`]|\b(rm|cp|mv|mkdir|export|for|sh|bash)\s/;
  none(Object.entries(scripts).filter(([, script]) => foreign.test(script)).map(([name, script]) => `${name}: ${script}`));
});

test.run();
