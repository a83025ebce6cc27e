/**
 * The package as a stranger gets it: packed, unpacked beside the installed dependencies, and used by
 * a JavaScript site that knows nothing of this house. No registry is asked.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { list } from "../plugins/output.ts";
import { root } from "./architecture/source.ts";

interface Manifest {
  readonly exports: Readonly<Record<string, string | Readonly<Record<"types" | "default", string>>>>;
  readonly bin: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
}

// Below the root, so that what is imported is found in its node_modules.
const site = join(root, ".cache", `package-${process.pid}`);
const unpacked = join(site, "node_modules", "wegwijzer");
const eleventy = join(root, "node_modules/@11ty/eleventy/cmd.cjs");
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Manifest;
const subpaths = Object.entries(manifest.exports).flatMap(([subpath, target]) => (typeof target === "string" ? [] : [{ subpath, ...target }]));

/** Runs Node in the site; what went wrong is told by the assertion. */
function node(...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: site, encoding: "utf8" });
  if (status === 0) return stdout;
  const message = `node ${args.join(" ")} ended with ${status}`;
  throw new assert.Assertion({ message, details: `${stdout}${stderr}`, generated: false, operator: "node", expects: 0, actual: status });
}

/** By the npm that runs the tests, or the one on the path. */
function pack(): void {
  const args = ["pack", "--ignore-scripts", "--silent", "--offline", `--pack-destination=${site}`];
  const script = process.env["npm_execpath"];
  const file = (script ? execFileSync(process.execPath, [script, ...args], { cwd: root }) : execFileSync("npm", args, { cwd: root })).toString().trim();
  // Relative, since a tar that sees "C:" looks for a computer of that name.
  execFileSync("tar", ["-xzf", file], { cwd: site });
  mkdirSync(join(site, "node_modules"));
  renameSync(join(site, "package"), unpacked);
}

test.before(() => {
  rmSync(site, { recursive: true, force: true });
  mkdirSync(site, { recursive: true });
  execFileSync(process.execPath, ["--import", "tsx", "plugins/package.ts"], { cwd: root, stdio: "inherit" });
  pack();
  const files: Readonly<Record<string, string>> = {
    "package.json": '{ "name": "a-site", "type": "module" }',
    "eleventy.config.js": 'import offline from "wegwijzer/offline";\nimport search from "wegwijzer/search";\nexport default function (config) {\n  config.addPlugin(search);\n  config.addPlugin(offline);\n}\n',
    "_includes/base.njk": '<!doctype html>\n<html lang="en">\n<title>{{ title }}</title>\n<main><h1>{{ title }}</h1>{{ content | safe }}</main>\n</html>\n',
    "eleventy.config.cjs": 'module.exports = async function (config) {\n  const { default: search } = await import("wegwijzer/search");\n  config.addPlugin(search, { folder: "find", language: "en" });\n};\n',
    "_includes/plain.liquid": '<!doctype html>\n<html lang="en">\n<title>{{ title }}</title>\n<main><h1>{{ title }}</h1>{{ content }}</main>\n</html>\n',
    "trams.liquid": "---\ntitle: Trams\nlayout: plain.liquid\n---\n{% assign count = 2 %}<p>A tram runs on {{ count }} rails.</p>\n",
    "ferries.njk": "---\ntitle: Ferries\nlayout: base.njk\n---\n{% for way in ['there', 'back'] %}<p>A ferry goes {{ way }}.</p>{% endfor %}\n",
    "boats.html": "<!doctype html><html lang=en><title>Boats</title><h1>Boats</h1><p>A boat has oars.",
    "index.md": "---\ntitle: Home\nlayout: base.njk\n---\nWelcome.\n",
    "bicycles.md": "---\ntitle: Bicycles\nlayout: base.njk\n---\nA bicycle has two wheels.\n\n## Brakes\n\nBrakes stop it.\n",
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(site, name, ".."), { recursive: true });
    writeFileSync(join(site, name), text);
  }
});
test.after(() => rmSync(site, { recursive: true, force: true }));

test("the package holds compiled code, its papers, and no sources", () => {
  const files = list(unpacked);
  assert.equal([...new Set(files.map((file) => file.split("/")[0]))], ["CHANGELOG.md", "LICENSE", "README.md", "dist", "package.json", "plugins"]);
  assert.equal(files.filter((file) => file.startsWith("plugins/")), ["plugins/cdn/DEPLOY.md", "plugins/cdn/README.md", "plugins/content/README.md", "plugins/offline/README.md", "plugins/search/README.md", "plugins/search/query.svg"]);
  assert.equal(files.filter((file) => /(?<!\.d)\.tsx?$/.test(file)), []);
  assert.equal([...new Set(files.filter((file) => file.startsWith("dist/")).map((file) => file.split("/")[1]))], ["plugins", "src"]);
});

test("nothing runs when the package is installed", () => {
  assert.equal(Object.keys(manifest.scripts).filter((name) => /^(pre|post)?install$/.test(name)), []);
  assert.not(existsSync(join(unpacked, "binding.gyp")));
});

for (const { subpath, types, default: code } of subpaths) {
  test(`wegwijzer${subpath.slice(1)} is there, with types, and gives a plugin`, () => {
    assert.ok(existsSync(join(unpacked, code)), `${code} is missing from the package`);
    assert.ok(existsSync(join(unpacked, types)), `${types} is missing from the package`);
    const name = `wegwijzer${subpath.slice(1)}`;
    assert.is(node("--input-type=module", "--eval", `import plugin from "${name}"; console.log(typeof plugin, plugin.name);`).trim(), `function ${subpath.slice(2)}`);
  });
}

test("the types of the package compile where it is used, down to its own options", () => {
  const imports = subpaths.map(({ subpath }, n) => `import plugin${n}, { type Options as Options${n} } from "wegwijzer${subpath.slice(1)}";`);
  const uses = subpaths.map((_, n) => `export const options${n}: Partial<Options${n}> = {};\n// @ts-expect-error An option that does not exist is refused, so the types are not any.\nexport const wrong${n}: Partial<Options${n}> = { thisIsNoOption: 1 };\nexport const name${n}: string = plugin${n}.name;`);
  writeFileSync(join(site, "use.ts"), [...imports, ...uses, ""].join("\n"));
  const compilerOptions = { strict: true, noEmit: true, module: "nodenext", target: "es2023", lib: ["es2023"], types: ["node"], exactOptionalPropertyTypes: true, skipLibCheck: true };
  writeFileSync(join(site, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["use.ts"] }));
  node(join(root, "node_modules/typescript/bin/tsc"), "-p", ".");
});

test("every file that the types of the package name is in the package", () => {
  const missing = list(join(unpacked, "dist")).filter((file) => file.endsWith(".d.ts")).flatMap((file) => {
    const folder = join(unpacked, "dist", file, "..");
    const named = [...readFileSync(join(unpacked, "dist", file), "utf8").matchAll(/(?:from|import\()\s*"(\.[^"]+)"/g)];
    return named.flatMap(([, path = ""]) => (existsSync(join(folder, path.replace(/\.(ts|js)$/, ".d.ts"))) ? [] : [`${file} names ${path}`]));
  });
  assert.equal(missing, []);
});

for (const place of ["search/browser", "offline/browser", "offline/worker"]) test(`what browsers download of ${place} is bundled: it imports nothing that is not beside it`, async () => {
  const folder = join(unpacked, "dist/plugins", place);
  const scripts = list(folder).filter((file) => file.endsWith(".js"));
  assert.ok(scripts.length > 0, `${place} holds no script`);
  for (const script of scripts) {
    const code = readFileSync(join(folder, script), "utf8");
    const { metafile } = await build({ entryPoints: [join(folder, script)], bundle: true, external: ["*"], write: false, metafile: true, format: "esm", logLevel: "silent" });
    const imported = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
    assert.equal(imported.filter((path) => !existsSync(join(folder, path))), [], `${script} imports what is not beside it`);
    // Licences keep their lines.
    const lines = code.replace(/\/\*[\s\S]*?\*\//g, "").trim().split("\n");
    assert.ok(lines.length < 20, `${script} has ${lines.length} lines; is it minified?`);
  }
});

test("the command is a program of its own", () => {
  const command = join(unpacked, manifest.bin["wegwijzer"] ?? "");
  assert.ok(existsSync(command), "bin names a file that is missing");
  assert.match(readFileSync(command, "utf8"), /^#!\/usr\/bin\/env node\n/);
  // Windows has no such bit; npm makes a script beside the command there.
  if (process.platform !== "win32") assert.is(statSync(command).mode & 0o111, 0o111);
});

/** The pages that the site in a folder finds, by the command of the package. */
function found(question: string): readonly { readonly url: string; readonly title: string }[] {
  const answer = JSON.parse(node(join(unpacked, manifest.bin["wegwijzer"] ?? ""), "search", "--site", "_site", "--json", question)) as {
    readonly hits: readonly { readonly url: string; readonly title: string }[];
  };
  return answer.hits.map(({ url, title }) => ({ url, title }));
}

for (const [name, config, folder] of [["a JavaScript site of a few lines", "eleventy.config.js", "wegwijzer-search"], ["a site with a CommonJS config and options", "eleventy.config.cjs", "find"]] as const) {
  test(`${name} builds with wegwijzer/search, and pages of any template language are found`, () => {
    rmSync(join(site, "_site"), { recursive: true, force: true });
    node(eleventy, "--quiet", `--config=${config}`);
    assert.is(existsSync(join(site, "_site/service-worker.js")) && existsSync(join(site, "_site/release.json")), config === "eleventy.config.js", "wegwijzer/offline writes where it was added");
    assert.ok(existsSync(join(site, "_site", folder, "manifest.json")), `no index in ${folder}`);
    assert.equal(found("wheels"), [{ url: "/bicycles/", title: "Bicycles" }]);
    assert.equal(found("rail"), [{ url: "/trams/", title: "Trams" }]);
    assert.equal(found("ferry"), [{ url: "/ferries/", title: "Ferries" }]);
    assert.equal(found("oar"), [{ url: "/boats/", title: "Boats" }]);
    assert.match(readFileSync(join(site, "_site/boats/index.html"), "utf8"), new RegExp(`<script type="module" src="/${folder}/loader\\.[0-9a-f]{8}\\.js"></script>`));
  });
}

test.run();
