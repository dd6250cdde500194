/** A composed set as an assignment with its key: made of the stock by page, desk and instructor alike. */
import { LINKS } from '#words/src/tasks/sets/pure/composed/words';
import type { Assignment, Key } from '../format/assignment.ts';
import { canonical, digest } from '../submission/digest.ts';
import type { Item, ItemKey } from '../../../tables/item.ts';
import { codeOfItem, isSet, setIn, type ComposedSet } from './link.ts';

/** The id of a set: that of its work in a browser, and of its hand-ins. */
export const idOfSet = ({ number }: Pick<ComposedSet, 'number'>): string =>
  `set-${number.toString(36).padStart(7, '0')}`;

/** The items of the stock that a set names, in its order; nothing in the place of one that there is not. */
export function itemsOf<T extends { readonly id: string }>(
  { items }: Pick<ComposedSet, 'items'>,
  stock: readonly T[],
): readonly (T | undefined)[] {
  const byCode = new Map(stock.map((one) => [codeOfItem(one.id), one]));
  return items.map(({ code }) => byCode.get(code));
}

/** The assignment. Items that the stock has not are left out. */
export function assignmentOf(set: ComposedSet, book: string, stock: readonly Item[]): Assignment {
  const items = itemsOf(set, stock).flatMap((item, at): readonly Item[] => {
    if (!item) return [];
    const points = set.items[at]?.points ?? item.points;
    const costs = set.hints === 'none' ? [] : item.hints;
    const hints = costs.map((cost) =>
      set.hints === 'free' ? 0 : halves((cost * points) / item.points),
    );
    return [{ ...item, points, hints }];
  });
  const { release: edition, revision: version, title, due } = set;
  const id = idOfSet(set);
  const asked = items.map((item) => [item.id, item.version, item.points, item.hints]);
  return {
    ...{ id, version, title, book, edition, items },
    // Nobody else’s: of two sets with the same items each draws otherwise.
    salt: `${edition}/${id}`,
    ...(due !== undefined && { due }),
    hash: digest(canonical([id, version, edition, asked])).slice(0, 16),
  };
}

/** Its key, of the key of the stock: what is read is worth its part of other points, too. */
function keyOfSet(set: ComposedSet, stock: Key): Key {
  const assignment = assignmentOf(set, stock.assignment.book, stock.assignment.items);
  const items = assignment.items.map((item): [string, ItemKey] => {
    const key = stock.items[item.id];
    const { points: usual = item.points } =
      stock.assignment.items.find(({ id }) => id === item.id) ?? {};
    if (!key) throw new Error(`${item.id} has no key`);
    if (!('rubric' in key)) return [item.id, key];
    const scale = item.points / usual;
    const rubric = key.rubric.map((one) => ({ ...one, points: one.points * scale }));
    return [item.id, { ...key, rubric }];
  });
  return { format: 1, kind: 'key', assignment, items: Object.fromEntries(items) };
}

/** The key of the set in a link, or why there is none: never by what a file says of it. */
export function keyByLink(link: string, stock: Key): Key | string {
  const set = setIn(link);
  if (!isSet(set)) return LINKS[set.problem];
  const { edition, items } = stock.assignment;
  if (set.release !== edition) return LINKS.elsewhere(set.release);
  const gone = itemsOf(set, items).filter((item) => item === undefined).length;
  return gone > 0 ? LINKS.gone(gone) : keyOfSet(set, stock);
}

const halves = (points: number): number => Math.round(2 * points) / 2;
