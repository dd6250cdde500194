/** The figure: messages as squares first; behind the prediction what 99 % hides, single messages, and four charts. */
import type { Drawing } from '../../kit/draw/drawing.ts';
import { number } from '../../kit/draw/format.ts';
import { ghost, later, svg, type Markup } from '../../kit/draw/markup.ts';
import { panel, type PanelWords } from '../../kit/draw/panel.ts';
import { below, beside, drawing, grid, part, waiting, type Part } from '../../kit/draw/part.ts';
import { squares, squaresEdge, squaresLegend, type ByLook } from '../../kit/draw/squares.ts';
import type { View } from '../../kit/contract/widget.ts';
import { costExtent, drawCharts } from './figure-charts.ts';
import { drawList } from './figure-list.ts';
import type { Standing } from './metrics.ts';
import { standingOf, type ImbalanceOutcome } from './outcome.ts';
import type { ImbalanceSettings } from './params.ts';
import { oneIn, percent } from './say.ts';

// No number that a prediction asks for: the sentence below the figure has them.
const DESCRIBED =
  '1,000 messages as squares, those judged wrong first; 100 spam messages and 100 alarms.';
const LISTED = 'Twelve messages by score';
const CHARTED = 'four charts with the place where the filter works.';

/** The fields of squares: low, for on a phone they stand above the controls. */
const FIELD = { columns: 50, pitch: 6.4 };
const HUNDRED = { columns: 20, pitch: 7 };

type Seen = View<ImbalanceSettings, ImbalanceOutcome>;
type Other = Seen['ghost'];

/** One complete picture in one layout. */
export function draw(
  _: ImbalanceSettings,
  outcome: ImbalanceOutcome,
  { layout, axes, ghost: other }: Seen,
): Drawing {
  const isWide = layout === 'wide';
  const now = standingOf(outcome);
  const messages = drawMessages(now, outcome.use.share, other);
  const fields = [drawSpam(now), drawAlarms(now)].map(waiting);
  const squares = below(14, messages, beside(38, ...fields));
  const list = drawList(outcome, isWide ? 332 : 320, other, isWide);
  const most = costExtent(outcome, axes?.['cost']);
  const charts = drawCharts(outcome, isWide ? 130 : 142, most, other);
  // Beside the squares, which follow it, the alarm line is dragged; a phone has no room for both.
  const main = isWide ? beside(28, squares, waiting(list)) : squares;
  const rest = isWide ? grid(4, [53, 24], charts) : below(22, list, grid(2, [36, 26], charts));
  const label = `${DESCRIBED}${isWide ? ` ${LISTED}.` : ''}`;
  const further = { whole: rest, label: isWide ? CHARTED : `${LISTED}; ${CHARTED}` };
  const still = { body: messageField(now).body, y: -2, height: 132 };
  return { ...drawing(main, label, still, further), axes: { cost: most } };
}

/** What becomes of 1,000 messages, in whole numbers. */
function fatesOf(now: Standing): [missed: number, heldBack: number, caught: number] {
  // Those judged right are as many as the accuracy says.
  const right = Math.round(1000 * now.accuracy);
  const of = (sum: number, ...shares: number[]): number[] =>
    apportioned(
      shares.map((share) => share * 1000),
      sum,
    );
  const [missed = 0, heldBack = 0] = of(1000 - right, now.missed, now.falseAlarms);
  const [caught = 0] = of(right, now.caught, now.passed);
  return [missed, heldBack, caught];
}

/** How far those judged wrong came in another run. */
function edgeOf(other: NonNullable<Other>): Markup {
  const [missed, held] = fatesOf(standingOf(other.outcome));
  const edge = squaresEdge(FIELD, missed + held);
  return ghost(other, (look) => svg`<path class="${look}-line" d="${edge}"/>`);
}

/** 1,000 messages as they arrive, those judged wrong first; which of the others is spam comes later. */
function messageField(now: Standing): Part {
  const [missed, held, caught] = fatesOf(now);
  const wrong = missed + held;
  const counts = { 'cell-wrong': missed, 'cell-alarm': held, 'cell-quiet': 1000 - wrong };
  const seen = squares(FIELD, counts);
  const after = later(squares(FIELD, { 'cell-right': caught }, wrong).body);
  return part(seen.width, seen.height, svg`${seen.body}${after}`);
}

/** The field with its words: all that accuracy tells; and, later, what each look stands for. */
function drawMessages(now: Standing, share: number, other: Other): Part {
  const [missed, held, caught] = fatesOf(now);
  const key = squaresLegend({
    'cell-wrong': `${missed} spam missed`,
    'cell-alarm': `${held} genuine held back`,
    'cell-right': `${caught} spam caught`,
  });
  const field = messageField(now);
  const title = `Of 1,000 messages ${number(1000 - missed - held)} are judged right`;
  const note = `${percent(now.accuracy)} over time; ${oneIn(share)} is spam`;
  return panel(
    { title, note },
    below(4, { ...field, body: svg`${field.body}${other && edgeOf(other)}` }, waiting(key)),
  );
}

function hundred(words: PanelWords, counts: ByLook<number>, key: ByLook<string>): Part {
  const { columns, pitch } = HUNDRED;
  const field = squares(HUNDRED, counts);
  // A field without squares keeps its room.
  return panel(
    words,
    below(
      4,
      field.height > 0 ? field : part(columns * pitch, (100 / columns) * pitch, svg``),
      squaresLegend(key),
    ),
  );
}

/** 100 spam messages: what the share that is caught looks like. */
function drawSpam({ recall }: Standing): Part {
  const caught = Math.round(100 * recall);
  const counts = { 'cell-right': caught, 'cell-wrong': 100 - caught };
  const key = { 'cell-right': `${caught} caught`, 'cell-wrong': `${100 - caught} missed` };
  return hundred({ title: 'Of 100 spam', note: `recall ${caught} %` }, counts, key);
}

/** 100 alarms: how many of them are real. */
function drawAlarms({ precision }: Standing): Part {
  const title = 'Of 100 alarms';
  if (typeof precision !== 'number') return hundred({ title, note: 'there is none' }, {}, {});
  const real = Math.round(100 * precision);
  // Some are real, though not one of 100: none would be untrue.
  const isUnderOne = real === 0 && precision > 0;
  const note = `precision ${isUnderOne ? percent(precision) : `${real} %`}`;
  return hundred(
    { title, note },
    { 'cell-right': real, 'cell-alarm': 100 - real },
    {
      'cell-right': `${isUnderOne ? 'under 1' : real} real`,
      'cell-alarm': `${isUnderOne ? 'over 99' : 100 - real} false`,
    },
  );
}

/** Whole numbers near these that add up to `sum`: what is cut off most is rounded up. */
export function apportioned(values: readonly number[], sum: number): number[] {
  const down = values.map((value) => Math.floor(value + 1e-9));
  const left = sum - down.reduce((a, b) => a + b, 0);
  const lost = (i: number): number => (values[i] as number) - (down[i] as number);
  const order = [...values.keys()].sort((a, b) => lost(b) - lost(a));
  for (const i of order.slice(0, Math.max(0, left))) down[i] = (down[i] as number) + 1;
  return down;
}
