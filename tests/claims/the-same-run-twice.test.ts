/** What the text says of several draws, on seeds that nobody looked at while it was written. */
import { beforeAll, describe, expect, it } from 'vitest';
import { sameRun } from '../../widgets/experiments/same-run/widget.ts';
import {
  changedIn,
  differingAt,
  type SameOutcome,
} from '../../widgets/experiments/same-run/outcome.ts';
import type { SameSettings } from '../../widgets/experiments/same-run/params.ts';
import { defaults } from '../../widgets/kit/contract/params.ts';
import { runOnNode } from '../../widgets/run/node.ts';
import { lesson, TWENTY } from './seeds.ts';

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
const all: Record<Name, SameOutcome[]> = {
  firstWeights: [],
  rowMissing: [],
  labelWrong: [],
  moved: [],
  sumOrder: [],
  sumOrderFast: [],
};
beforeAll(async () => {
  for (const seed of TWENTY) {
    for (const [name, changes] of Object.entries(CHANGES)) {
      const settings = { ...defaults(sameRun.params), ...changes, seed };
      all[name as Name].push((await runOnNode(sameRun, settings)) as SameOutcome);
    }
  }
});

const changed = (list: readonly SameOutcome[]): number[] =>
  list.map((one) => changedIn(differingAt(one)));
const ends = (list: readonly number[]): readonly [least: number, most: number] => [
  Math.min(...list),
  Math.max(...list),
];

describe('over seeds 101 to 120', () => {
  it('other first weights change as many answers as the text says, and accuracy by a point at most', () => {
    const [least, most] = ends(changed(all.firstWeights));
    expect(text).toContain(`between ${least} and ${most} answers differed`);
    for (const { first, second } of all.firstWeights)
      expect(Math.abs(second.accuracy - first.accuracy)).toBeLessThanOrEqual(0.01 + 1e-9);
  });

  it('they disagree far more often after the first epoch than after the last', () => {
    expect(all.firstWeights).toHaveLength(TWENTY.length);
    for (const one of all.firstWeights)
      expect(changedIn(differingAt(one, 0))).toBeGreaterThan(2 * changedIn(differingAt(one)));
  });

  it('one row missing, one wrong label and one moved row change as many as the text says', () => {
    const [missing, wrong] = [ends(changed(all.rowMissing)), ends(changed(all.labelWrong))];
    expect(text).toContain(`it was ${missing.join(' to ')}, against ${wrong.join(' to ')}.`);
    expect(text).toContain(`that changed ${ends(changed(all.moved)).join(' to ')} answers`);
  });

  it('sums backwards change no answer, and at twenty times the rate none up to as many as the text says', () => {
    expect(ends(changed(all.sumOrder))).toEqual([0, 0]);
    const [least, most] = ends(changed(all.sumOrderFast));
    expect(least).toBe(0);
    expect(text).toContain(`and up to ${most} in the twenty others, though none at all in some`);
  });
});
