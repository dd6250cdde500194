/** What the text says of several draws, on seeds that nobody looked at while it was written. */
import { beforeAll, describe, expect, it } from 'vitest';
import { sameRun } from '../../widgets/experiments/same-run/widget.ts';
import { changedIn, differingAt } from '../../widgets/experiments/same-run/outcome.ts';
import type { SameSettings } from '../../widgets/experiments/same-run/params.ts';
import type { Measured } from '../../widgets/kit/contract/widget.ts';
import { ALL } from '../all.ts';
import { ranBy } from '../ran.ts';
import { each, lesson, over, TWENTY } from './seeds.ts';

const text = lesson('the-same-run-twice');

const CHANGES = {
  firstWeights: { change: 'firstWeights' },
  rowMissing: { change: 'rowMissing' },
  labelWrong: { change: 'labelWrong' },
  moved: { change: 'moved' },
  sumOrder: { change: 'sumOrder' },
  sumOrderFast: { change: 'sumOrder', rate: 0.1 },
} as const satisfies Record<string, Partial<SameSettings>>;
type Name = keyof typeof CHANGES;

/** Draw by draw, so that the first training of each is trained once. */
const all: Record<Name, Measured[]> = {
  firstWeights: [],
  rowMissing: [],
  labelWrong: [],
  moved: [],
  sumOrder: [],
  sumOrderFast: [],
};
beforeAll(async () => {
  for (const seed of TWENTY) {
    const found = await over(sameRun, [seed], ...Object.values(CHANGES));
    for (const [i, name] of (Object.keys(CHANGES) as Name[]).entries())
      all[name].push(...(found[i] ?? []));
  }
});

const changed = (list: readonly Measured[]): number[] => each(list, 'predictionsChanged');
const ends = (list: readonly number[]): readonly [least: number, most: number] => [
  Math.min(...list),
  Math.max(...list),
];

describe('over seeds 101 to 120', () => {
  it('other first weights change as many answers as the text says, and accuracy by a point at most', () => {
    const [least, most] = ends(changed(all.firstWeights));
    expect(text).toContain(
      `20 draws: ${least} to ${most} answers differed, while accuracy moved by a point at most`,
    );
    for (const one of each(all.firstWeights, 'accuracyChange'))
      expect(Math.abs(one)).toBeLessThanOrEqual(0.01 + 1e-9);
  });

  it('they disagree far more often after the first epoch than after the last', async () => {
    for (const seed of TWENTY.slice(0, ALL ? 20 : 3)) {
      const one = await ranBy(sameRun)({ ...CHANGES.firstWeights, seed });
      expect(changedIn(differingAt(one, 0))).toBeGreaterThan(2 * changedIn(differingAt(one)));
    }
  });

  it('one row missing, one wrong label and one moved row change as many as the text says', () => {
    const [missing, wrong] = [ends(changed(all.rowMissing)), ends(changed(all.labelWrong))];
    const moved = ends(changed(all.moved));
    expect(text).toContain(
      `20 draws: ${missing.join(' to ')} with a row missing, ${wrong.join(' to ')} with a wrong label, ${moved.join(' to ')} with a row moved.`,
    );
  });

  it('sums backwards change no answer, and at twenty times the rate none up to as many as the text says', () => {
    expect(ends(changed(all.sumOrder))).toEqual([0, 0]);
    const [least, most] = ends(changed(all.sumOrderFast));
    expect(least).toBe(0);
    expect(text).toContain(
      `at the usual rate not one answer, at twenty times the rate 0 to ${most}.`,
    );
  });
});
