/** Every model that learns, by the name its widget gives. */
import { learnDistributionShift } from '../distribution-shift/learner.ts';
import type { AnyRun } from '../kit/widget.ts';

export const LEARNERS: Readonly<Record<`lab/${string}`, AnyRun>> = {
  'lab/distribution-shift': learnDistributionShift,
};
