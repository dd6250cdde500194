/** What can be set: what the model is shown, how much of it, and which model it is. */
import type { Table } from '#kit/contract';
import { SIZES, taughtParams, type TaughtSettings } from '../../shared/network/taught-params.ts';

/** The parameter table of `mind-vs-data`: what such a model can be set to, and what is said of it. */
export const params = {
  features: {
    ...taughtParams.features,
    help: 'Strokes: how strongly lines run in four directions, part by part.',
  },
  labels: {
    ...taughtParams.labels,
    help: 'Images with an answer, to learn from.',
    spreadAt: SIZES,
  },
  model: {
    ...taughtParams.model,
    help: 'What learns.',
  },
  shifts: {
    ...taughtParams.shifts,
    help: 'Each image is learned from moved to four sides, too.',
  },
  width: {
    ...taughtParams.width,
    help: 'More cost more computation.',
    spreadAt: [8, 16, 32, 64, 128],
  },
  wrongShare: {
    ...taughtParams.wrongShare,
    help: 'Labels that name another digit, by chance.',
    spreadAt: [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6],
  },
  seed: taughtParams.seed,
} as const satisfies Table;

/** Settings of one run. */
export type MindSettings = TaughtSettings;
