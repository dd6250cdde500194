/** Accuracy beside confidence, the matrix of all pairs, and how sure right and wrong answers are. */
import { axisFacts, linear, linePath } from '../../kit/draw/axes.ts';
import { keptExtent, type Extent } from '../../kit/draw/extent.ts';
import { barsPath } from '../../kit/draw/bars.ts';
import { number } from '../../kit/draw/format.ts';
import { apart } from '../../kit/draw/apart.ts';
import { ghost, later, short, svg, type Markup } from '../../kit/draw/markup.ts';
import { panel } from '../../kit/draw/panel.ts';
import { beside, part, waiting, type Part } from '../../kit/draw/part.ts';
import { hundredths } from '../../kit/draw/shares.ts';
import type { View } from '../../kit/contract/widget.ts';
import type { ConfidenceHistogram, Score, ShiftOutcome } from './outcome.ts';
import type { ShiftSettings } from './params.ts';
import { CALLED, homeAndAbroad, SETS, type SetName } from './sets.ts';

/** From home to abroad: one line for the share read right, one for the mean confidence; the opening jaw is the lesson. */
export function drawSlopes(
  settings: ShiftSettings,
  outcome: ShiftOutcome,
  [width, height]: readonly [width: number, height: number],
  other?: View<ShiftSettings, ShiftOutcome>['ghost'],
): Part {
  const { home, abroad, history, epochs } = outcome;
  const foot = height - 50;
  const y = linear([0, 1], [foot - 38, 6]);
  const [left, right] = [50, width - 82];
  const line = (a: number, b: number): string =>
    linePath([
      [left, y(a)],
      [right, y(b)],
    ]);
  const earlier = history.slice(0, -1).map((point) => line(point.home, point.abroad));
  const untrained = history.length > 1 ? history[0] : undefined;
  const names = homeAndAbroad(settings);
  const behind =
    other &&
    ghost(other, (look) => {
      const before = other.outcome;
      const jaw = [
        line(before.home.confidence, before.abroad.confidence),
        line(before.home.accuracy, before.abroad.accuracy),
      ];
      return svg`<path class="${look}-line" d="${jaw}"/>`;
    });
  const after =
    later(svg`${behind}${untrained && svg`<text class="soft" x="${left + 8}" y="${Math.min(y(untrained.home) + 15, foot - 34)}">untrained</text>`}
    <path class="hair" d="${earlier}"/><path class="sure-line" d="${line(home.confidence, abroad.confidence)}"/>
    <path class="run-line" d="${line(home.accuracy, abroad.accuracy)}"/>${ends(abroad, right, y, 'start', foot)}`);
  const body = svg`<path class="hair" d="M${left} ${y(0)}V${y(1)}M${right} ${y(0)}V${y(1)}"/>${after}${ends(home, left, y, 'end', foot)}
    ${feet(left, foot, 'at home', names.home)}${feet(right, foot, 'abroad', names.abroad)}`;
  const note = `after ${epochs.done} of ${epochs.planned} passes`;
  return panel({ title: 'How often right, how sure', note }, part(width, foot + 4, body));
}

/** Both shares at one end, a line of text apart at least, and off the words at the foot. */
function ends(
  { accuracy, confidence }: Score,
  x: number,
  y: (share: number) => number,
  anchor: 'start' | 'end',
  foot: number,
): Markup {
  const sure = { top: y(confidence), high: 16 };
  const right = { top: y(accuracy), high: 16 };
  apart(right.top < sure.top ? [right, sure] : [sure, right], -Infinity, foot - 22);
  const [at, words] = anchor === 'start' ? [x + 9, [' sure', ' right']] : [x - 9, ['', '']];
  return svg`<circle class="run-fill" cx="${x}" cy="${y(accuracy)}" r="4"/>
    <text x="${at}" y="${sure.top + 4}" text-anchor="${anchor}">${hundredths(confidence)} %${words[0]}</text>
    <text class="run strong" x="${at}" y="${right.top + 4}" text-anchor="${anchor}">${hundredths(accuracy)} %${words[1]}</text>`;
}

function feet(x: number, y: number, role: string, set: SetName): Markup {
  return svg`<text x="${x}" y="${y - 18}" text-anchor="middle">${role}</text><text class="soft" x="${x}" y="${y}" text-anchor="middle">${CALLED[set].name}</text>`;
}

/** Three by three: trained on, used on. Cells that no model of this run has filled hold a dash. */
export function drawMatrix(settings: ShiftSettings, outcome: ShiftOutcome, width: number): Part {
  const [head, top, high] = [78, 32, 36];
  const wide = (width - head) / 3;
  const middle = (j: number): number => head + (j + 0.5) * wide;
  const base = (i: number): number => top + (i + 0.5) * high + 5;
  const cell = (i: number, j: number): Markup => {
    const score = outcome.matrix[i]?.[j];
    const look = score ? (i === j ? 'strong' : '') : 'soft';
    const value = score ? hundredths(score.accuracy) : '–';
    return svg`<text class="${look}" text-anchor="middle" x="${middle(j)}" y="${base(i)}">${value}</text>`;
  };
  const { home, abroad } = homeAndAbroad(settings);
  const [row, column] = [SETS.indexOf(home), SETS.indexOf(abroad)];
  const lines = [0, 1, 2, 3].map((i) => `M0 ${top + i * high}h${width}`);
  const body = svg`<text class="soft" y="${top - 8}">trained on</text>
    <text class="soft" y="${top - 8}" text-anchor="middle">${SETS.map((set, j) => svg`<tspan x="${middle(j)}">${j === 0 ? 'on ' : ''}${CALLED[set].name}</tspan>`)}</text>
    <text>${SETS.map((set, i) => svg`<tspan x="0" y="${base(i)}">${CALLED[set].name}</tspan>`)}</text>
    <path class="hair" d="${lines}"/>
    ${cell(row, row)}${later(SETS.map((_, i) => SETS.map((__, j) => (i === row && j === row ? null : cell(i, j)))))}
    <rect class="run-line" x="${head + column * wide + 4}" y="${top + row * high + 4}" width="${wide - 8}" height="${high - 8}"/>`;
  return panel({ title: 'Right of 100, every pair' }, part(width, top + 3 * high, body));
}

/** Answers by confidence: right ones upwards, wrong ones downwards, at home and abroad. */
export function drawConfidenceHistogram(
  { sure, abroad }: ShiftOutcome,
  width: number,
  counts: Record<'home' | 'abroad', Extent>,
): Part {
  const half = (width - 24) / 2;
  const surest = number(sure.abroad.wrong.at(-1) ?? 0);
  return panel(
    {
      title: 'Sure and right, sure and wrong',
      note: later(`${surest} of ${number(abroad.digits)} abroad: over 90 % sure, and wrong`),
    },
    beside(
      24,
      bars('at home', sure.home, half, counts.home),
      waiting(bars('abroad', sure.abroad, half, counts.abroad)),
    ),
  );
}

/** Wrong answers count down, right ones up: the axis that is kept, while they fit. */
export function countsOf({ right, wrong }: ConfidenceHistogram, kept?: Extent): Extent {
  const fresh: Extent = [-Math.max(1, ...wrong), Math.max(1, ...right)];
  return keptExtent(fresh, fresh, kept);
}

function bars(
  role: string,
  { right, wrong }: ConfidenceHistogram,
  width: number,
  extent: Extent,
): Part {
  const [top, bottom, axis] = [10, 102, 120];
  const [mostWrong, mostRight] = [-extent[0], extent[1]];
  // Wrong answers keep room for their own label below the line, however few they are.
  const unit = Math.min((bottom - top) / (mostRight + mostWrong), (bottom - top - 24) / mostRight);
  const zero = top + mostRight * unit;
  const places = { left: 0, step: width / right.length, gap: 2 };
  const outline = (counts: readonly number[], up: 1 | -1): string => {
    const heights = counts.map((count) => zero + up * count * unit);
    return barsPath(heights, zero, places);
  };
  const sum = (counts: readonly number[]): string => number(counts.reduce((a, b) => a + b, 0));
  const body = svg`<path class="right-fill" d="${outline(right, -1)}"/><path class="wrong-fill" d="${outline(wrong, 1)}"/>
    <path class="hair" ${axisFacts('y', { domain: extent })} d="M0 ${short(zero)}h${width}"/>
    <text y="${top + 11}">${sum(right)} right</text><text class="wrong" y="${bottom - 2}">${sum(wrong)} wrong</text>
    <text class="soft" y="${axis}">0 %</text><text class="soft" text-anchor="middle" x="${width / 2}" y="${axis}">${role}</text><text class="soft" text-anchor="end" x="${width}" y="${axis}">100 %</text>`;
  return part(width, axis + 4, body);
}
