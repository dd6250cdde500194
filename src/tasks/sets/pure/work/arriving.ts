/** Work that comes from elsewhere beside what is here: what would become of it, told before anything changes. */
import type { Item } from '../../../tables/item.ts';
import type { Assignment } from '../format/assignment.ts';
import { canonical } from '../submission/digest.ts';
import { carriedOn } from './united.ts';
import { doneOf, isDone, type Work } from './work.ts';

/** The work as it would be, and which items, by their places from 1, that concerns. */
export interface Arriving {
  readonly work: Work;
  /** Answers that come. */
  readonly comes: number;
  /** Those that nothing stands here for. */
  readonly added: readonly number[];
  /** Those that take the place of another one here. */
  readonly replaced: readonly number[];
  /** Those that differ from what is here, and do not count. */
  readonly passed: readonly number[];
  /** Where the student was: the item that was answered last. */
  readonly last?: string | undefined;
}

/** What would become of both; `here` is work of the same number. */
export function arriving(here: Work | undefined, comes: Work, { items }: Assignment): Arriving {
  const work = here ? carriedOn(here, comes) : comes;
  const said = (of: Work, item: Item): string => {
    const { answer, runs } = doneOf(of, item);
    return canonical([answer, runs]);
  };
  const places = (which: (item: Item) => boolean): readonly number[] =>
    items.flatMap((item, i) => (isDone(comes, item) && which(item) ? [i + 1] : []));
  const isHere = (item: Item): boolean => here !== undefined && isDone(here, item);
  const isAnother = (one: Work | undefined, item: Item): boolean =>
    one !== undefined && isHere(item) && said(one, item) !== said(work, item);
  const latest = items.toSorted((a, b) => doneOf(comes, b).at - doneOf(comes, a).at)[0];
  return {
    work,
    comes: places(() => true).length,
    added: places((item) => !isHere(item)),
    replaced: places((item) => isAnother(here, item)),
    passed: places((item) => isAnother(comes, item)),
    last: latest && doneOf(comes, latest).at > 0 ? latest.id : undefined,
  };
}
