import { describe, expect, test } from 'vitest';
import { settingsOf } from '../../../../widgets/kit/device/apply.ts';
import { drawFit } from '../../../../widgets/kit/device/figure.ts';
import { fitTimes, type Fit } from '../../../../widgets/kit/device/fit.ts';
import { fitRows, sayFit, sayTrust } from '../../../../widgets/kit/device/say.ts';

const SIZES = [1, 2, 4, 8, 16, 32, 64, 128, 256];
const passes = SIZES.map(() => 100);

/** Nine rounds of a device that takes just so long, but for what `disturb` makes of a time. */
function fitOf(time: (size: number) => number, disturb = (ms: number, _round: number) => ms): Fit {
  const rounds = Array.from({ length: 9 }, (_, i) => SIZES.map((size) => disturb(time(size), i)));
  return fitTimes({ sizes: SIZES, rounds, passes, step: 0.1 });
}
const marta = fitOf((size) => 8 + 0.25 * size);

describe('what was found of a device', () => {
  test('is told with both costs, with what batches are worth, and with the reader’s guess', () => {
    expect(sayFit(marta, 'your own processor (WASM)', 'image', 100)).toBe(
      'On your own processor (WASM), a batch takes 8 ms to get going and 0.25 ms more for each image in it. 256 together took 8.7 times as long as one, so the device does 29 times as many in a second. You guessed 100 times.',
    );
    expect(sayFit(marta, 'it', 'image')).not.toContain('guessed');
    expect(sayTrust(marta)).toContain('Every size lies within 0 % of the line.');
  });

  test('has no cost where none can be told from nothing', () => {
    expect(
      sayFit(
        fitOf(() => 3),
        'it',
        'image',
      ),
    ).toContain('3 ms however many images');
    expect(
      sayFit(
        fitOf((size) => 2 * size),
        'it',
        'image',
      ),
    ).toContain('each image takes 2 ms');
  });

  test('is told with what the line does not say', () => {
    const stairs = sayTrust(fitOf((size) => 2 * Math.ceil(size / 32) + 0.001 * size));
    expect(stairs).toMatch(
      /The line fits badly: a batch of \d+ took \d+ % (longer|less) than it says\./,
    );
    expect(stairs).toContain('Up to 32 together took hardly longer than one.');
    expect(
      sayTrust(
        fitOf(
          (size) => size,
          (ms, round) => ms * (1 + (round % 3)),
        ),
      ),
    ).toContain('busy');
    const coarse = fitTimes({ sizes: SIZES, rounds: [SIZES], passes: SIZES.map(() => 1), step: 1 });
    expect(sayTrust(coarse)).toContain('clock');
  });

  test('is a table with what each size is off the line', () => {
    const { head, rows } = fitRows(
      fitOf((size) => (size === 16 ? 15 : 8 + 0.25 * size)),
      'image',
    );
    expect(rows.every((row) => row.length === head.length)).toBe(true);
    expect(rows.map((row) => row.at(-1))).toEqual([0, 0, 0, 0, 25, 0, 0, 0, 0]);
  });

  test('is drawn with its line, and a guess with a mark of its own', () => {
    const { body, label } = drawFit(marta, 'narrow', 'image');
    expect(body.markup).toContain('run-line');
    expect(body.markup).not.toContain('prediction-line');
    expect(drawFit(marta, 'wide', 'image', 100).body.markup).toContain('prediction-line');
    expect(label).toContain('from 8.3 ms for one image to 72 ms');
  });
});

describe('what was found as settings', () => {
  const target = (
    name: string,
    max: number,
  ): { name: string; label: string; min: number; max: number } => ({
    name,
    label: `The ${name}`,
    min: 0,
    max,
  });
  const sets = {
    fixed: target('start', 1000),
    each: target('item', 100),
    rate: target('rate', 5000),
    busy: 0.825,
  };

  test('are the costs in three figures, and as many requests as keep the device as busy as it should be', () => {
    const { settings, says, clamped } = settingsOf({ fixed: 0.41234, each: 0.0087654 }, sets);
    expect(settings).toEqual({ start: 0.412, item: 0.00877, rate: 1960 });
    expect(says).toContain(
      '1,960 requests a second, the experiment has the device busy for 82 % of the time',
    );
    expect(clamped).toEqual([]);
  });

  test('are brought into the range of the experiment, which is said', () => {
    const quick = settingsOf({ fixed: 0.05, each: 0.0125 }, sets);
    expect(quick.settings['rate']).toBe(5000);
    expect(quick.says).toContain('31 %');
    expect(quick.clamped).toEqual(['“The rate” would be 13,200; the experiment takes 5,000.']);
    const slow = settingsOf({ fixed: 1500, each: 200 }, sets);
    expect(slow.settings).toMatchObject({ start: 1000, item: 100 });
    expect(slow.clamped).toHaveLength(2);
  });
});
