/** What a run of the filter shows and says. */
import { describe, expect, test } from 'vitest';
import { controls } from '../../../../widgets/controls/form.ts';
import { changed, defaults } from '../../../../widgets/kit/contract/params.ts';
import {
  probabilityOf,
  roundedScore,
  type ImbalanceOutcome,
} from '../../../../widgets/experiments/class-imbalance/outcome.ts';
import {
  params,
  type ImbalanceSettings,
} from '../../../../widgets/experiments/class-imbalance/params.ts';
import { classImbalance } from '../../../../widgets/experiments/class-imbalance/widget.ts';
import { drawn as picture } from '../../drawn.ts';
import { ranBy } from '../../../ran.ts';

function settings(changes: Partial<ImbalanceSettings> = {}): ImbalanceSettings {
  return { ...defaults(params), ...changes };
}
const run = ranBy(classImbalance);

describe('the controls', () => {
  test('keep every digit of a share of two in a thousand, in per cent', () => {
    const form = controls(params, settings(), 'x', 'first')
      .map(({ markup }) => markup)
      .join('');
    expect(form).toMatch(/name="deployedShare"[^>]* min="0.01" max="50" step="any" value="0.2"/);
    expect(form).toMatch(/name="threshold"[^>]* min="0.001"/);
  });
  test('set the threshold by hand when it is moved by hand', () => {
    const chosen = settings({ thresholdBy: 'alarms' });
    expect(classImbalance.follow?.(chosen, 'threshold').thresholdBy).toBe('hand');
    expect(classImbalance.follow?.(chosen, 'missCost')).toEqual(chosen);
  });
});

describe('the figure', () => {
  test('shows as many squares as it says, in both layouts and at any share', async () => {
    const outcome = await run();
    for (const changes of [{}, { threshold: 1 }, { threshold: 0.001, deployedShare: 0.5 }]) {
      const used = settings(changes);
      const shown = classImbalance.reuse?.(used, { settings: settings(), outcome }) ?? outcome;
      for (const room of ['wide', 'narrow'] as const) {
        const drawn = picture(classImbalance, used, shown, room);
        expect(drawn).not.toMatch(/style=|NaN|undefined|Infinity/);
        for (const one of drawn.split('<svg '))
          expect(one.match(/<[a-z]/g)?.length ?? 0).toBeLessThan(120);
        expect(squaresOf(drawn.split('class="later"')[0] ?? '')).toBe(1000);
      }
    }
  });
  test('says what it catches, and what before', async () => {
    const outcome = await run();
    const said = classImbalance.say(settings(), outcome);
    expect(said).toContain('Of 100 spam messages the filter catches 44');
    const silent = changed(params, settings(), { threshold: 1 }) as ImbalanceSettings;
    const after = classImbalance.reuse?.(silent, { settings: settings(), outcome });
    expect(classImbalance.say(silent, after as ImbalanceOutcome, outcome)).toMatch(
      /never raises an alarm.*Before: 44 caught/,
    );
  });
  test('is asked for step by step, each with a sentence of this run', async () => {
    const outcome = await run();
    const stepsAt = (changes: Partial<ImbalanceSettings>) => {
      const used = settings(changes);
      const seen = classImbalance.reuse?.(used, { settings: settings(), outcome });
      const { steps = [] } = classImbalance.draw(used, seen as ImbalanceOutcome, {
        layout: 'narrow',
      });
      return steps.map(({ says }) => says);
    };
    const [alarms, roc, calibrated, cost] = stepsAt({});
    expect(alarms).toMatch(/^The dot is this threshold.* of 100 alarms 1 is real\.$/);
    expect(roc).toContain('to 96 of 100 caught at no more than 0.5 % false alarms');
    expect(calibrated).toMatch(/about \d+ %, \d+ % are, so the number is too low\.$/);
    expect(cost).toMatch(
      /^The line is lowest at a threshold of [\d.]+ %; this one costs [2-9]\.\d times as much\./,
    );
    const silent = stepsAt({ threshold: 1, missCost: 0 });
    expect(silent[0]).toContain('There is no dot');
    expect(silent[3]).toContain('; this is it');
  });
  test('never calls a few real alarms none', async () => {
    const outcome = await run();
    const used = (changes: Partial<ImbalanceSettings>): ImbalanceOutcome =>
      classImbalance.reuse?.(settings(changes), {
        settings: settings(),
        outcome,
      }) as ImbalanceOutcome;
    const low = used({ threshold: 0.001 });
    expect(classImbalance.say(settings(), low)).toContain('of 1,000 alarms 2 are real');
    const rare = used({ threshold: 0.001, deployedShare: 0.0001 });
    expect(classImbalance.say(settings(), rare, low)).toMatch(
      /of 10,000 alarms 1 is real.*Before: 100 caught, 2 of 1,000 real/,
    );
    const drawn = picture(classImbalance, settings(), low, 'wide');
    expect(drawn).toContain('precision 0.2 %');
    expect(drawn).toContain('under 1 real');
  });
  test('keeps probabilities as hundredths of log-odds, and finds them again', () => {
    for (const p of [0.001, 0.2, 0.5, 0.987])
      expect(probabilityOf(roundedScore(p))).toBeCloseTo(p, 2);
    expect(roundedScore(1)).toBe(2000);
    expect(roundedScore(0)).toBe(-2000);
  });
});

/** Counts the dashes of all rows of squares: each row is as long as its squares and the gaps between them. */
function squaresOf(markup: string): number {
  let count = 0;
  for (const [, dashes = '', path = ''] of markup.matchAll(
    /class="cell-[a-z]+" stroke-width="[^"]+" stroke-dasharray="([^"]+)" d="([^"]+)"/g,
  )) {
    const [size = 0, gap = 0] = dashes.split(' ').map(Number);
    for (const [, length] of path.matchAll(/h([\d.]+)/g)) {
      count += Math.round((Number(length) + gap) / (size + gap));
    }
  }
  return count;
}
