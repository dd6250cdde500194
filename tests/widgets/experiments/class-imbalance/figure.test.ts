/** What a run of the filter shows and says. */
import { describe, expect, test } from 'vitest';
import { controls } from '../../../../widgets/controls/form.ts';
import { defaults } from '../../../../widgets/kit/contract/params.ts';
import {
  probabilityOf,
  roundedScore,
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
