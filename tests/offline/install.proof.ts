/** Every fault of the table while a site is stored for the first time. */
import { faultRows } from "./faultTable.ts";
import { type Room, suiteIn } from "./room.ts";
import { surviveAtInstall } from "./survival.ts";

const room = {} as Room;
const test = suiteIn("faults at install", room);

for (const row of faultRows) {
  test(`at install: ${row.title}; no false claim is made, and one visit after it has healed mends everything`, () => surviveAtInstall(room, row));
}

test.run();
