/** Every fault of the table while a site is stored for the first time. */
import * as assert from "uvu/assert";
import { faultRows, places } from "./faultTable.ts";
import { faultsOffline, onlyNewTab, SLOW_MS, visit } from "./reader.ts";
import { type Room, suiteIn } from "./room.ts";
import { stored } from "./stored.ts";
import { surviveAtInstall } from "./survival.ts";

const room = {} as Room;
const test = suiteIn("faults at install", room);

for (const row of faultRows) {
  test(`at install: ${row.title}; no false claim is made, and one visit after it has healed mends everything`, () => surviveAtInstall(room, row));
}

test("a page that stays open asks for another worker when the one it has says nothing", async () => {
  const { reader, host, site: { releases: { alfa } } } = room;
  host.break({ kind: "text", text: "", type: "text/javascript" }, places.worker);
  await visit(reader);
  await reader.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  host.heal();
  await stored(reader, alfa, SLOW_MS);
  await onlyNewTab(reader);
  assert.equal(await faultsOffline(reader, alfa), []);
});

test.run();
