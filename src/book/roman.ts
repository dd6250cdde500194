/** Numbers of parts, as books have them. */
const SIGNS = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const;

/** A whole number from 1 to 39 in Roman numerals. */
export function roman(number: number): string {
  let left = number;
  let written = '';
  for (const [value, sign] of SIGNS) {
    for (; left >= value; left -= value) written += sign;
  }
  return written;
}
