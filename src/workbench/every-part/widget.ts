/** An experiment that uses every part there is, for those who make parts and for their tests; never in the book. */
import { bitmap, readBitmap } from '../../../widgets/controls/bitmap/pure/bitmap.ts';
import { cards, readCards } from '../../../widgets/controls/cards/pure/cards.ts';
import { cells, readCells } from '../../../widgets/controls/cells/pure/cells.ts';
import { curve, readCurve } from '../../../widgets/controls/curve/pure/curve.ts';
import { lines } from '../../../widgets/controls/lines/pure/lines.ts';
import { order } from '../../../widgets/controls/order/pure/order.ts';
import type { Table } from '../../../widgets/kit/contract/params.ts';
import { amount, measure, more } from '../../../widgets/kit/contract/shorthand.ts';
import type { Run, Widget } from '../../../widgets/kit/contract/widget.ts';
import { svg } from '../../../widgets/kit/draw/markup.ts';
import { casesActions, casesBoard, readCases } from './cases.ts';

const GRID = { columns: 6, rows: 6, most: 9 };
const DIGIT = { columns: 14, rows: 14, levels: 16 };
const HOURS = [0, 3, 6, 9, 12, 15, 18, 21];
const SORTED = {
  cards: [
    { id: 'cache', text: 'A cache' },
    { id: 'batch', text: 'Larger batches' },
    { id: 'gpu', text: 'Another GPU' },
  ],
  piles: [
    { id: 'wait', text: 'Shorter wait' },
    { id: 'cost', text: 'Lower cost' },
  ],
};

const params = {
  demand: curve({
    label: 'Demand',
    help: 'How many ask in each hour.',
    place: 'first',
    ...{ xs: HOURS, across: 'hour of the day', unit: 'requests/s' },
    ...{ min: 0, max: 100, step: 1 },
    default: [10, 5, 20, 60, 80, 75, 50, 25],
  }),
  mark: cells({ label: 'Mark', place: 'first', grid: GRID, default: 'b2c3' }),
  digit: bitmap({ label: 'Digit', place: 'first', ...DIGIT, default: '' }),
  remedies: cards({ label: 'Remedies', place: 'more', ...SORTED }),
  steps: order({ label: 'Steps', place: 'more', items: SORTED.cards, ends: ['first', 'last'] }),
  rules: lines({
    label: 'Rules',
    help: 'Each line says what to do when, such as: reject if price > 5',
    place: 'more',
    samples: ['reject if price > 5', 'accept if price < 2', 'ask if price = 3'],
    default: 'reject if price > 5\naccept if prize < 2',
    check: (line) =>
      /^(accept|ask|reject) if price [<=>] \d+$/.test(line) ? undefined : 'no rule',
  }),
  price: { ...more('Price'), ...amount({ min: 0, max: 10, step: 1, default: 2 }) },
  cases: { kind: 'text', label: 'Cases', place: 'none', default: '', parse: readCases },
} as const satisfies Table;

/** What comes of the settings: numbers that a reader could count by hand. */
type EveryPartOutcome = Readonly<Record<'total' | 'painted' | 'ink' | 'placed' | 'rules', number>>;

const sum = (all: Iterable<number>): number => [...all].reduce((one, two) => one + two, 0);

/** The run behind it. */
export const runEveryPart: Run<typeof params, EveryPartOutcome> = async (settings, show) => {
  const outcome = {
    total: settings.price * sum(readCurve({ xs: HOURS }, settings.demand)),
    painted: readCells(GRID, settings.mark).length,
    ink: sum(readBitmap(DIGIT, settings.digit)),
    placed: readCards(SORTED, settings.remedies).size,
    rules: settings.rules.split('\n').filter((line) => !params.rules.check(line, 0)).length,
  };
  await show(outcome, 1);
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
    total: measure('Total', ({ total }) => total),
    painted: measure('Painted', ({ painted }) => painted),
    ink: measure('Ink', ({ ink }) => ink),
    placed: measure('Placed', ({ placed }) => placed),
    rules: measure('Rules', ({ rules }) => rules),
  },
  draw: ({ price, demand }, { total }, { layout, moment }) => {
    const hours = readCurve({ xs: HOURS }, demand).slice(0, (moment ?? HOURS.length) + 1);
    const seen = moment === undefined ? total : price * sum(hours);
    const width = layout === 'wide' ? 680 : 320;
    return {
      width,
      height: 40,
      label: 'A bar as long as the total.',
      body: svg`<path class="run-fill" d="M0 8H${Math.min(width, seen / 10)}V32H0Z"/>`,
    };
  },
  board: (settings) => casesBoard(settings),
  actions: casesActions,
  timeline: {
    kind: 'moments',
    count: () => HOURS.length,
    label: (_, moment) => `${HOURS[moment] ?? 0} h`,
    seconds: () => 4,
  },
  say: ({ steps }, { total, placed }) =>
    `The total is ${total}; ${placed} cards are placed, and ${steps.split(',')[0] ?? ''} comes first.`,
  tabulate: (_, outcome) => ({
    caption: 'What came of it',
    head: ['What', 'How much'],
    rows: Object.entries(outcome),
  }),
};
