/** Where and when a number was measured: what a reader must know to compare it. */
import { availableParallelism, loadavg } from "node:os";

/** Above this, other programs were at work, and times say little. */
const quietLoad = 0.7;

export function machine(): string {
  const [load = 0] = loadavg();
  const quiet = load <= quietLoad ? "quiet" : `NOT quiet: load ${load.toFixed(1)} before the first measurement`;
  return `${new Date().toISOString().slice(0, 10)}, ${availableParallelism()} cores, Node ${process.version.slice(1)}, ${quiet}`;
}
