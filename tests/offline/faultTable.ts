/**
 * The faults that are tried, one row for each; the same rows at install and at update.
 *
 * What Workbox does not survive of these is in the notes on offline; here all must be survived.
 */
import type { Fault } from "./faults.ts";
import type { FaultHost } from "./faultServer.ts";

export interface FaultRow {
  readonly title: string;
  /** @param stranger - Another origin, that answers everything with a portal and lets everybody read it. */
  readonly fault: (stranger: FaultHost) => Fault;
  readonly where: Where;
}

export const places = {
  page: /\/onderwerp-3\/$/,
  home: /\/$/,
  script: /\/app\.js$/,
  "hashed script": /\/hashed\.[^/]+$/,
  style: /\/style\.css$/,
  picture: /\/plaatje\.svg$/,
  shard: /\/wegwijzer-search\/t\//,
  "search manifest": /\/wegwijzer-search\/manifest\.json$/,
  manifest: /\/release\.json$/,
  worker: /\/service-worker\.js$/,
  everything: /^/,
  // What the first page needs to begin at all; the rest is broken.
  "all but the first page": /^\/(?!$|index\.html$|style\.css$|app\.js$|hashed\.|plaatje\.svg$|service-worker\.js$|wegwijzer-[\w-]+\/[\w-]+\.[\w-]+\.js$)/,
} satisfies Readonly<Record<string, RegExp>>;
export type Where = keyof typeof places;

/** Whether what hangs still hangs when all else has healed: a connection that nobody ends. */
export const hangingOf = ({ title, where }: FaultRow): "end" | "stay" => (/ stalls /.test(title) && /^(page|manifest)$/.test(where) ? "stay" : "end");

const row = (title: string, where: Where, fault: Fault | ((stranger: FaultHost) => Fault)): FaultRow => ({ title, where, fault: typeof fault === "function" ? fault : () => fault });
const JS = "text/javascript; charset=utf-8";

export const faultRows: readonly FaultRow[] = [
  ...([500, 404] as const).flatMap((status) => [
    row(`${status} on a page`, "page", { kind: "status", status }),
    row(`${status} on a hashed file`, "hashed script", { kind: "status", status }),
    row(`${status} on a hashed file, sent as immutable`, "hashed script", { kind: "status", status, immutable: true }),
    row(`${status} on the manifest`, "manifest", { kind: "status", status }),
    row(`${status} on the worker`, "worker", { kind: "status", status }),
    row(`${status} on all but the first page`, "all but the first page", { kind: "status", status }),
  ]),
  ...(["page", "home", "script", "hashed script", "style", "picture", "shard", "search manifest", "manifest", "worker", "all but the first page", "everything"] as const)
    .map((where) => row(`a captive portal in place of ${named(where)}`, where, { kind: "portal" })),
  row("a captive portal, sent as immutable, in place of a hashed file", "hashed script", { kind: "status", status: 200, immutable: true }),
  ...(["page", "hashed script", "shard", "manifest", "worker", "all but the first page", "everything"] as const)
    .map((where) => row(`a redirect of ${named(where)} to another host`, where, (stranger) => ({ kind: "redirect", to: stranger.url }))),
  ...(["page", "hashed script", "manifest", "worker", "all but the first page", "everything"] as const).map((where) => row(`a connection reset on ${named(where)}`, where, { kind: "reset" })),
  ...(["page", "hashed script", "shard", "manifest", "all but the first page"] as const).flatMap((where) => [
    row(`${named(where)} cut off, with Content-Length`, where, { kind: "cut", framing: "length" }),
    row(`${named(where)} cut off, in chunks`, where, { kind: "cut", framing: "chunked" }),
    row(`${named(where)} cut off by the end of the connection`, where, { kind: "cut", framing: "close" }),
    row(`${named(where)} too short, and consistent`, where, { kind: "short" }),
    row(`${named(where)} empty`, where, { kind: "empty" }),
    row(`a flipped bit in ${named(where)}`, where, { kind: "flipped" }),
  ]),
  ...(["page", "manifest"] as const).flatMap((where) => (["gzip", "br"] as const).flatMap((coding) => [
    row(`corrupt ${coding} on ${named(where)}`, where, { kind: "corrupt", coding }),
    row(`truncated ${coding} on ${named(where)}`, where, { kind: "cutCoding", coding }),
  ])),
  row("a page as text/plain", "page", { kind: "type", type: "text/plain" }),
  row("a hashed script as text/html", "hashed script", { kind: "type", type: "text/html; charset=utf-8" }),
  row("a style as application/octet-stream", "style", { kind: "type", type: "application/octet-stream" }),
  row("the manifest as text/html", "manifest", { kind: "type", type: "text/html; charset=utf-8" }),
  row("the worker as text/html", "worker", { kind: "type", type: "text/html; charset=utf-8" }),
  ...(["page", "hashed script", "manifest"] as const).flatMap((where) => (["nothing", "headers", "half"] as const)
    .map((after) => row(`${named(where)} stalls after ${after}`, where, { kind: "stall", after }))),
  row("all but the first page stalls after headers", "all but the first page", { kind: "stall", after: "headers" }),
  row("everything is slow", "everything", { kind: "slow", pieceMs: 15 }),
  row("a worker with a syntax error", "worker", { kind: "text", text: "self.addEventListener('fetch', (", type: JS }),
  row("a worker that throws", "worker", { kind: "text", text: "throw new Error('stuk');", type: JS }),
  row("an empty worker", "worker", { kind: "text", text: "", type: JS }),
  row("a manifest of a newer format", "manifest", { kind: "text", text: '{"format":99,"id":"AAAAAAAAAAAAAAAA","files":[]}', type: "application/json" }),
  row("a manifest that is no JSON", "manifest", { kind: "text", text: '{"format":1,"id":', type: "application/json" }),
  row("a manifest without files", "manifest", { kind: "text", text: '{"format":1,"id":"AAAAAAAAAAAAAAAA","files":[]}', type: "application/json" }),
];

function named(where: Where): string {
  return /^(all|everything)/.test(where) ? where : `${/^(home|hashed)/.test(where) ? "a" : "the"} ${where}`.replace("a home", "the home page");
}
