/** Proves that the run decides a predicted choice: exactly one option is right, and the same one whatever the seed. */
import { marginOf } from '../../../../practice/author/seeds.ts';
import type { Faults } from '../../../../practice/contract.ts';
import type { ProofBench } from '../../form.ts';
import { isApart, readingsOverSeeds, sharedIds, type SeedReadings } from '../../runs/prove.ts';
import { choiceAsks } from './data.ts';
import { rightOptions } from './judge/right.ts';
import type { ChoicePrediction } from './schema.ts';

type Margin = (measure: string) => number;

/** The faults of a choice, each with what to do. */
export async function proveChoice(question: ChoicePrediction, bench: ProofBench): Promise<Faults> {
  const { options, which } = question;
  const twice = sharedIds('options', options);
  if (twice.length > 0) return twice;
  const margin = marginOf(bench.widget);
  const seeds = await readingsOverSeeds(choiceAsks(question), bench);
  const faults = seeds.flatMap((seed) => {
    const why = which ? tie(seed, which, margin) : notOne(question, seed, margin);
    const all = seed.values.map(({ id, value }) => `${id} ${Number(value.toPrecision(4))}`);
    return why === undefined ? [] : [`${why}${seed.at} (${all.join(', ')})`];
  });
  if (faults.length > 0) return [...new Set(faults)];
  const [first, ...others] = seeds.map(({ at, values }) => {
    const [is = ''] = rightOptions(options, which, values);
    return { at, is };
  });
  const other = others.find(({ is }) => is !== first?.is);
  if (!first || !other) return [];
  return [
    `the right option is ${first.is}, but ${other.is}${other.at}; ask for what holds whatever the seed`,
  ];
}

/** Why not exactly one option holds, or not by enough; nothing where one does. */
function notOne(
  { options }: ChoicePrediction,
  { values }: SeedReadings,
  margin: Margin,
): string | undefined {
  const holding = (by: Margin): readonly string[] => rightOptions(options, undefined, values, by);
  const right = holding(() => 0);
  if (right.length === 0) return 'exactly one option must hold, and none does';
  if (right.length > 1) return `exactly one option must hold, but ${right.join(' and ')} do`;
  const isSure = holding(margin).length === 1 && holding((name) => -margin(name)).length === 1;
  return isSure ? undefined : `${right.join()} holds by too little: back ends may say otherwise`;
}

/** Why no value stands out; nothing where one does. */
function tie(
  { values }: SeedReadings,
  which: 'largest' | 'smallest',
  margin: Margin,
): string | undefined {
  const sign = which === 'largest' ? -1 : 1;
  const [first, second] = values.toSorted((a, b) => sign * (a.value - b.value));
  if (!first || !second || isApart(first, second, margin)) return undefined;
  return `${first.id} and ${second.id} are too close to say which is the ${which}`;
}
