/** What the composer is told of the stock: measures of kept items stand in a file beside them. Build only. */
import { globSync, readFileSync } from 'node:fs';
import type { SetStock } from '../author/load.ts';
import { MEASURED, type Measured } from '../author/stock.ts';
import type { Offer } from '../pure/composed/offer.ts';
import { loadBook } from '../../practice/author/load.ts';

const NOT_MEASURED = { distinct: 1, earns: 1 };

/** The offers, and the ideas that the chapter’s questions ask about, by their names. */
export function offersOf({ source, stocked }: SetStock): {
  readonly offers: readonly Offer[];
  readonly ideas: readonly (readonly [id: string, phrase: string])[];
} {
  const measured: Measured = Object.assign(
    {},
    ...globSync(`content/*/stock/${MEASURED}`).map(
      (file) => JSON.parse(readFileSync(file, 'utf8')) as Measured,
    ),
  );
  const offers = stocked.flatMap(({ id, lesson, idea, isOpen }, at): readonly Offer[] => {
    const item = source.items[at];
    if (!item) return [];
    const { kind, minutes, points, objective: title } = item;
    const { distinct, earns } = measured[id] ?? NOT_MEASURED;
    return [{ id, title, lesson, idea, kind, minutes, points, isOpen, distinct, earns }];
  });
  const ideas = loadBook().ideas.flatMap((chapter) =>
    chapter.ideas.map(({ id, phrase }) => [id, phrase] as const),
  );
  return { offers, ideas };
}
