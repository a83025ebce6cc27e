/**
 * How a row of the fault table is survived: while it lasts nothing false is claimed or shown, and one
 * visit after it has healed mends everything, without a new deploy.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { workerName } from "../../src/offline/protocol.ts";
import { type FaultRow, hangingOf, places } from "./faultTable.ts";
import { faultsOffline, glimpse, onlyNewTab, type Reader, releaseOfPage, SLOW_MS, visit } from "./reader.ts";
import { install, type Room } from "./room.ts";
import { claimOf, met, renewed, stored } from "./stored.ts";

export async function surviveAtInstall({ reader, host, stranger, site: { releases: { alfa } } }: Room, row: FaultRow): Promise<void> {
  host.break(row.fault(stranger), places[row.where]);
  await (row.fault(stranger).kind === "stall" ? glimpse(reader) : visit(reader));
  await met(reader, row, 0);
  if ((await claimOf(reader.page)).kind === "stored") assert.equal(await faultsOffline(reader, alfa), [], "stored is claimed, and is not so");
  host.heal(hangingOf(row));
  await visit(reader);
  await stored(reader, alfa, SLOW_MS);
  await onlyNewTab(reader);
  assert.equal(await faultsOffline(reader, alfa), []);
}

export async function surviveAtUpdate(room: Room, row: FaultRow): Promise<void> {
  const { reader, host, stranger, site: { releases: { alfa, bravo } } } = room;
  await install(room, alfa);
  const from = host.log.length;
  host.release(bravo.folder);
  host.break(row.fault(stranger), places[row.where]);
  assert.is(releaseOfPage(await visit(reader)), "alfa");
  await met(reader, row, from);
  if (row.where === "worker") await onlyNewTab(reader).then(() => visitAtChange(reader));
  const claim = await claimOf(reader.page);
  await onlyNewTab(reader);
  // A worker that is itself replaced by the host can keep nothing; it must only not claim to.
  if (row.where !== "worker" || claim.kind === "stored") assert.equal(await faultsOffline(reader, claim.release === bravo.id ? bravo : alfa), [], "while it is broken");
  host.heal(hangingOf(row));
  const healed = host.log.length;
  assert.match(releaseOfPage(await visit(reader)), /^(alfa|bravo)$/);
  await stored(reader, bravo, SLOW_MS);
  // The browser asks for a worker some time after a page; what waited to take over is gone then.
  if (row.where === "worker") await renewed(reader, healed);
  await onlyNewTab(reader);
  assert.equal(await faultsOffline(reader, bravo), []);
}

/**
 * Chromium loses a navigation now and then that begins just when a waiting worker takes over, on any site
 * (with two workers of one line each: 5 of 20); who loads again gets the page.
 */
const visitAtChange = (reader: Reader): Promise<unknown> => reader.page.goto(reader.host.url, { timeout: 10_000 }).catch(() => visit(reader));

/** Holds one page back until it is let go. */
export function holdPage({ host }: Room): () => void {
  let go = (): void => undefined;
  host.break({ kind: "hold", until: new Promise<void>((resolve) => (go = resolve)) }, places.page);
  return () => {
    host.heal();
    go();
  };
}

/** A worker whose text is another stands beside the one that is still at work, and then takes over. */
export async function surviveAnotherWorker(room: Room, moment: "first" | "last"): Promise<void> {
  const { reader, host, site: { releases: { alfa, bravo } } } = room;
  const renew = (): void => host.break({ kind: "text", text: `/* 2 */${readFileSync(join(alfa.folder, workerName), "utf8")}`, type: "text/javascript" }, places.worker);
  await install(room, alfa);
  if (moment === "first") renew();
  host.release(bravo.folder);
  const go = holdPage(room);
  await visit(reader);
  await host.seen((request) => places.page.test(request.path) && !request.answered);
  const from = host.log.length;
  go();
  renew();
  await reader.page.evaluate(() => void navigator.serviceWorker.ready.then((registration) => registration.update()));
  await host.seen((request) => places.worker.test(request.path) && host.log.indexOf(request) >= from);
  await stored(reader, bravo);
  await onlyNewTab(reader);
  assert.equal(await faultsOffline(reader, bravo), []);
  await visit(reader);
  await stored(reader, bravo);
}
