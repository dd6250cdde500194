/** Written by scripts/build/tables.mjs. */
import { learnFilter, sweepFilters } from '../../experiments/class-imbalance/learner/learner.ts';
import { learnDataPoisoning, sweepDataPoisoning } from '../../experiments/data-poisoning/learner/learner.ts';
import { learnDistributionShift } from '../../experiments/distribution-shift/learner/learner.ts';
import { learnFirstLook, sweepFirstLook } from '../../experiments/first-look/learner/learner.ts';
import { learnNewClasses, sweepNewClasses } from '../../experiments/new-classes/learner/learner.ts';
import { readOwnDigit } from '../../experiments/own-digit/learner/learner.ts';
import { watchShifts } from '../../experiments/synthetic-shifts/learner/learner.ts';
import { learnWrongLabels, sweepWrongLabels } from '../../experiments/wrong-labels/learner/learner.ts';
import type { AnyRun, Learner } from '../../kit/contract/widget.ts';

/** Every model that learns, by the name its widget gives: its run, or its run and its sweep. */
export const LEARNERS: Readonly<Record<`lab/${string}`, AnyRun | Learner>> = {
  'lab/class-imbalance': { run: learnFilter, sweep: sweepFilters },
  'lab/data-poisoning': { run: learnDataPoisoning, sweep: sweepDataPoisoning },
  'lab/distribution-shift': learnDistributionShift,
  'lab/first-look': { run: learnFirstLook, sweep: sweepFirstLook },
  'lab/new-classes': { run: learnNewClasses, sweep: sweepNewClasses },
  'lab/own-digit': readOwnDigit,
  'lab/synthetic-shifts': watchShifts,
  'lab/wrong-labels': { run: learnWrongLabels, sweep: sweepWrongLabels },
};
