/** The bench as moments. */
import type { Moments } from '#kit/contract';
import { within } from '#kit/numbers';
import type { BenchOutcome } from './model.ts';
import type { BenchSettings } from './params.ts';
import { countAt, doneBy, MOMENTS, placeOf } from './place.ts';
import { ms } from './say.ts';

/** The bench, played. */
export const timeline: Moments<BenchOutcome, BenchSettings> = {
  kind: 'moments',
  glides: true,
  count: () => MOMENTS,
  label: (outcome, moment) => {
    const slice = outcome.story.own;
    const { now, counted } = placeOf(outcome, moment);
    if (counted === 0) return ms(now - slice.from);
    const count = countAt(outcome, counted, doneBy(slice, slice.to).length);
    // Its column is as wide as a time.
    return `${count < 1000 ? count : `${Math.round(count / 1000)}k`} done`;
  },
  seconds: ({ story: { come } }) => within(12, 6 + 1.6 * come.length, 30),
  played: async () => (await import('./played.ts')).played,
};
