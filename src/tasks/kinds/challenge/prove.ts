/**
 * Proves a challenge in every variant, in both its ways: some are bad and some are not, naming the bad ones earns all, naming
 * everything or half of them does not, nonsense is refused, and naming at random hardly ever passes.
 */
import { fullSettings } from '../../../../widgets/kit/contract/author-settings.ts';
import { seeded } from '../../../../widgets/kit/numbers/random.ts';
import { widgetOf } from '../../practice/author/context.ts';
import type { ExperimentSource } from '../../sets/author/schema.ts';
import { inVariant, type Bench, type Proof } from '../../sets/author/prove/proof.ts';
import type { Variant } from '../../sets/author/prove/variants.ts';
import type { ChallengeItem, ChallengeItemKey } from '../../sets/pure/format/assignment.ts';
import type { Given } from '../../sets/pure/submission/submission.ts';
import { wilson } from '../../grading/pure/stats/numbers.ts';
import { settingsIn } from '../../sets/pure/variants/variant.ts';
import { CHALLENGE_JUDGE } from './grade.ts';
import { WAYS, type Way } from './pure/named.ts';
import { tableOf } from './pure/table.ts';
import type { ChallengeSource } from './schema.ts';

/** Random answers over all variants, and the share of them that may pass. */
const DRAWS = 2_000;
const LUCKY = 0.05;
const NONSENSE: readonly Given[] = [
  '',
  [],
  ['images'],
  ['table', '0'],
  ['x', '1'],
  ['images', 'all'],
];

export async function proveChallenge(
  source: ChallengeSource,
  item: ChallengeItem,
  experiment: ExperimentSource,
  variants: readonly Variant[],
  { widgets, planted }: Bench,
): Promise<Proof<ChallengeItemKey>> {
  const widget = widgetOf(widgets, experiment.widget);
  const settings = variants.map(({ values }) =>
    fullSettings(widget, { ...experiment.settings, ...settingsIn(source.start, values) }, 'start'),
  );
  const images = await planted(widget, settings);
  const answers: Record<string, Record<Way, readonly number[]>> = {};
  for (const [i, { seed }] of variants.entries()) {
    const numbers = (places: readonly number[] = []) => places.map((place) => place + 1);
    answers[seed] = { images: numbers(images[i]), table: numbers(tableOf(item.id, seed).planted) };
  }
  const wrong = [
    { id: 'too-many', ...source.tooMany },
    { id: 'too-few', ...source.tooFew },
  ];
  const key: ChallengeItemKey = { kind: 'challenge', solution: source.solution, wrong, answers };
  const judge = (seed: number, answer: Given) =>
    CHALLENGE_JUDGE.judge({
      item,
      key,
      seed,
      handed: {
        version: item.version,
        variant: seed,
        note: '',
        answer,
        runs: [],
        tries: 1,
        hints: 0,
      },
      reruns: new Map(),
    });
  const faults = variants.flatMap((variant) =>
    WAYS.flatMap((way) => faultsIn(variant, way, answers[variant.seed]?.[way] ?? [], item, judge)),
  );
  for (const nonsense of NONSENSE) {
    const [first] = variants;
    if (first && judge(first.seed, nonsense).state !== 'unreadable')
      faults.push(`${JSON.stringify(nonsense)} is judged`);
  }
  const luck = wilson(
    Array.from({ length: DRAWS }, (_, i) => {
      const { seed } = variants[i % variants.length] as Variant;
      const way = WAYS[i % WAYS.length] ?? 'images';
      const count = answers[seed]?.[way].length ?? 0;
      const drawn = [...seeded(i, item.id).order(item.places)].slice(0, count);
      return Number(judge(seed, [way, ...drawn.map((place) => String(place + 1))]).credit === 1);
    }),
  );
  if (luck && luck.high > LUCKY)
    faults.push(`naming at random passes in ${(luck.value * 100).toFixed(1)} % of cases`);
  return { key, faults, ...(luck && { luck }) };
}

function faultsIn(
  variant: Variant,
  way: Way,
  bad: readonly number[],
  { places }: ChallengeItem,
  judge: (seed: number, answer: Given) => ReturnType<typeof CHALLENGE_JUDGE.judge>,
): readonly string[] {
  const { seed } = variant;
  const said = (fault: string): string => `${inVariant(variant)}: ${way}: ${fault}`;
  if (bad.length === 0 || bad.length * 2 > places) return [said(`${bad.length} are bad`)];
  const of = (numbers: readonly number[]) => judge(seed, [way, ...numbers.map(String)]);
  const all = Array.from({ length: places }, (_, i) => i + 1);
  const good = all.filter((one) => !bad.includes(one));
  return [
    ...(of(bad).credit === 1 ? [] : [said('the bad ones do not earn all points')]),
    ...(of(all).credit === 0 && of(all).wrong === 'too-many'
      ? []
      : [said('naming all earns something')]),
    ...(of(bad.slice(0, 1)).wrong === 'too-few' ? [] : [said('naming one is enough')]),
    ...(of(good.slice(0, bad.length)).credit === 0
      ? []
      : [said('naming good ones earns something')]),
  ];
}
