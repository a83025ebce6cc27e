/** Every fault of the table while a newer release is fetched. */
import { faultRows } from "./faultTable.ts";
import { type Room, suiteIn } from "./room.ts";
import { surviveAtUpdate } from "./survival.ts";

const room = {} as Room;
const test = suiteIn("faults at update", room);

for (const row of faultRows) {
  test(`at update: ${row.title}; readers keep a whole release, and one visit after it has healed brings the new one`, () => surviveAtUpdate(room, row));
}

test.run();
