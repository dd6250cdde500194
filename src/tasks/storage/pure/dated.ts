/** Tables of what has a time, by ids: of two under one id the newer counts. */
import type { Timed } from './time.ts';

type Dated<T extends Timed> = Readonly<Record<string, T>>;

/** Both together. */
export const mergeDated = <T extends Timed>(ours: Dated<T>, theirs: Dated<T>): Dated<T> => ({
  ...ours,
  ...Object.fromEntries(newer(theirs, ours)),
});

/** Whether the first has what the second has not, or not so new. */
export const isMore = <T extends Timed>(table: Dated<T>, than: Dated<T>): boolean =>
  newer(table, than).length > 0;

const newer = <T extends Timed>(
  table: Dated<T>,
  than: Dated<T>,
): readonly (readonly [string, T])[] =>
  Object.entries(table).filter(
    ([id, { time }]) => !Object.hasOwn(than, id) || time > (than[id]?.time ?? ''),
  );
