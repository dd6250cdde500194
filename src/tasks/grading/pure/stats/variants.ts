/**
 * Whether some variants of an item were harder than others: a permutation test, which holds for few students a variant and for
 * partial credit. If all are alike it raises an alarm with exactly the chance that is asked for.
 */
import { seeded } from '../../../../../widgets/kit/numbers/random.ts';
import { grouped } from '../grouped.ts';
import { mean } from './numbers.ts';

/** What one student got in one variant. */
export interface Sat {
  readonly variant: number;
  readonly credit: number;
}

export interface VariantTest {
  /** How often variants that are alike differ as much as these. */
  readonly p: number;
  /** The one that lies lowest, as far as its number of students lets one say. */
  readonly hardest: { readonly variant: number; readonly mean: number; readonly count: number };
}

const SHUFFLES = 1_999;
/** So many that differ as much are enough: the share at which they are found holds its false-alarm rate as the full count does. */
const ENOUGH = 60;

/** Nothing where there is nothing to compare: one variant, or everybody alike. */
export function variantTest(sat: readonly Sat[], seed = 1): VariantTest | undefined {
  const all = mean(sat.map(({ credit }) => credit));
  const groups = [...grouped(sat, ({ variant }) => String(variant)).values()];
  if (groups.length < 2 || sat.every(({ credit }) => credit === sat[0]?.credit)) return undefined;
  const sizes = groups.map(({ length }) => length);
  const credits = Float64Array.from(groups.flatMap((group) => group.map(({ credit }) => credit)));
  const found = spread(credits, sizes, all);
  const random = seeded(seed, 'variants');
  let asMuch = 0;
  let shuffle = 0;
  for (; shuffle < SHUFFLES && asMuch < ENOUGH; shuffle += 1) {
    for (let i = credits.length - 1; i > 0; i -= 1) {
      const j = random.whole(i + 1);
      const held = credits[i] as number;
      credits[i] = credits[j] as number;
      credits[j] = held;
    }
    if (spread(credits, sizes, all) >= found - 1e-12) asMuch += 1;
  }
  const p = asMuch < ENOUGH ? (asMuch + 1) / (SHUFFLES + 1) : ENOUGH / shuffle;
  return { p, hardest: hardestOf(groups, all) };
}

/** How far the means of consecutive groups lie from the mean of all, each as often as it has members. */
function spread(credits: Float64Array, sizes: readonly number[], all: number): number {
  let [sum, at] = [0, 0];
  for (const size of sizes) {
    let own = 0;
    for (let i = 0; i < size; i += 1) own += credits[at + i] as number;
    sum += (own / size - all) ** 2 * size;
    at += size;
  }
  return sum;
}

function hardestOf(groups: readonly (readonly Sat[])[], all: number): VariantTest['hardest'] {
  const each = groups.map((group) => ({
    variant: group[0]?.variant ?? 0,
    mean: mean(group.map(({ credit }) => credit)),
    count: group.length,
  }));
  const below = (one: VariantTest['hardest']): number => (all - one.mean) * Math.sqrt(one.count);
  return each.reduce((worst, one) => (below(one) > below(worst) ? one : worst));
}
