/**
 * Work on many things, so many at a time.
 */

/** Requests under way at once. */
const atOnce = 12;

/** After the first failure none begins, and those under way are waited for. */
export async function pool<Item>(items: readonly Item[], work: (item: Item, place: number) => Promise<void>): Promise<void> {
  let next = 0;
  const failures: unknown[] = [];
  const worker = async (): Promise<void> => {
    while (next < items.length && failures.length === 0) {
      const place = next;
      next += 1;
      await work(items[place] as Item, place).catch((error: unknown) => failures.push(error));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  if (failures.length > 0) throw failures[0];
}
