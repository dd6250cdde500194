import { describe, expect, it } from 'vitest';
import { HALT } from '../../../../widgets/experiments/token-serving/params.ts';
import { tokenServing } from '../../../../widgets/experiments/token-serving/widget.ts';
import { ranBy } from '../../../ran.ts';

const ran = ranBy(tokenServing);

describe('a run', () => {
  const free = { policy: 'continuous' } as const;

  it('counts as halts what is longer than a quarter of a second, of texts that are being written', async () => {
    const { halts, longest, halted } = await ran({ ...free, seed: 2 });
    for (const [from, to] of halts) expect(to - from).toBeGreaterThan(HALT);
    const dots = longest?.dots ?? [];
    expect(Math.abs(dots.filter((time) => time > HALT).length / 100 - halted)).toBeLessThan(0.02);
  });
});
