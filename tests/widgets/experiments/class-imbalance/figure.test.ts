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

function settings(changes: Partial<ImbalanceSettings> = {}): ImbalanceSettings {
  return { ...defaults(params), ...changes };
}

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
  test('keeps probabilities as hundredths of log-odds, and finds them again', () => {
    for (const p of [0.001, 0.2, 0.5, 0.987])
      expect(probabilityOf(roundedScore(p))).toBeCloseTo(p, 2);
    expect(roundedScore(1)).toBe(2000);
    expect(roundedScore(0)).toBe(-2000);
  });
});
