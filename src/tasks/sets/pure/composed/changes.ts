/** What a correction has changed in a set, for its students. */
import type { ComposedSet } from './link.ts';

export interface Change {
  readonly what: 'added' | 'gone' | 'points' | 'other';
  /** The places of its items, from 1 on: of what is gone those that they had. Nothing where it is about none. */
  readonly places: readonly number[];
}

/** The changes from one state of a set to a later one. */
export function changesOf(before: ComposedSet, after: ComposedSet): readonly Change[] {
  const pointsIn = ({ items }: ComposedSet): ReadonlyMap<number, number> =>
    new Map(items.map(({ code, points }) => [code, points]));
  const [was, is] = [pointsIn(before), pointsIn(after)];
  const placesIn = ({ items }: ComposedSet, isMeant: (code: number) => boolean) =>
    items.flatMap(({ code }, at) => (isMeant(code) ? [at + 1] : []));
  const head = ({ title, note, due, hints, solutions }: ComposedSet): string =>
    JSON.stringify([title, note, due, hints, solutions]);
  const isOther = (code: number): boolean => was.has(code) && was.get(code) !== is.get(code);
  const all: readonly Change[] = [
    { what: 'added', places: placesIn(after, (code) => !was.has(code)) },
    { what: 'gone', places: placesIn(before, (code) => !is.has(code)) },
    { what: 'points', places: placesIn(after, isOther) },
  ];
  const changed = all.filter(({ places }) => places.length > 0);
  return head(before) === head(after) ? changed : [...changed, { what: 'other', places: [] }];
}
