/** How many elements at the start and at the end of two lists are the same; none counts for both. */
export interface Ends {
  readonly start: number;
  readonly end: number;
}

/**
 * The elements that two lists share at their ends, by comparing no more than these.
 *
 * @param isSame whether two elements count as the same
 */
export function endsInCommon<Item>(
  a: readonly Item[],
  b: readonly Item[],
  isSame: (a: Item, b: Item) => boolean = Object.is,
): Ends {
  const limit = Math.min(a.length, b.length);
  let start = 0;
  while (start < limit && isSame(a[start]!, b[start]!)) start++;
  let end = 0;
  while (end < limit - start && isSame(a[a.length - 1 - end]!, b[b.length - 1 - end]!)) end++;
  return { start, end };
}
