/** What a correction has changed in a set, for its students. */
import type { ComposedSet } from './link.ts';

export interface Change {
  readonly what: 'added' | 'gone' | 'points' | 'other';
  /** How many items; 1 where it is about none. */
  readonly count: number;
}

/** The changes from one state of a set to a later one. */
export function changesOf(before: ComposedSet, after: ComposedSet): readonly Change[] {
  const pointsIn = ({ items }: ComposedSet): ReadonlyMap<number, number> =>
    new Map(items.map(({ code, points }) => [code, points]));
  const [was, is] = [pointsIn(before), pointsIn(after)];
  const count = (map: ReadonlyMap<number, number>, isMeant: (code: number) => boolean): number =>
    [...map.keys()].filter(isMeant).length;
  const head = ({ title, note, due, hints, solutions }: ComposedSet): string =>
    JSON.stringify([title, note, due, hints, solutions]);
  const all: readonly Change[] = [
    { what: 'added', count: count(is, (code) => !was.has(code)) },
    { what: 'gone', count: count(was, (code) => !is.has(code)) },
    { what: 'points', count: count(is, (code) => was.has(code) && was.get(code) !== is.get(code)) },
    { what: 'other', count: Number(head(before) !== head(after)) },
  ];
  return all.filter((one) => one.count > 0);
}
