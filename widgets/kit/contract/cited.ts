/** Numbers as they are cited. */

/** Nine significant digits, for engines differ in the last place. */
export function cited(value: number): number {
  return Number(value.toPrecision(9));
}
