/** The same promises for a site that stands below a prefix. */
import * as assert from "uvu/assert";
import { faultRows } from "./faultTable.ts";
import { ask, goOffline, onlyNewTab, releaseOfPage, visit } from "./reader.ts";
import { install, type Room, suiteIn } from "./room.ts";
import { surviveAtInstall, surviveAtUpdate } from "./survival.ts";

const room = {} as Room;
const test = suiteIn("below a prefix", room, { pathPrefix: "/wegen/" });
const tried = faultRows.filter(({ title }) => /^(500 on a page|a captive portal in place of (the page|all)|the manifest too short|a flipped bit in a hashed|a redirect of the page)/.test(title));

for (const row of tried) {
  test(`below a prefix, at install: ${row.title} is survived`, () => surviveAtInstall(room, row));
  test(`below a prefix, at update: ${row.title} is survived`, () => surviveAtUpdate(room, row));
}

test("below a prefix, without a connection: a page without its slash, a question, and the search", async () => {
  const { reader, host, site: { releases: { alfa } } } = room;
  await install(room, alfa);
  await onlyNewTab(reader);
  await goOffline(reader);
  assert.is(releaseOfPage(await visit(reader, "onderwerp-1?q=x")), "alfa");
  assert.is(reader.page.url(), `${host.url}onderwerp-1/?q=x`);
  assert.match(await ask(reader, "molen"), /Molen/);
  await host.revive();
});

test.run();
