/** Starts the web servers of Debian on a free port of this computer, with the configuration that a build wrote. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { get, type IncomingHttpHeaders } from "node:http";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

export interface RealServer {
  readonly ask: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Answer>;
  readonly stop: () => Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Name and value of each line, as they came. */
  readonly lines: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
}

export interface ServerKind {
  readonly name: string;
  /** Undefined when all is here that it needs; else what is missing. */
  readonly missing: () => string | undefined;
  readonly start: (root: string, pathPrefix: string, scratch: string) => Promise<RealServer>;
}

const saysOf = (command: string, ...args: readonly string[]): string => {
  const { stdout, stderr, error } = spawnSync(command, [...args], { encoding: "utf8" });
  return error ? "" : `${stdout}${stderr}` || "runs";
};

function brotliModule(): string | undefined {
  const folder = /--modules-path=(\S+)/.exec(saysOf("nginx", "-V"))?.[1] ?? "/usr/lib/nginx/modules";
  const file = join(folder, "ngx_http_brotli_static_module.so");
  return existsSync(file) ? file : undefined;
}

const nginx: ServerKind = {
  name: "nginx",
  missing: () => (saysOf("nginx", "-v") === "" ? "nginx (Debian: nginx-light)" : brotliModule() === undefined ? "brotli_static (Debian: libnginx-mod-http-brotli-static)" : undefined),
  start: (root, pathPrefix, scratch) => startOn(async (port) => {
    const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path "${scratch}/${name}";`).join(" ");
    writeFileSync(join(scratch, "nginx.conf"), `load_module "${brotliModule()}";
daemon off; master_process off; pid "${scratch}/nginx.pid"; error_log stderr warn;
events { worker_connections 256; }
http { access_log off; ${temporary}
  server { listen 127.0.0.1:${port}; root "${root}"; include "${root}${pathPrefix}_hosting/nginx.conf"; }
}
`);
    return spawn("nginx", ["-p", scratch, "-c", join(scratch, "nginx.conf"), "-e", "stderr"], { stdio: ["ignore", "ignore", "pipe"] });
  }),
};

const caddy: ServerKind = {
  name: "caddy",
  missing: () => (saysOf("caddy", "version") === "" ? "caddy (Debian: caddy)" : undefined),
  start: (root, pathPrefix, scratch) => startOn(async (port) => {
    writeFileSync(join(scratch, "Caddyfile"), `{
	admin off
	auto_https off
}
import "${root}${pathPrefix}_hosting/Caddyfile"
http://127.0.0.1:${port} {
	root * "${root}"
	import wegwijzer
}
`);
    const env = { ...process.env, HOME: scratch, XDG_CONFIG_HOME: scratch, XDG_DATA_HOME: scratch };
    return spawn("caddy", ["run", "--config", join(scratch, "Caddyfile"), "--adapter", "caddyfile"], { env, stdio: ["ignore", "ignore", "pipe"] });
  }),
};

export const serverKinds: readonly ServerKind[] = [nginx, caddy];

async function startOn(run: (port: number) => Promise<ChildProcess>): Promise<RealServer> {
  const port = await freePort();
  const child = await run(port);
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const ask: RealServer["ask"] = (path, headers = {}) => answerOf(port, path, headers);
  for (let tries = 0; ; tries++) {
    if (child.exitCode !== null || tries > 200) {
      child.kill("SIGKILL");
      throw new Error(`the server does not answer:\n${said}`);
    }
    if (await ask("/").then(() => true, () => false)) break;
    await delay(50);
  }
  return { ask, stop: () => (child.kill("SIGKILL"), ended) };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject).listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

function answerOf(port: number, path: string, headers: Readonly<Record<string, string>>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = get({ host: "127.0.0.1", port, path, headers: { connection: "close", ...headers } }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk)).once("error", reject).once("end", () => {
        const { statusCode: status = 0, rawHeaders } = response;
        const lines = rawHeaders.flatMap((name, index): (readonly [string, string])[] => (index % 2 === 0 ? [[name.toLowerCase(), rawHeaders[index + 1] ?? ""]] : []));
        resolve({ status, headers: response.headers, lines, body: Buffer.concat(chunks) });
      });
    });
    request.once("error", reject);
  });
}

/** A folder of its own for what a server writes. */
export function scratchIn(folder: string, name: string): string {
  const scratch = join(folder, name);
  mkdirSync(scratch, { recursive: true });
  return scratch;
}
