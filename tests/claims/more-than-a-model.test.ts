import { range } from 'd3-array';
import { describe, expect, test } from 'vitest';
import type { FirstLookOutcome } from '../../widgets/experiments/first-look/outcome.ts';
import { answerTo, moved, opened } from '../../widgets/experiments/first-look/reader.ts';
import { firstLook } from '../../widgets/experiments/first-look/widget.ts';
import type { AnySettings } from '../../widgets/kit/contract/params.ts';
import { nodeEnv } from '../../widgets/run/lab/node.ts';
import { counted } from '../../widgets/shared/digits/answers.ts';
import { imageAt, placesOf, split } from '../../widgets/shared/digits/digits.ts';
import { MNIST14 } from '../../widgets/shared/digits/mnist14.ts';
import { unpack } from '../../widgets/shared/digits/packed.ts';
import { TWENTY, each, lesson, mean, numbersOver, over, percent, questionsOf } from './seeds.ts';

describe('more than a model', () => {
  const text = lesson('more-than-a-model');
  const right = (all?: Parameters<typeof each>[0]): number[] => each(all, 'accuracy');

  test('a column off against seven eighths of the network, over twenty draws', async () => {
    const [small, column] = await over(firstLook, TWENTY, { units: 4 }, { columns: 1 });
    const worse = right(column).filter((one, i) => one < (right(small)[i] as number)).length;
    expect(text).toContain(`the column did more harm than the missing units in ${worse}.`);
  });

  test('the small network at the start, and how many of ten slips a column changes', async () => {
    const [small, column] = await over(firstLook, [4], { units: 4 }, { columns: 1 });
    expect(text).toContain(
      `four of its 32 hidden units, the small sums between pixels and answer. It reads ${percent(mean(right(small)))} of 100 digits right, not ${percent(mean(each(small, 'fullAccuracy')))}.`,
    );
    const ofTen = (10 * mean(each(column, 'digitsChanged'))) / 1334;
    expect(questionsOf('practise-what-it-is')).toContain(
      'changes the answer to three or four of them',
    );
    expect(ofTen).toBeGreaterThan(3);
    expect(ofTen).toBeLessThan(4);
  });

  test('a network of twice the size with the column off, as the question has it', async () => {
    const [twice, once] = await over(firstLook, [4], { units: 64, columns: 1 }, { columns: 1 });
    const questions = questionsOf('practise-what-it-is');
    expect(questions).toContain(`answer: ${percent(mean(right(twice)))} unit`);
    expect(questions).toContain(
      `About ${percent(mean(right(twice)))} of 100, where the network of half the size reads ${percent(mean(right(once)))}`,
    );
  });

  test('what becomes of the ones that were read right, over twenty draws', async () => {
    const { readData } = await nodeEnv('wasm');
    const images = unpack(MNIST14, await readData(MNIST14.name));
    const right1 = { columns: 1, rows: 0 };
    // Of a draw and a digit, what becomes of those that were read right: the share of an answer.
    const shareOf =
      (digit: number, as: number) =>
      ({ reader }: FirstLookOutcome, { seed }: AnySettings): number => {
        const network = opened(reader as NonNullable<typeof reader>);
        const { heldOut } = split(images, 2000, Number(seed), 'split');
        const all = placesOf(heldOut, digit).map((at) => imageAt(heldOut, at));
        const read = all.filter((one) => answerTo(network, one) === digit);
        const answers = read.map((one) => answerTo(network, moved(one, right1)));
        return (counted(answers)[as] as number) / read.length;
      };
    const numbers = {
      ...Object.fromEntries(range(10).map((digit) => [`${digit} kept`, shareOf(digit, digit)])),
      '1 as 7': shareOf(1, 7),
    };
    const [draws] = await numbersOver(firstLook, TWENTY, numbers, {});
    const share = (name: string): number => mean(each(draws, name));
    // Of no other digit are so few kept.
    for (const digit of [0, 2, 3, 4, 5, 6, 7, 8, 9])
      expect(share(`${digit} kept`)).toBeGreaterThan(share('1 kept') + 0.2);
    const [kept, sevens] = [percent(share('1 kept')), percent(share('1 as 7'))];
    expect(text).toContain(
      `Of 100 ones read right in place, ${kept} stayed ones and ${sevens} became sevens.`,
    );
    expect(text).toContain('about half turn into sevens');
  });
});
