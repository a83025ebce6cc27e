/** The one clock of the tools for editors. */

/** The day where the editor is: `2026-11-23`. */
export function localToday(now = new Date()): string {
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}
