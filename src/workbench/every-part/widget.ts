/** An experiment that uses every part there is, for those who make parts and for their tests; never in the book. */
import { bitmap, readBitmap } from '../../../widgets/controls/bitmap/pure/bitmap.ts';
import { cells, readCells } from '../../../widgets/controls/cells/pure/cells.ts';
import { curve, readCurve } from '../../../widgets/controls/curve/pure/curve.ts';
import type { Settings, Table } from '../../../widgets/kit/contract/params.ts';
import type { Run, Widget } from '../../../widgets/kit/contract/widget.ts';
import { svg } from '../../../widgets/kit/draw/markup.ts';

const GRID = { columns: 6, rows: 6, most: 9 };
const DIGIT = { columns: 14, rows: 14, levels: 16 };
const HOURS = [0, 3, 6, 9, 12, 15, 18, 21];

const params = {
  price: { kind: 'number', label: 'Price', place: 'more', min: 0, max: 10, step: 1, default: 2 },
  demand: curve({
    label: 'Demand',
    help: 'How many ask in each hour.',
    place: 'first',
    xs: HOURS,
    across: 'hour of the day',
    min: 0,
    max: 100,
    step: 1,
    unit: 'requests/s',
    default: [10, 5, 20, 60, 80, 75, 50, 25],
  }),
  mark: cells({ label: 'Mark', place: 'first', grid: GRID, default: 'b2c3' }),
  digit: bitmap({ label: 'Digit', place: 'more', ...DIGIT, default: '' }),
} as const satisfies Table;

type EveryPartSettings = Settings<typeof params>;

/** What comes of the settings: numbers that a reader could count by hand. */
interface EveryPartOutcome {
  readonly total: number;
  readonly painted: number;
  readonly ink: number;
}

/** The run behind it. */
export const runEveryPart: Run<typeof params, EveryPartOutcome> = async (settings, show) => {
  const demand = readCurve({ xs: HOURS }, settings.demand);
  const total = settings.price * demand.reduce((sum, value) => sum + value, 0);
  const painted = readCells(GRID, settings.mark).length;
  const ink = readBitmap(DIGIT, settings.digit).reduce((sum, level) => sum + level, 0);
  await show({ total, painted, ink }, 1);
};

/** Facts only, as every widget. */
export const everyPart: Widget<typeof params, EveryPartOutcome> = {
  tag: 'every-part',
  version: 1,
  title: 'Every part',
  params,
  presets: [],
  runner: 'sim/every-part',
  spreadMeasure: 'total',
  measures: {
    total: { label: 'Total', digits: 0, of: ({ total }) => total },
    painted: { label: 'Painted', digits: 0, of: ({ painted }) => painted },
    ink: { label: 'Ink', digits: 0, of: ({ ink }) => ink },
  },
  draw: (_: EveryPartSettings, { total }, { layout }) => {
    const width = layout === 'wide' ? 680 : 320;
    return {
      width,
      height: 40,
      label: 'A bar as long as the total.',
      body: svg`<path class="run-fill" d="M0 8H${Math.min(width, total / 10)}V32H0Z"/>`,
    };
  },
  say: (_, { total, painted }) => `The total is ${total}, and ${painted} cells are painted.`,
  tabulate: (_, { total, painted, ink }) => ({
    caption: 'What came of it',
    head: ['What', 'How much'],
    rows: [
      ['total', total],
      ['painted', painted],
      ['ink', ink],
    ],
  }),
};
