/** The figure: digits as they arrive, how often right and how sure the model is on the way there, and the alarm on a hundred days. */
import type { View } from '#kit/contract';
import type { Drawing, Markup, Part, PileImage, PileLook, PlotScales } from '#kit/draw';
import { axisFacts, bare, barsPath, below, beside, drawing, ghostLine } from '#kit/draw';
import { hundredths, linear, linePath, number, panel, part, pile, plot, short } from '#kit/draw';
import { svg, waiting } from '#kit/draw';
import { SIDE } from '../../shared/digits/eight.ts';
import { BAR, BARS, DAYS, type Point, type Rung, type ShiftedOutcome } from './outcome.ts';
import type { ShiftedSettings } from './params.ts';
import { inWords } from './shifts.ts';

const TILES = { side: SIDE, single: true, crosses: true };
const LAY = {
  wide: { pile: { ...TILES, columns: 5, rows: 3, width: 212 }, curve: [246, 190], alarm: 182 },
  narrow: { pile: { ...TILES, columns: 7, rows: 1, width: 320 }, curve: [166, 186], alarm: 140 },
} as const;
/** How high a hundred days in one bar stand. */
const HIGH = 52;

type Seen = View<ShiftedSettings, ShiftedOutcome>;

/** One complete picture in one layout. */
export function draw(settings: ShiftedSettings, outcome: ShiftedOutcome, view: Seen): Drawing {
  const lay = LAY[view.layout];
  const digits = drawDigits(settings, outcome, lay.pile);
  const curve = drawCurve(outcome, lay.curve, view);
  const alarm = waiting(drawAlarm(settings, outcome, lay.alarm));
  const whole =
    view.layout === 'wide'
      ? beside(20, digits, curve, alarm)
      : below(6, digits, beside(14, curve, alarm));
  const label =
    'Digits as they arrive, wrong answers marked; two lines, how often the model is right and how sure it is while the change grows; bars: on how many of a hundred days an alarm rings.';
  const few = LAY.narrow.pile;
  const still = { body: bare(imagesOf(outcome, few), few).body, y: 0, width: 320, height: 48 };
  return drawing(whole, label, still);
}

function imagesOf({ samples }: ShiftedOutcome, { columns, rows }: PileLook): PileImage[] {
  return samples.slice(0, columns * rows).map(({ pixels, label, answer }) => {
    const isWrong = answer !== null && answer !== label;
    return { pixels, word: isWrong ? String(answer) : '', isWrong };
  });
}

function drawDigits(
  { shift, amount }: ShiftedSettings,
  outcome: ShiftedOutcome,
  look: PileLook,
): Part {
  const note = outcome.alarm ? 'under a cross: what it was taken for' : 'the model is learning';
  const drawn = pile(imagesOf(outcome, look), look);
  return panel({ title: inWords(shift, amount / 100, true), note }, drawn);
}

/** Accuracy and confidence from no change to the amount that is set, on axes that hold. */
function drawCurve(
  { curve }: ShiftedOutcome,
  [width, height]: readonly [width: number, height: number],
  { ghost: other }: Seen,
): Part {
  const now = curve.at(-1);
  const line = (points: readonly Point[], of: 'accuracy' | 'confidence', at: PlotScales): string =>
    linePath(
      points.map((point) => [point.amount, 100 * point[of]]),
      at.x,
      at.y,
    );
  const spec = {
    width,
    height,
    top: 8,
    right: 8,
    left: 32,
    x: { extent: [0, 100] as const, label: 'how far, %', ticks: 2 },
    y: { extent: [0, 100] as const, label: '', ticks: 4 },
  };
  const drawn = plot(spec, (at) => {
    const dot = (of: 'accuracy' | 'confidence', look: string): Markup | undefined =>
      now &&
      svg`<circle class="${look}" cx="${at.x(now.amount)}" cy="${at.y(100 * now[of])}" r="4"/>`;
    const behind = ghostLine(other, ({ outcome }) => line(outcome.curve, 'accuracy', at));
    return svg`${behind}<path class="sure-line" d="${line(curve, 'confidence', at)}"/><path class="run-line" d="${line(curve, 'accuracy', at)}"/>${dot('confidence', 'shift-sure')}${dot('accuracy', 'run-fill')}`;
  });
  const words =
    now &&
    svg`<tspan class="run strong">${hundredths(now.accuracy)} % right</tspan>, ${hundredths(now.confidence)} % sure`;
  const note = words ?? '…';
  return panel({ title: 'Right, and (dashed) sure', note, behind: other }, drawn);
}

/** Ordinary days over days like these, by the alarm's statistic; the line is where it rings. */
function drawAlarm(
  { watched, rule }: ShiftedSettings,
  { alarm }: ShiftedOutcome,
  width: number,
): Part {
  const end = BARS * BAR[rule];
  const x = linear([0, end], [0, width]);
  const row = (name: string, rung: Rung | undefined, look: string): Part => {
    const top = 20;
    const floor = top + HIGH;
    const y = linear([0, DAYS], [floor, top]);
    const places = { left: 0, step: width / BARS, gap: 1 };
    const bars =
      rung && svg`<path class="${look}" d="${barsPath(rung.bars.map(y), floor, places)}"/>`;
    const rang = rung && svg`: <tspan class="strong">${number(rung.rang)}</tspan>`;
    return part(
      width,
      floor,
      svg`<text y="13">${name}${rang}</text>${bars}<path class="hair" ${axisFacts('y', y)} d="M0 ${floor}h${width}"/>`,
    );
  };
  const rows = below(
    4,
    row('ordinary days', alarm?.ordinary, 'before'),
    row('days like these', alarm?.these, 'run-fill'),
  );
  const foot = rows.height + 15;
  const at = alarm && short(x(alarm.rings));
  const line = at && svg`<path class="sure-line thin" d="M${at} 20V${20 + HIGH}m0 24v${HIGH}"/>`;
  const words = svg`<g class="axis" ${axisFacts('x', x)}><text y="${foot}">0</text>${alarm && svg`<text x="${at}" y="${foot}" text-anchor="middle">${number(alarm.rings, 2)}</text>`}<text x="${width}" y="${foot}" text-anchor="end">${number(end, 1)} +</text><text y="${foot + 17}">${rule.toUpperCase()} of the ${watched}</text></g>`;
  return panel(
    { title: `Days it rings, of ${number(DAYS)}` },
    part(width, foot + 20, svg`${rows.body}${line}${words}`),
  );
}
