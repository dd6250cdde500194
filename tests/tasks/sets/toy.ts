/** An assignment of three items, its key and hand-ins to it, by hand: no build, no experiment of the book. */
import type { RunRecord } from '../../../widgets/kit/record/run-record.ts';
import { runKey } from '../../../widgets/kit/record/run-key.ts';
import type { ChoiceItem } from '../../../src/tasks/kinds/choice/item.ts';
import type { NumberItem } from '../../../src/tasks/kinds/number/item.ts';
import type { ReachItem } from '../../../src/tasks/kinds/reach/item.ts';
import type { Assignment, Key } from '../../../src/tasks/sets/pure/format/assignment.ts';
import { refusalOf } from '../../../src/tasks/grading/pure/grade/refusal.ts';
import type { Rerun } from '../../../src/tasks/grading/pure/grade/reruns.ts';
import { wantedRuns } from '../../../src/tasks/grading/pure/grade/wanted-runs.ts';
import type { Submission } from '../../../src/tasks/sets/pure/submission/submission.ts';
import { digest } from '../../../src/tasks/sets/pure/submission/digest.ts';
import { signed } from '../../../src/tasks/sets/pure/submission/write.ts';
import { normalised } from '../../../src/tasks/sets/pure/variants/student.ts';
import {
  drawn,
  goalIn,
  settingsIn,
  variantOf,
} from '../../../src/tasks/sets/pure/variants/variant.ts';
import {
  answered,
  begun,
  submissionOf,
  ran,
  type Work,
} from '../../../src/tasks/sets/pure/work/work.ts';

const seeds = Array.from({ length: 12 }, (_, i) => i + 1);
const head = { version: 1, hints: [0.5], derive: {}, seeds, withdrawn: [] };

export const SUM: NumberItem = {
  ...head,
  id: 'toy-sum',
  kind: 'number',
  by: 'answer',
  points: 2,
  draw: { a: [1, 2, 3], b: [10, 20] },
  derive: { product: 'a * b', thousands: '1000 * a' },
};
export const PICK: ChoiceItem = {
  ...head,
  id: 'toy-pick',
  kind: 'choice',
  by: 'answer',
  points: 4,
  many: true,
  options: ['red', 'green', 'blue'],
  draw: {},
};
export const BRING: ReachItem = {
  ...head,
  id: 'toy-bring',
  kind: 'reach',
  by: 'runs',
  points: 3,
  instance: 'toy-place',
  widget: 'toy',
  widgetVersion: 1,
  start: { x: 0, load: '=load', seed: 1 },
  vary: ['x'],
  goal: { height: { atLeast: '=load' }, cost: { atMost: 50 } },
  band: {},
  draw: { load: [5, 6, 7] },
};

export const TOY: Assignment = {
  id: 'toy-assignment',
  version: 1,
  title: 'Toy',
  book: 'toy-book',
  edition: '1',
  salt: 'autumn',
  items: [SUM, PICK, BRING],
  hash: '0123456789abcdef',
};

export const KEY: Key = {
  format: 1,
  kind: 'key',
  assignment: TOY,
  items: {
    'toy-sum': {
      kind: 'number',
      solution: 'Add them.',
      tolerance: { absolute: 0 },
      wrong: [
        { id: 'times', misconception: 'They multiply.', feedback: 'Add {a} and {b}, {thousands}.' },
      ],
      answers: Object.fromEntries(
        seeds.map((seed) => {
          const { a, b, product } = drawn(SUM, seed) as { a: number; b: number; product: number };
          return [seed, { right: a + b, wrong: { times: product } }];
        }),
      ),
    },
    'toy-pick': {
      kind: 'choice',
      solution: 'Red and blue.',
      wrong: [{ id: 'green', misconception: 'Green is warm.', feedback: 'Green is not.' }],
      answers: Object.fromEntries(seeds.map((seed) => [seed, ['red', 'blue']])),
    },
    'toy-bring': {
      kind: 'reach',
      solution: 'Raise x to the load.',
      answers: Object.fromEntries(seeds.map((seed) => [seed, { x: 7 }])),
    },
  },
};

const param = {
  label: 'x',
  place: 'first',
  kind: 'number',
  min: 0,
  max: 100,
  step: 1,
  default: 0,
} as const;
const WIDGET = { version: 1, params: { x: param, load: param, seed: param } };

/** What the toy experiment does: as high as x, and five times as dear. */
export const toyRun = (settings: RunRecord['settings']): RunRecord => ({
  widget: 'toy',
  version: 1,
  settings,
  measures: { height: Number(settings['x']), cost: 5 * Number(settings['x']) },
  backend: 'sim',
});

/** The runs of these hand-ins, repeated honestly. */
export function honest(submissions: readonly Submission[]): ReadonlyMap<string, Rerun> {
  return new Map(
    wantedRuns(TOY, submissions).map((run) => [
      runKey(run),
      refusalOf(WIDGET, run) ?? { state: 'done', measures: toyRun(run.settings).measures, why: {} },
    ]),
  );
}

/** What one student does. */
export interface Doing {
  readonly sum?: string;
  readonly pick?: readonly string[];
  /** Where x is left. */
  readonly x?: number;
}

export function workOf(
  number: string,
  { sum, pick, x }: Doing,
  session = digest(normalised(number)).slice(0, 16),
): Work {
  let work = begun(TOY, { name: `Student ${number}`, number }, session);
  if (sum !== undefined) work = answered(work, SUM, sum);
  if (pick !== undefined) work = answered(work, PICK, pick);
  if (x !== undefined) {
    const start = settingsIn(BRING.start, drawn(BRING, variantOf(TOY, BRING, number)));
    work = ran(work, BRING, toyRun({ ...start, x }));
  }
  return work;
}

export function submissionFor(
  number: string,
  doing: Doing,
  made = '2026-11-27T12:00:00.000Z',
): Submission {
  return signed(submissionOf(workOf(number, doing), TOY, made));
}

/** The right sum and the least x of a student’s own variant. */
export function rightFor(number: string): { sum: number; product: number; x: number } {
  const { a, b } = drawn(SUM, variantOf(TOY, SUM, number)) as { a: number; b: number };
  const goal = goalIn(BRING, drawn(BRING, variantOf(TOY, BRING, number)));
  return { sum: a + b, product: a * b, x: goal['height']?.atLeast ?? Number.NaN };
}
