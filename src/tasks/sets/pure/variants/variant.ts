/** Which variant of an item a student gets, and what stands in it. The same on every machine. */
import type { AnySettings } from '../../../../../widgets/kit/contract/params.ts';
import { cited } from '../../../../../widgets/kit/contract/cited.ts';
import { seeded } from '../../../../../widgets/kit/numbers/random.ts';
import type { Goal } from '../../../judge/conditions.ts';
import { digest } from '../submission/digest.ts';
import type { ReachItem } from '../../../kinds/reach/item.ts';
import type { Assignment } from '../format/assignment.ts';
import type { Drawn, Written } from '../format/head.ts';
import type { Item } from '../../../tables/item.ts';
import { evaluated } from '../format/formula.ts';
import { inOwn } from './in-own.ts';
import { normalised } from './student.ts';

/** More withdrawals than a list can bear are a mistake of the instructor’s, who is told before. */
const MOST_DRAWS = 1_000;

/**
 * The seed of the variant that a student gets. One that was withdrawn is drawn again for its students alone: everybody
 * else keeps theirs. `before`: as it was before any was withdrawn.
 */
export function variantOf(
  { salt }: Pick<Assignment, 'salt'>,
  { id, seeds, withdrawn }: Pick<Item, 'id' | 'seeds' | 'withdrawn'>,
  number: string,
  { before = false }: { readonly before?: boolean } = {},
): number {
  const who = normalised(number);
  let seed = 0;
  for (let draw = 0; draw < MOST_DRAWS; draw += 1) {
    // 48 bits: exact in a number, and far more than any list is long.
    const share = Number.parseInt(digest(`${salt}\n${id}\n${who}\n${draw}`).slice(0, 12), 16);
    seed = seeds[share % seeds.length] ?? 0;
    if (before || !withdrawn.includes(seed)) break;
  }
  return seed;
}

/** What stands in a variant. Each value is drawn by its own name, so that another one added later shifts none. */
export function drawn(
  { id, draw, derive }: Pick<Item, 'id' | 'draw' | 'derive'>,
  seed: number,
): Drawn {
  const values: Record<string, number | string> = {};
  for (const [name, list] of Object.entries(draw)) {
    const value = list[seeded(seed, `${id}/${name}`).whole(list.length)];
    if (value !== undefined) values[name] = value;
  }
  for (const [name, formula] of Object.entries(derive)) {
    values[name] = cited(evaluated(formula, values));
  }
  return values;
}

/** A written value in a variant: in texts, drawn ones too, with what is drawn in the place of its name. */
export function valueIn(written: Written, values: Drawn): number | string {
  if (typeof written === 'number') return written;
  if (!written.startsWith('=')) return inOwn(written, values, String);
  const name = written.slice(1).trim();
  // A text that was drawn stands for itself; everything else is arithmetic.
  const own = Object.hasOwn(values, name) ? values[name] : undefined;
  return typeof own === 'string' ? inOwn(own, values, String) : cited(evaluated(name, values));
}

/** Written settings in a variant. */
export function settingsIn(written: Readonly<Record<string, Written>>, values: Drawn): AnySettings {
  return Object.fromEntries(
    Object.entries(written).map(([name, value]) => [name, valueIn(value, values)]),
  );
}

/** The goal of a variant. */
export function goalIn({ goal }: Pick<ReachItem, 'goal'>, values: Drawn): Goal {
  return Object.fromEntries(
    Object.entries(goal).map(([measure, limits]) => [
      measure,
      Object.fromEntries(
        Object.entries(limits).flatMap(([bound, written]) =>
          written === undefined ? [] : [[bound, Number(valueIn(written, values))]],
        ),
      ),
    ]),
  );
}

/** What stands in a variant of an item, as a hand-in says it. */
export function noteIn(item: Item, seed: number): string {
  // What is worked out of the draws, and stands nowhere in the item, may be what is asked for.
  const said = JSON.stringify({ ...item, derive: {} });
  const own = Object.entries(drawn(item, seed)).filter(
    ([name]) => name in item.draw || new RegExp(`\\b${name}\\b`).test(said),
  );
  return noteOf(Object.fromEntries(own)).slice(0, 600);
}

/** A variant in one line, for the file and the instructor’s table: `arrivals 80, limit 25`. */
export function noteOf(values: Drawn): string {
  return Object.entries(values)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
}
