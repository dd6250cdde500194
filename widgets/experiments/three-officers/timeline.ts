/** A hundred other draws of as many applicants from these, one after the other: what chance does to each gap. */
import type { Moments } from '#kit/contract';
import { number } from '#kit/draw';
import type { OfficerOutcome } from './outcome.ts';
import type { OfficerSettings } from './params.ts';

/** Its moments. */
export const timeline: Moments<OfficerOutcome, OfficerSettings> = {
  kind: 'moments',
  count: ({ redraws }) => redraws.length,
  label: (_, moment) => number(moment + 1),
  seconds: () => 15,
  played: async () => (await import('./played.ts')).played,
};
