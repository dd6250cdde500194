/** What of a text has changed since it was read, paragraph by paragraph. */

/** A paragraph that was not there as it stands, by its place, and what stood there before; nothing where it is new. */
export interface Change {
  readonly at: number;
  readonly before?: string;
}

/** The paragraphs of `now` that `then` has not. What stood in the place of one is what followed the same paragraph. */
export function changesOf(then: readonly string[], now: readonly string[]): readonly Change[] {
  const [old, present] = [new Set(then), new Set(now)];
  let behind = -1;
  return now.flatMap((text, at) => {
    if (old.has(text)) {
      behind = then.indexOf(text);
      return [];
    }
    const before = then[behind + 1];
    if (before === undefined || present.has(before)) return [{ at }];
    behind += 1;
    return [{ at, before }];
  });
}
