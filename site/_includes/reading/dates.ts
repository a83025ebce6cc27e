/** Dates as a Dutch sentence holds them; no clock and no locale of the machine. */

const MONTHS = [
  "januari", "februari", "maart", "april", "mei", "juni",
  "juli", "augustus", "september", "oktober", "november", "december",
];

/** `2026-11-23` -> `23 november 2026`, `2026-11` -> `november 2026`, `2026` -> `2026`. */
export function writtenDate(date: string): string {
  const [year = "", month, day] = date.split("-");
  if (month === undefined) return year;
  const named = `${MONTHS[Number(month) - 1] ?? month} ${year}`;
  return day === undefined ? named : `${Number(day)} ${named}`;
}
