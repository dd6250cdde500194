/** The figure: digits as they arrive with what they are taken for, and how sure the network is of those it knows and of the others. */
import { range, sum } from 'd3-array';
import type { View } from '#kit/contract';
import type { Drawing, Part, PileImage, PileLook } from '#kit/draw';
import { answered, axisFacts, bare, barsPath, below, beside, drawing, ghostLine } from '#kit/draw';
import { hundredths, later, linear, number, panel, part, pile, short, svg } from '#kit/draw';
import { pixelsOf, SIDE } from '../../shared/digits/mnist14.ts';
import { stepsOf } from './figure-steps.ts';
import { readingOf, rightIn, type NewClassesOutcome } from './outcome.ts';
import type { NewClassesSettings } from './params.ts';
import { classOf, type Tally } from './reading.ts';

const TILES = { side: SIDE, single: true, crosses: true };
const LAY = {
  wide: { pile: { ...TILES, columns: 8, rows: 4, width: 400 }, side: 248, bars: 84 },
  narrow: { pile: { ...TILES, columns: 10, rows: 2, width: 320 }, side: 320, bars: 44 },
} as const;
/** Bars of so many per cent each. */
const WIDE = 5;

type Seen = View<NewClassesSettings, NewClassesOutcome>;

/** One complete picture in one layout. */
export function draw(
  _: NewClassesSettings,
  outcome: NewClassesOutcome,
  { layout, ghost: other }: Seen,
): Drawing {
  const { pile: look, side, bars } = LAY[layout];
  const digits = drawDigits(outcome, look);
  const sure = drawSure(outcome, side, bars, other);
  const whole = layout === 'wide' ? beside(32, digits, sure) : below(8, digits, sure);
  const label =
    'Handwritten digits as they arrive, wrong answers marked; bars: how sure the network is of 0 to 7, and of 8 and 9.';
  const few = LAY.narrow.pile;
  const still = {
    body: bare(imagesOf(outcome, few), few).body,
    y: 0,
    width: 320,
    height: 96,
  };
  return { ...drawing(whole, label, still), steps: stepsOf(outcome) };
}

/** Digits as they arrive: so many of the places, here and there, hold an 8 or a 9; more that arrive take further places. */
function imagesOf(outcome: NewClassesOutcome, { columns, rows }: PileLook): PileImage[] {
  const { samples, use } = outcome;
  const count = columns * rows;
  const reading = readingOf(outcome);
  const fresh = Math.round(count * use.arrived);
  const next = { old: 0, fresh: 0 };
  return range(count).flatMap((i) => {
    // 13 shares no factor with the number of places, so each has a rank of its own.
    const which = (13 * i + 11) % count < fresh ? 'fresh' : 'old';
    const at = next[which]++;
    const sample = samples[which][at];
    if (!sample) return [];
    const answer = reading?.answers[which][at]?.answer ?? sample.label;
    return [answered(pixelsOf(sample.ink), classOf(sample.label, use.merged), answer)];
  });
}

function drawDigits(outcome: NewClassesOutcome, look: PileLook): Part {
  const images = imagesOf(outcome, look);
  const right = images.filter(({ isWrong }) => !isWrong).length;
  const { done, planned } = outcome.epochs;
  const more =
    done < planned
      ? `, after ${number(done)} of ${number(planned)} passes`
      : later('; under a cross: what it took one for');
  const note = outcome.readings
    ? svg`${later(`${number(right)} read right`)}${more}`
    : 'It has not learned yet.';
  return panel(
    { title: `${number(images.length)} digits as they arrive`, note },
    pile(images, look),
  );
}

/** Two rows of bars over one axis: how many answers are how sure, the wrong ones at the foot. */
function drawSure(
  outcome: NewClassesOutcome,
  width: number,
  height: number,
  other: Seen['ghost'],
): Part {
  const reading = readingOf(outcome);
  const was = other && readingOf(other.outcome);
  const { arrived, askBelow } = outcome.use;
  const old = row('0 to 7', reading?.old, { width, height, was: was && was.old, other });
  const isSeen = arrived > 0;
  const wasSeen = other && other.outcome.use.arrived > 0 ? was?.fresh : null;
  const fresh = isSeen
    ? row('8 and 9', reading?.fresh, { width, height, was: wasSeen, other, waits: true })
    : row('8 and 9: none arrives', undefined, { width, height });
  const rows = below(10, old, fresh);
  const x = linear([0, 100], [0, width]);
  const asked =
    askBelow > 0 &&
    later(
      svg`<path class="run-line thin" d="M${short(x(askBelow))} 20v${height}m0 30v${height}"/>`,
    );
  const foot = rows.height + 15;
  // Left of the line, and off the words at both ends of the axis.
  const end = Math.min(width - 80, Math.max(105, x(askBelow)));
  const axis = svg`<g class="axis" ${axisFacts('x', x)}><text y="${foot}">0 %</text><text x="${width}" y="${foot}" text-anchor="end">100 % sure</text></g>${askBelow > 0 && later(svg`<text class="run" x="${end}" y="${foot}" text-anchor="end">to a person</text>`)}`;
  const key = svg`<text class="answered-right" y="${foot + 19}">right answers</text><text class="answered-wrong" x="100" y="${foot + 19}">wrong answers</text>`;
  const drawn = part(width, foot + 23, svg`${rows.body}${asked}${axis}${key}`);
  return panel({ title: 'How sure it is', behind: was ? other : undefined }, drawn);
}

interface RowLook {
  readonly width: number;
  readonly height: number;
  readonly was?: Tally | null | undefined;
  readonly other?: Seen['ghost'];
  /** All of it waits for a prediction but the name. */
  readonly waits?: boolean;
}

/** One group: its name, how many are right, how sure the network is, and the bars. */
function row(
  name: string,
  tally: Tally | undefined,
  { width, height, was, other, waits }: RowLook,
): Part {
  const top = 20;
  const floor = top + height;
  const y = linear([0, 1], [floor, top]);
  const places = { left: 0, step: (width * WIDE) / 100, gap: 1 };
  const bars = (counts: readonly number[], digits: number): string =>
    barsPath(
      range(0, 100, WIDE).map((from) => y(sum(counts.slice(from, from + WIDE)) / digits)),
      floor,
      places,
    );
  const behind = was && ghostLine(other, () => bars(was.bySure, was.digits));
  const told = tally && `${hundredths(rightIn(tally))} % right, ${hundredths(tally.sure)} % sure`;
  const words =
    told && svg`<text class="run strong" x="${width}" y="12" text-anchor="end">${told}</text>`;
  const drawn =
    tally &&
    svg`<path class="answered-right" d="${bars(tally.bySure, tally.digits)}"/><path class="answered-wrong" d="${bars(tally.wrongBySure, tally.digits)}"/>`;
  const shown = svg`${drawn}${behind}${words}`;
  return part(
    width,
    floor,
    svg`<text y="12">${name}</text>${waits ? later(shown) : shown}<path class="hair" ${axisFacts('y', y)} d="M0 ${floor}h${width}"/>`,
  );
}
