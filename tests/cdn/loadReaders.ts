/**
 * Readers: at a steady rate they ask for a page and for everything that it refers to, and note what does
 * not belong together.
 */
import { Agent, request } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { short } from "./deploySite.ts";

export interface Findings {
  requests: number;
  pages: number;
  /** Visits that also read the index of the search. */
  searches: number;
  /** What a page or a search manifest refers to and is not there. */
  readonly missing: string[];
  /** Pages with something of a release that they were not built with, and indexes of two releases. */
  readonly mixed: string[];
  /** Everything else: no answer, another status, half a file. */
  readonly errors: string[];
  /** Pages seen, by release. */
  readonly seen: Map<string, number>;
}

export interface Readers {
  readonly findings: Findings;
  /** Ends when those under way have their answers. @returns seconds since the beginning. */
  stop(): Promise<number>;
}

interface Reading {
  readonly port: number;
  readonly agent: Agent;
  readonly pages: readonly string[];
  readonly findings: Findings;
}

/** @param perSecond - Requests, all together. */
export function startReaders(port: number, pages: readonly string[], perSecond: number): Readers {
  const findings: Findings = { requests: 0, pages: 0, searches: 0, missing: [], mixed: [], errors: [], seen: new Map() };
  const reading: Reading = { port, pages, findings, agent: new Agent({ keepAlive: true, maxSockets: 64 }) };
  const begin = performance.now();
  const state = { isOn: true };
  const pace = async (): Promise<void> => {
    const under = new Set<Promise<void>>();
    while (state.isOn) {
      // Visits begin whenever fewer requests were made than are due.
      const due = ((performance.now() - begin) / 1000) * perSecond;
      for (let made = findings.requests; made < due && under.size < 32; made += 4) {
        const one = visit(reading).finally(() => under.delete(one));
        under.add(one);
      }
      await delay(5);
    }
    await Promise.all(under);
  };
  const paced = pace();
  return {
    findings,
    stop: async () => {
      state.isOn = false;
      await paced;
      reading.agent.destroy();
      return (performance.now() - begin) / 1000;
    },
  };
}

async function visit(reading: Reading): Promise<void> {
  const { findings, pages } = reading;
  const path = pages[Math.floor(Math.random() * pages.length)] ?? "/";
  const page = await get(reading, path);
  if (!page) return;
  findings.pages += 1;
  const version = /<meta name="release" content="(\w+)">/.exec(page)?.[1];
  if (version === undefined || !page.endsWith(`in ${version}</p>`)) return void findings.errors.push(`${path} is no whole page`);
  findings.seen.set(version, (findings.seen.get(version) ?? 0) + 1);
  const assets = [...page.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, asset = ""]) => asset);
  await Promise.all(assets.map((asset) => follow(reading, asset, version, path)));
  if (Math.random() < 0.2) await search(reading);
}

/** A later index than the page is fine, one of two releases is not. */
async function search(reading: Reading): Promise<void> {
  const text = await get(reading, "/search/manifest.json");
  if (text === undefined) return;
  reading.findings.searches += 1;
  const { version, shards } = JSON.parse(text) as { version: string; shards: readonly string[] };
  await Promise.all(shards.map((shard) => follow(reading, `/${shard}`, version, "the search manifest")));
}

async function follow(reading: Reading, asset: string, version: string, from: string): Promise<void> {
  const text = await get(reading, asset, `${from} of ${version}`);
  if (text === undefined) return;
  if (!text.includes(version)) reading.findings.mixed.push(`${from} of ${version} has ${asset} of another release`);
  if (!asset.includes(short(text))) reading.findings.errors.push(`${asset} has other bytes than its name says`);
}

const encodings = ["br", "gzip", "identity"];

/** @param from - Who refers to it; absent for a page. */
async function get({ port, agent, findings }: Reading, path: string, from?: string): Promise<string | undefined> {
  findings.requests += 1;
  const encoding = encodings[findings.requests % encodings.length] ?? "identity";
  try {
    const { status, bytes, coding } = await answer(port, agent, path, encoding);
    if (status === 200) return String(coding === "br" ? brotliDecompressSync(bytes) : coding === "gzip" ? gunzipSync(bytes) : bytes);
    if (status === 404 && from !== undefined) findings.missing.push(`${path}, from ${from}`);
    else findings.errors.push(`${path}: ${status}`);
  } catch (error) {
    findings.errors.push(`${path}: ${(error as Error).message}`);
  }
  return undefined;
}

interface Answer {
  readonly status: number;
  readonly bytes: Buffer;
  readonly coding: string | undefined;
}

/** A connection that was kept may end just when it is used again: a browser then asks anew on another (RFC 9110, 9.2.2). */
async function answer(port: number, agent: Agent, path: string, encoding: string): Promise<Answer> {
  for (;;) {
    const asked = await ask(port, agent, path, encoding);
    if (asked !== "asked too late") return asked;
  }
}

function ask(port: number, agent: Agent, path: string, encoding: string): Promise<Answer | "asked too late"> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, path, agent, timeout: 30_000, headers: { "Accept-Encoding": encoding } }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => (response.complete ? resolve({ status: response.statusCode ?? 0, bytes: Buffer.concat(chunks), coding: response.headers["content-encoding"] }) : reject(new Error("half an answer"))));
    });
    asked.on("timeout", () => asked.destroy(new Error("no answer within 30 s")));
    asked.on("error", (error: NodeJS.ErrnoException) => (asked.reusedSocket && error.code === "ECONNRESET" ? resolve("asked too late") : reject(error)));
    asked.end();
  });
}
