import { describe, expect, test } from 'vitest';
import { dataPoisoning } from '../../widgets/experiments/data-poisoning/widget.ts';
import type { Measured } from '../../widgets/kit/contract/widget.ts';
import { FIVE, TEN, each, lesson, mean, over, percent, range, read } from './seeds.ts';

describe('part code, part data', { timeout: 120_000 }, () => {
  const text = lesson('05-part-code-part-data');
  const questions = read('content/ml-systems-in-production/05-part-code-part-data.questions.yaml');
  const works = (all?: readonly Measured[]): number[] => each(all, 'attackSuccess');
  const clean = (all?: readonly Measured[]): string => percent(mean(each(all, 'cleanAccuracy')));

  test('marked images over ten seeds', async () => {
    const counts = [0, 1, 2, 10, 50].map((poisoned) => ({ poisoned }));
    const [none, one, two, ten, fifty] = await over(dataPoisoning, TEN, ...counts);
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
    const [none, some, many] = await over(
      dataPoisoning,
      FIVE,
      ...[0, 20, 100].map((poisoned) => ({ attack: 'flip', poisoned })),
    );
    expect(text).toContain(
      `Twenty flipped sevens turned ${percent(mean(works(some)))} of 100 sevens on average over our five seeds.`,
    );
    expect(text).toContain(
      `turned ${percent(mean(works(many)))}, and clean accuracy fell from ${clean(none)} to ${clean(many)} %.`,
    );
  });

  test('what three defences leave of the attack, over five seeds', async () => {
    const defences = ['loss', 'neighbours', 'activations'];
    const [loss, neighbours, activations] = await over(
      dataPoisoning,
      FIVE,
      ...defences.map((defence) => ({ poisoned: 20, defence })),
    );
    const left = (all?: readonly Measured[]): string => `${percent(mean(works(all)))} %`;
    expect(text).toContain(`over our five seeds it left the attack at ${left(loss)}.`);
    expect(text).toContain(`Neighbours left ${left(neighbours)}`);
    expect(text).toContain(`Activation outliers left ${left(activations)}`);
  });

  test('the ranking that the question asks for', async () => {
    const defences = ['neighbours', 'activations', 'loss'];
    const found = await over(
      dataPoisoning,
      [7],
      ...defences.map((defence) => ({ poisoned: 12, attack: 'unknown', defence })),
    );
    const counts = found.map(([one]) => Math.round(12 * (one?.['discardedPoison'] ?? Number.NaN)));
    expect(counts).toEqual([11, 2, 0]);
    expect(questions).toContain(
      'Neighbours find eleven of the twelve, activation outliers two, loss none.',
    );
  });

  test('nine pixels in a corner of eight images reach the goal of the question', async () => {
    const [all] = await over(dataPoisoning, FIVE, {
      poisoned: 8,
      patch: 'l12m12n12l13m13n13l14m14n14',
    });
    const [low, high] = range(works(all));
    expect(questions).toContain(`works on ${low} to ${high} % over our five seeds`);
  });
});
