/**
 * Proves a challenge in every variant, in both its ways: some are bad and some are not, naming the bad ones earns all, naming
 * everything or half of them does not, nonsense is refused, and naming at random hardly ever passes.
 */
import { fullSettings } from '../../../../widgets/kit/contract/author-settings.ts';
import { seeded } from '../../../../widgets/kit/numbers/random.ts';
import { widgetOf } from '../../practice/author/context.ts';
import type { ExperimentSource } from '../../sets/author/schema.ts';
import type { Answer } from '../../judge/answers.ts';
import { sampleFaults, saysIn, seenIn, type Seen } from '../../sample.ts';
import type { Prover, Proof } from '../../sets/author/prove/proof.ts';
import type { Variant } from '../../sets/author/prove/variants.ts';
import type { ChallengeItem, ChallengeItemKey } from './item.ts';
import type { Given } from '../../sets/pure/submission/submission.ts';
import { wilson } from '../../grading/pure/stats/numbers.ts';
import { settingsIn } from '../../sets/pure/variants/variant.ts';
import { JUDGE } from './grade.ts';
import { WAYS, type Way } from './pure/named.ts';
import { tableOf } from './pure/table.ts';
import { sampleIn } from './sample.ts';
import type { ChallengeSource } from './schema.ts';

/** Random answers over all variants, and the share of them that may pass. */
const DRAWS = 2_000;
const LUCKY = 0.05;
export async function proveChallenge(
  source: ChallengeSource,
  item: ChallengeItem,
  experiment: ExperimentSource,
  variants: readonly Variant[],
  { widgets, planted }: Prover,
): Promise<Proof<ChallengeItemKey>> {
  const widget = widgetOf(widgets, experiment.widget);
  const settings = variants.map(({ values }) =>
    fullSettings(widget, { ...experiment.settings, ...settingsIn(source.start, values) }, 'start'),
  );
  const images = await planted(widget, settings);
  const answers: Record<string, Record<Way, readonly number[]>> = {};
  for (const [i, { seed }] of variants.entries()) {
    const numbers = (places: readonly number[] = []) => places.map((place) => place + 1);
    answers[seed] = { images: numbers(images[i]), table: numbers(tableOf(item, seed).planted) };
  }
  const wrong = [
    { id: 'too-many', ...source.tooMany },
    { id: 'too-few', ...source.tooFew },
  ];
  const key: ChallengeItemKey = { kind: 'challenge', solution: source.solution, wrong, answers };
  const judge = (seed: number, answer: Given) =>
    JUDGE.judge({
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
  const faults: string[] = [];
  for (const variant of variants) {
    const say = saysIn(variant, faults);
    for (const way of WAYS) {
      const bad = answers[variant.seed]?.[way] ?? [];
      if (bad.length === 0 || bad.length * 2 > item.places) say(`${way}: ${bad.length} are bad`);
      const good = Array.from({ length: item.places }, (_, at) => String(at + 1)).filter(
        (one) => !bad.includes(Number(one)),
      );
      if (judge(variant.seed, [way, ...good.slice(0, bad.length)]).credit > 0)
        say(`${way}: naming good ones earns something`);
    }
    const sample = sampleIn(item, key, variant.seed);
    const seen = (answer: Answer): Seen => seenIn(judge(variant.seed, answer as Given));
    if (sample) for (const fault of sampleFaults(sample, seen)) say(fault);
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
