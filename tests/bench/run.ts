/**
 * `npm run bench`: numbers, beside others in the same run. It asserts nothing.
 *
 * `npm run bench -- relevance` runs one part; what follows is handed to it.
 */
import { isHere } from "./corpus.ts";
import { cost } from "./cost.ts";
import { machine } from "./machine.ts";
import { relevance } from "./relevance.ts";
import { slips } from "./slips.ts";
import { slow } from "./slow.ts";
import { stable } from "./stable.ts";

const parts: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = { relevance, cost, slow, stable, slips };

const [name, ...args] = process.argv.slice(2);
if (!isHere()) {
  console.log("bench: the corpus is not here; name its folder in WEGWIJZER_CORPUS");
} else if (name !== undefined && !parts[name]) {
  console.log(`bench: expected one of ${Object.keys(parts).join(", ")}, got "${name}"`);
  process.exitCode = 2;
} else {
  console.log(machine());
  for (const [part, run] of Object.entries(parts)) if (name === undefined || part === name) await run(args);
}
