/** Every model that learns, by the name its widget gives: its run, or its run and its sweep. */
import { learnClassImbalance, sweepClassImbalance } from '../class-imbalance/learner.ts';
import { learnDataPoisoning, sweepDataPoisoning } from '../data-poisoning/learner.ts';
import { learnDistributionShift } from '../distribution-shift/learner.ts';
import type { AnyRun, Learner } from '../kit/widget.ts';

export const LEARNERS: Readonly<Record<`lab/${string}`, AnyRun | Learner>> = {
  'lab/data-poisoning': { run: learnDataPoisoning, sweep: sweepDataPoisoning },
  'lab/distribution-shift': learnDistributionShift,
  'lab/class-imbalance': { run: learnClassImbalance, sweep: sweepClassImbalance },
};
