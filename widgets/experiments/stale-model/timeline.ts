/** The second year, played week by week. */
import { number } from '#kit/draw';
import type { Moments } from '#kit/contract';
import type { StaleOutcome } from './model.ts';
import type { StaleSettings } from './params.ts';

/** Its moments. */
export const timeline: Moments<StaleOutcome, StaleSettings> = {
  kind: 'moments',
  count: ({ seen }) => seen.was.length,
  label: (_, moment) => `week ${number(moment + 1)}`,
  seconds: () => 12,
};
