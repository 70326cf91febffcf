/**
 * The first number from 0 on for which a condition holds that holds for all numbers behind it as well; found in steps that halve
 * what is left.
 *
 * @returns `count` where it holds for none below that
 */
export function firstWhere(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
