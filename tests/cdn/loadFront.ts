/**
 * What stands before a store: Debian's nginx, and Varnish before that, on free ports of loopback.
 *
 * Varnish keeps half of the pages for a second and then asks nginx whether they changed, so that two
 * versions which a server cannot tell apart would show; the other half for an hour, until they are purged.
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

export interface Front {
  readonly port: number;
  /** Reads addresses and purges them: what a maintainer gives to `--purge`. */
  readonly purgeCommand: string;
  close(): Promise<void>;
}

const isThere = (program: string): boolean => spawnSync(program, ["-V"], { stdio: "ignore" }).error === undefined;
export const missingPrograms = ["nginx", "varnishd"].filter((program) => !isThere(program));

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** @param source - A folder, or the address of a store below which the site lies. */
export async function startFront(scratch: string, source: { readonly folder: string } | { readonly url: string }): Promise<Front> {
  // Varnish gives up its rights before it reads.
  chmodSync(scratch, 0o755);
  mkdirSync(join(scratch, "nginx"), { recursive: true });
  const [origin, edge] = [await freePort(), await freePort()];
  const conf = join(scratch, "nginx.conf");
  writeFileSync(conf, nginxConf(join(scratch, "nginx"), origin, source));
  writeFileSync(join(scratch, "front.vcl"), vcl(origin));
  writeFileSync(join(scratch, "purge.mjs"), purgeScript(edge));
  const nginx = start("nginx", ["-c", conf, "-e", join(scratch, "nginx/error.log")]);
  await answers(origin, nginx);
  const varnish = start("varnishd", ["-F", "-n", join(scratch, "varnish"), "-a", `127.0.0.1:${edge}`, "-f", join(scratch, "front.vcl"), "-s", "malloc,64m", "-p", "http_gzip_support=off", "-T", "none"]);
  await answers(edge, varnish).catch(async (error: unknown) => {
    await stop(nginx);
    throw error;
  });
  return {
    port: edge,
    purgeCommand: `"${process.execPath}" "${join(scratch, "purge.mjs")}"`,
    close: async () => {
      await Promise.all([varnish, nginx].map(stop));
    },
  };
}

interface Program {
  readonly child: ChildProcess;
  /** What it said so far. */
  readonly said: () => string;
}

function start(program: string, args: readonly string[]): Program {
  const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"] });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  return { child, said: () => Buffer.concat(chunks).toString("utf8") };
}

async function stop({ child }: Program): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await ended;
}

/** Ends it when it does not answer. */
async function answers(port: number, program: Program): Promise<void> {
  for (let attempt = 0; attempt < 600 && program.child.exitCode === null; attempt += 1) {
    if (await fetch(`http://127.0.0.1:${port}/`).then(() => true, () => false)) return;
    await delay(50);
  }
  await stop(program);
  throw new Error(`nothing answers on port ${port} of loopback: ${program.said()}`);
}

const brotli = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

function nginxConf(scratch: string, port: number, source: { readonly folder: string } | { readonly url: string }): string {
  const temps = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${join(scratch, name)};`);
  const site = "folder" in source
    ? `root ${source.folder}; index index.html; error_page 404 /404.html; location /.wegwijzer/ { return 404; }
       location / { etag on; add_header Cache-Control "no-cache"; } location /assets/ { add_header Cache-Control "public, max-age=31536000, immutable"; }`
    : `location / { proxy_pass ${source.url}/; proxy_http_version 1.1; proxy_set_header Connection ""; }`;
  return `${existsSync(brotli) ? `load_module ${brotli};` : ""}
${process.getuid?.() === 0 ? "user root;" : ""}
daemon off; worker_processes 1; pid ${join(scratch, "nginx.pid")}; error_log ${join(scratch, "error.log")};
events { worker_connections 512; }
http {
  types { text/html html; text/css css; text/javascript js; image/svg+xml svg; application/json json; application/xml xml; }
  access_log off; ${temps.join(" ")}
  gzip_static on; gzip_vary on; ${existsSync(brotli) ? "brotli_static on;" : ""}
  server { listen 127.0.0.1:${port}; ${site} }
}
`;
}

const vcl = (port: number): string => `vcl 4.1;
backend default { .host = "127.0.0.1"; .port = "${port}"; }
sub vcl_recv {
  if (req.method == "PURGE") { return (purge); }
  unset req.http.Cookie;
}
sub vcl_backend_response {
  if (bereq.url ~ "(/|manifest\\.json)$") {
    if (bereq.url ~ "[02468]/$") { set beresp.ttl = 1s; set beresp.grace = 0s; set beresp.keep = 1h; } else { set beresp.ttl = 1h; set beresp.grace = 0s; }
    return (deliver);
  }
}
`;

const purgeScript = (port: number): string => `import { request } from "node:http";
let text = "";
for await (const chunk of process.stdin) text += chunk;
for (const address of text.split("\\n").filter(Boolean)) {
  await new Promise((resolve, reject) => request({ host: "127.0.0.1", port: ${port}, method: "PURGE", path: new URL(address).pathname }, (response) => {
    response.resume();
    response.on("end", () => (response.statusCode === 200 ? resolve() : reject(new Error(String(response.statusCode)))));
  }).on("error", reject).end());
}
`;
