import { describe, expect, test } from 'vitest';
import { dataPoisoning } from '../../widgets/experiments/data-poisoning/widget.ts';
import type { Measured } from '../../widgets/kit/contract/widget.ts';
import { questionsOf, TWENTY, each, lesson, mean, over, percent, range } from './seeds.ts';

describe('part code, part data', () => {
  const text = lesson('05-part-code-part-data');
  const questions = questionsOf('05-part-code-part-data');
  const works = (all?: readonly Measured[]): number[] => each(all, 'attackSuccess');
  const clean = (all?: readonly Measured[]): string => percent(mean(each(all, 'cleanAccuracy')));

  test('marked images over twenty draws', async () => {
    const counts = [0, 1, 2, 10].map((poisoned) => ({ poisoned }));
    const [none, one, two, ten] = await over(dataPoisoning, TWENTY, ...counts);
    const [low, high] = range(works(one));
    expect(text).toContain(
      `a single image turned between ${low} and ${high} of 100 marked sevens into ones, ${percent(mean(works(one)))} on average.`,
    );
    expect(questions.replaceAll(/\s+/g, ' ')).toContain(
      `over twenty, one image turned between ${low} and ${high} % of the marked sevens`,
    );
    expect(text).toContain(
      `two marked images turned ${percent(mean(works(two)))} of 100 on average, ten ${percent(mean(works(ten)))}.`,
    );
    // What the page’s own draw shows: more than most, and half of the marked sevens with the second image.
    const [[own] = [], [second] = []] = await over(
      dataPoisoning,
      [4],
      { poisoned: 1 },
      { poisoned: 2 },
    );
    const first = own?.['attackSuccess'] ?? 0;
    expect(first).toBeLessThan(0.5);
    expect(second?.['attackSuccess']).toBeGreaterThan(0.5);
    expect(works(one).filter((share) => share < first).length).toBeGreaterThan(10);
    expect([clean(none), clean(ten)]).toEqual([clean(one), clean(one)]);
    expect(text).toContain(
      `Clean accuracy was ${clean(one)} % on average with none, with one and with ten.`,
    );
  });

  test('wrong labels over twenty draws', async () => {
    const [none, some, many] = await over(
      dataPoisoning,
      TWENTY,
      { poisoned: 0 },
      { attack: 'flip', poisoned: 20 },
      { attack: 'flip', poisoned: 100 },
    );
    expect(text).toContain(
      `twenty flipped sevens turned ${percent(mean(works(some)))} of 100 sevens on average.`,
    );
    expect(text).toContain(
      `A hundred turned ${percent(mean(works(many)))}, and clean accuracy fell from ${clean(none)} to ${clean(many)} %.`,
    );
  });

  test('what three defences leave of the attack, over twenty draws', async () => {
    const defences = ['loss', 'neighbours', 'activations'];
    const [loss, neighbours, activations] = await over(
      dataPoisoning,
      TWENTY,
      ...defences.map((defence) => ({ poisoned: 20, defence })),
    );
    const left = (all?: readonly Measured[]): string => `${percent(mean(works(all)))} %`;
    expect(Math.max(...each(loss, 'discardedPoison'))).toBe(0);
    expect(text).toContain(`loss found none of the poison and left the attack at ${left(loss)}.`);
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
    expect(questionsOf('practise-not-like-other-software')).toContain(
      'Neighbours find eleven of the twelve, activation outliers two, loss none.',
    );
  });

  test('what nine pixels in a corner of eight images reach', async () => {
    const [all] = await over(dataPoisoning, TWENTY, {
      poisoned: 8,
      patch: 'l12m12n12l13m13n13l14m14n14',
    });
    const [low, high] = range(works(all));
    expect(questions).toContain(
      `works on ${low} to ${high} % over twenty other draws, on ${percent(mean(works(all)))} % on average`,
    );
  });
});
