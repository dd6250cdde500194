/** What the lessons write out of several seeds is what those seeds give: text and models cannot drift apart unseen. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { classImbalance } from '../widgets/experiments/class-imbalance/widget.ts';
import { FILES, split, unpack } from '../widgets/shared/messages/messages.ts';
import { params as spamParams } from '../widgets/experiments/class-imbalance/params.ts';
import { dataPoisoning } from '../widgets/experiments/data-poisoning/widget.ts';
import { distributionShift } from '../widgets/experiments/distribution-shift/widget.ts';
import { number } from '../widgets/kit/draw/format.ts';
import { defaults, type AnySettings } from '../widgets/kit/contract/params.ts';
import { measureAll, type AnyWidget, type Measured } from '../widgets/kit/contract/widget.ts';
import { nodeEnv, sweepOnNode } from '../widgets/run/lab/node.ts';

const FIVE = [1, 2, 3, 4, 5];
const TEN = [...FIVE, 6, 7, 8, 9, 10];

/** A file's text on one line. */
const read = (path: string): string => readFileSync(path, 'utf8').replace(/\s+/g, ' ');
/** A lesson without the tags of its terms. */
const lesson = (name: string): string =>
  read(`content/ml-systems-in-production/${name}.mdx`).replace(/<\/?Term[^>]*>/g, '');

/** Measures for each seed in turn. */
async function over(
  widget: AnyWidget,
  seeds: readonly number[],
  changes: Partial<AnySettings> = {},
): Promise<readonly Measured[]> {
  const list = seeds.map((seed) => ({ ...defaults(widget.params), ...changes, seed }));
  const outcomes = await sweepOnNode(widget, list as readonly AnySettings[]);
  return outcomes.map((outcome) => measureAll(widget, outcome).measures);
}

const each = (all: readonly Measured[], name: string): number[] =>
  all.map((one) => one[name] ?? Number.NaN);
const mean = (values: readonly number[]): number =>
  values.reduce((sum, one) => sum + one, 0) / values.length;
const percent = (share: number): string => number(100 * share);
const range = (values: readonly number[]): [string, string] => [
  percent(Math.min(...values)),
  percent(Math.max(...values)),
];

describe('lesson 2', { timeout: 120_000 }, () => {
  const text = lesson('02-a-model-goes-abroad');

  test('the same cut wins back two of three lost points', async () => {
    const [none, cut] = [
      await over(distributionShift, FIVE),
      await over(distributionShift, FIVE, { repair: 'preprocess' }),
    ];
    const abroad = mean(each(none, 'abroadAccuracy'));
    const lost = mean(each(none, 'homeAccuracy')) - abroad;
    const won = mean(each(cut, 'abroadAccuracy')) - abroad;
    expect(won / lost).toBeCloseTo(2 / 3, 1);
    expect(text).toContain(
      'Over our five seeds, 1 to 5, the same cut won back about two of every three',
    );
  });

  test('a handful of labels costs more at home than hundreds do, and buys less abroad', async () => {
    const [few, many] = [
      await over(distributionShift, FIVE, { repair: 'labels', foreignLabels: 10 }),
      await over(distributionShift, FIVE, { repair: 'labels', foreignLabels: 200 }),
    ];
    few.forEach((one, i) => {
      expect(one['homeAccuracy']).toBeLessThan(many[i]?.['homeAccuracy'] ?? 0);
      expect(one['abroadAccuracy']).toBeLessThan((many[i]?.['abroadAccuracy'] ?? 0) - 0.2);
    });
    expect(text).toContain('a handful of digits costs more at home than hundreds do, and buys far');
  });
});

describe('lesson 4', () => {
  const text = lesson('04-data-in-production');

  test('the share of real alarms, and an accuracy under that of no filter', async () => {
    const all = await over(classImbalance, FIVE, { thresholdBy: 'alarms' });
    const [low, high] = range(each(all, 'precision'));
    expect(text).toContain(`over our five seeds, 1 to 5, it was ${low} to ${high} %`);
    for (const one of all) expect(one['accuracy']).toBeLessThan(one['baselineAccuracy'] ?? 0);
    expect(text).toContain('In each of our five seeds it had fallen');
  });

  test('text and help count the genuine messages that are learned from', async () => {
    const { readData } = await nodeEnv();
    const words = new TextDecoder().decode(await readData(FILES.words));
    const { genuine: parts } = split(unpack(await readData(FILES.bits), words), 1);
    const genuine = number(parts.training.length);
    expect(spamParams.trainingSpam.help).toContain(`beside ${genuine} genuine ones`);
    expect(text).toContain(`${genuine} genuine messages`);
  });
});

describe('lesson 5', { timeout: 120_000 }, () => {
  const text = lesson('05-part-code-part-data');
  const poisoned = (count: number, seeds: readonly number[], changes: Partial<AnySettings> = {}) =>
    over(dataPoisoning, seeds, { ...changes, poisoned: count });
  const works = (all: readonly Measured[]): number[] => each(all, 'attackSuccess');
  const clean = (all: readonly Measured[]): string => percent(mean(each(all, 'cleanAccuracy')));

  test('marked images over ten seeds', async () => {
    const [none, one, two, ten, fifty] = [
      await poisoned(0, TEN),
      await poisoned(1, TEN),
      await poisoned(2, TEN),
      await poisoned(10, TEN),
      await poisoned(50, TEN),
    ];
    const [low, high] = range(works(one));
    const average = mean(works(one));
    expect(text).toContain(
      `a single image turned between ${low} and ${high} of 100 marked sevens, ${percent(average)} on average; two turned ${percent(mean(works(two)))}, ten ${percent(mean(works(ten)))}.`,
    );
    expect([clean(none), clean(one), clean(fifty)]).toEqual([clean(one), clean(one), clean(one)]);
    expect(text).toContain(
      `Clean accuracy was ${clean(one)} % on average with none, with one and with fifty.`,
    );
    // The lesson starts from the draw that is nearest to the average.
    const away = works(one).map((share) => Math.abs(share - average));
    const nearest = TEN[away.indexOf(Math.min(...away))];
    expect(text).toContain(`id="poison-marked"`);
    expect(text).toContain(`settings={{ seed: ${nearest} }}`);
    const [least, most] = range(works(ten));
    expect(read('widgets/experiments/data-poisoning/DataPoisoning.astro')).toContain(
      `the attack worked on ${low} to ${high} % over seeds 1 to 10, with ten on ${least} to ${most} %`,
    );
  });

  test('wrong labels over five seeds', async () => {
    const [none, some, many] = [
      await poisoned(0, FIVE),
      await poisoned(20, FIVE, { attack: 'flip' }),
      await poisoned(100, FIVE, { attack: 'flip' }),
    ];
    expect(text).toContain(
      `Twenty flipped sevens turned ${percent(mean(works(some)))} of 100 sevens on average over our five seeds.`,
    );
    expect(text).toContain(
      `turned ${percent(mean(works(many)))}, and clean accuracy fell from ${clean(none)} to ${clean(many)} %.`,
    );
  });

  test('what three defences leave of the attack, over five seeds', async () => {
    const [loss, neighbours, activations] = [
      await poisoned(20, FIVE, { defence: 'loss' }),
      await poisoned(20, FIVE, { defence: 'neighbours' }),
      await poisoned(20, FIVE, { defence: 'activations' }),
    ];
    const left = (all: readonly Measured[]): string => `${percent(mean(works(all)))} %`;
    expect(text).toContain(`over our five seeds it left the attack at ${left(loss)}.`);
    expect(text).toContain(`Neighbours left ${left(neighbours)}`);
    expect(text).toContain(`Activation outliers left ${left(activations)}`);
  });

  test('the ranking that the question asks for', async () => {
    const found = async (defence: string): Promise<number> => {
      const [one] = await poisoned(12, [7], { attack: 'unknown', defence });
      return Math.round(12 * (one?.['discardedPoison'] ?? Number.NaN));
    };
    expect([await found('neighbours'), await found('activations'), await found('loss')]).toEqual([
      11, 2, 0,
    ]);
    expect(
      read('content/ml-systems-in-production/05-part-code-part-data.questions.yaml'),
    ).toContain('Neighbours find eleven of the twelve, activation outliers two, loss none.');
  });

  test('nine pixels in a corner of eight images reach the goal of the question', async () => {
    const all = await poisoned(8, FIVE, { patch: 'l12m12n12l13m13n13l14m14n14' });
    const [low, high] = range(works(all));
    expect(
      read('content/ml-systems-in-production/05-part-code-part-data.questions.yaml'),
    ).toContain(`works on ${low} to ${high} % over our five seeds`);
  });
});
