/** An experiment that ends as it is told to: every state of a run can be seen. Never in the book. */
import { DataFault } from '../../../widgets/kit/contract/faults.ts';
import type { Table } from '../../../widgets/kit/contract/params.ts';
import { choice, first, measure, whole } from '../../../widgets/kit/contract/shorthand.ts';
import type { Run, Widget } from '../../../widgets/kit/contract/widget.ts';
import { drawing, WIDTH } from '../../../widgets/kit/draw/part.ts';
import { squares } from '../../../widgets/kit/draw/squares.ts';

const SQUARES = 20;
const ENDS = {
  done: 'with an outcome',
  failed: 'in a fault',
  never: 'when it is stopped',
  silent: 'without a word',
};

const params = {
  ends: { ...first('Ends'), ...choice(ENDS, 'done') },
  steps: { ...first('Steps'), ...whole({ min: 1, max: SQUARES, default: 12 }) },
} satisfies Table;

interface StateOutcome {
  readonly steps: number;
}

/** The run behind it: a long one is stopped, a silent one has nothing to show by then. */
export const runEachState: Run<typeof params, StateOutcome> = async ({ ends, steps }, show) => {
  if (ends === 'failed') throw new DataFault('It failed as it was told to. Choose another end.');
  if (ends === 'silent') await new Promise<never>(() => undefined);
  const last = ends === 'never' ? 100_000 : steps;
  for (let step = 1; step <= last; step += 1) await show({ steps: step }, step / last);
};

/** Facts only, as every widget. */
export const eachState: Widget<typeof params, StateOutcome> = {
  tag: 'each-state',
  version: 1,
  title: 'Each state',
  params,
  presets: [],
  runner: 'sim/each-state',
  spreadMeasure: 'steps',
  measures: { steps: measure('Steps', ({ steps }) => steps) },
  draw: (_, { steps }, { layout }) => {
    const done = steps % (SQUARES + 1);
    const lay = { columns: SQUARES / 2, pitch: (2 * WIDTH[layout]) / SQUARES };
    const field = squares(lay, { 'cell-right': done, 'cell-quiet': SQUARES - done });
    return drawing(field, 'A square for each step, over and over.');
  },
  say: (_, { steps }) => `It has come to step ${steps}.`,
  tabulate: (_, { steps }) => ({
    caption: 'How far it has come',
    head: ['What', 'How much'],
    rows: [['steps', steps]],
  }),
};
