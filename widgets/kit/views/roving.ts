/** Where a key leads among rows or things in a row. */

/** The place after a key was pressed, or nothing where the key means nothing; `backward` and `forward` are the keys of this direction. */
export function movedBy(
  key: string,
  at: number,
  count: number,
  [backward, forward]: readonly [string, string],
): number | undefined {
  const wanted = { [backward]: at - 1, [forward]: at + 1, Home: 0, End: count - 1 }[key];
  if (wanted === undefined || count === 0) return undefined;
  return Math.min(count - 1, Math.max(0, wanted));
}
