/** Accuracy beside confidence, the matrix of all pairs, and how sure right and wrong answers are. */
import { linear, linePath } from '../../kit/draw/axes.ts';
import { number } from '../../kit/draw/format.ts';
import { later, short, svg, type Markup } from '../../kit/draw/markup.ts';
import { CALLED, SETS, type SetName } from './sets.ts';
import { homeAndAbroad } from './training-sets.ts';
import { BINS, type ShiftOutcome, type ConfidenceHistogram } from './outcome.ts';
import type { ShiftSettings } from './params.ts';
import { hundredths } from './say.ts';

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** From home to abroad: one line for the share read right, one for the mean confidence; the opening jaw is the lesson. */
export function drawSlopes(settings: ShiftSettings, outcome: ShiftOutcome, area: Area): Markup {
  const at = linear([0, 1], [area.y + area.height - 38, area.y + 38]);
  const [left, right] = [area.x + 46, area.x + area.width - 82];
  const { home, abroad } = outcome;
  const line = (a: number, b: number): string =>
    linePath([
      [left, at(a)],
      [right, at(b)],
    ]);
  const [homeSure, homeRight] = apart(at(home.confidence), at(home.accuracy));
  const [awaySure, awayRight] = apart(at(abroad.confidence), at(abroad.accuracy));
  const earlier = outcome.history.slice(0, -1).map((point) => line(point.home, point.abroad));
  const untrained = outcome.history.length > 1 ? outcome.history[0] : undefined;
  const foot = area.y + area.height;
  const names = homeAndAbroad(settings);
  return svg`<g><text class="strong" x="${area.x}" y="${area.y}">How often right, how sure</text>
    <text class="soft" x="${area.x}" y="${area.y + 18}">after ${outcome.epochs.done} of ${outcome.epochs.planned} passes</text>
    <path class="hair" d="M${left} ${at(0)}V${at(1)}M${right} ${at(0)}V${at(1)}"/>
    ${later(svg`${untrained ? svg`<text class="soft" x="${left + 8}" y="${at(untrained.home) + 15}">untrained</text>` : null}
    <path class="hair" d="${earlier.join('')}"/>
    <path class="sure-line" d="${line(home.confidence, abroad.confidence)}"/>
    <path class="run-line" d="${line(home.accuracy, abroad.accuracy)}"/>
    <circle class="run-fill" cx="${right}" cy="${at(abroad.accuracy)}" r="4"/>
    <text x="${right + 9}" y="${awaySure + 4}">${hundredths(abroad.confidence)} % sure</text>
    <text class="run strong" x="${right + 9}" y="${awayRight + 4}">${hundredths(abroad.accuracy)} % right</text>`)}
    <circle class="run-fill" cx="${left}" cy="${at(home.accuracy)}" r="4"/>
    <text x="${left - 9}" y="${homeSure + 4}" text-anchor="end">${hundredths(home.confidence)} %</text>
    <text class="run strong" x="${left - 9}" y="${homeRight + 4}" text-anchor="end">${hundredths(home.accuracy)} %</text>
    ${foots(left, foot, 'at home', names.home)}${foots(right, foot, 'abroad', names.abroad)}</g>`;
}

function foots(x: number, foot: number, role: string, set: SetName): Markup {
  return svg`<text x="${x}" y="${foot - 18}" text-anchor="middle">${role}</text><text class="soft" x="${x}" y="${foot}" text-anchor="middle">${CALLED[set].name}</text>`;
}

// Two labels at least a line of text apart, moved as little as needed; the first stays on its side.
function apart(a: number, b: number): readonly [number, number] {
  const gap = 16;
  if (Math.abs(a - b) >= gap) return [a, b];
  const middle = (a + b) / 2;
  return a <= b ? [middle - gap / 2, middle + gap / 2] : [middle + gap / 2, middle - gap / 2];
}

/** Three by three: trained on, used on. Cells that no model of this run has filled hold a dash. */
export function drawMatrix(settings: ShiftSettings, outcome: ShiftOutcome, area: Area): Markup {
  const head = 78;
  const [wide, high] = [(area.width - head) / 3, (area.height - 44) / 3];
  const top = area.y + 44;
  const cell = (i: number, j: number): Markup => {
    const score = outcome.matrix[i]?.[j];
    const look = score ? (i === j ? 'strong' : '') : 'soft';
    const value = score ? hundredths(score.accuracy) : '–';
    return svg`<text class="${look}" text-anchor="middle" x="${area.x + head + (j + 0.5) * wide}" y="${top + (i + 0.5) * high + 5}">${value}</text>`;
  };
  const { home, abroad } = homeAndAbroad(settings);
  const [row, column] = [SETS.indexOf(home), SETS.indexOf(abroad)];
  const lines = [0, 1, 2, 3].map((i) => `M${area.x} ${short(top + i * high)}h${area.width}`);
  return svg`<g><text class="strong" x="${area.x}" y="${area.y}">Right of 100, every pair</text>
    <text class="soft" x="${area.x}" y="${top - 8}">trained on</text>
    ${SETS.map((set, j) => svg`<text class="soft" text-anchor="middle" x="${area.x + head + (j + 0.5) * wide}" y="${top - 8}">${j === 0 ? `on ${CALLED[set].name}` : CALLED[set].name}</text>`)}
    ${SETS.map((set, i) => svg`<text x="${area.x}" y="${top + (i + 0.5) * high + 5}">${CALLED[set].name}</text>`)}
    <path class="hair" d="${lines.join('')}"/>
    ${cell(row, row)}${later(SETS.map((_, i) => SETS.map((__, j) => (i === row && j === row ? null : cell(i, j)))))}
    <rect class="run-line" x="${area.x + head + column * wide + 4}" y="${top + row * high + 4}" width="${wide - 8}" height="${high - 8}"/></g>`;
}

/** Answers by confidence: right ones upwards, wrong ones downwards, at home and abroad. */
export function drawConfidenceHistogram(outcome: ShiftOutcome, area: Area): Markup {
  const width = (area.width - 24) / 2;
  const surest = outcome.sure.abroad.wrong[BINS - 1] ?? 0;
  return svg`<g><text class="strong" x="${area.x}" y="${area.y}">Sure and right, sure and wrong</text>
    ${later(svg`<text class="soft" x="${area.x}" y="${area.y + 18}">${number(surest)} of ${number(outcome.abroad.digits)} abroad: over 90 % sure, and wrong</text>`)}
    ${bars('at home', outcome.sure.home, { ...area, width })}
    ${later(bars('abroad', outcome.sure.abroad, { ...area, x: area.x + width + 24, width }))}</g>`;
}

function bars(role: string, sure: ConfidenceHistogram, area: Area): Markup {
  const [top, bottom] = [area.y + 42, area.y + area.height - 22];
  const [mostRight, mostWrong] = [Math.max(1, ...sure.right), Math.max(1, ...sure.wrong)];
  // Wrong answers keep room for their own label below the line, however few they are.
  const unit = Math.min((bottom - top) / (mostRight + mostWrong), (bottom - top - 24) / mostRight);
  const zero = top + mostRight * unit;
  const step = area.width / BINS;
  const outline = (counts: readonly number[], sign: 1 | -1): string =>
    counts
      .map((count, i) => {
        const x = short(area.x + i * step + 1);
        return count === 0
          ? ''
          : `M${x} ${short(zero)}h${short(step - 2)}v${short(sign * count * unit)}h${short(2 - step)}z`;
      })
      .join('');
  const sum = (counts: readonly number[]): string => number(counts.reduce((a, b) => a + b, 0));
  const axis = area.y + area.height - 4;
  return svg`<path class="right-fill" d="${outline(sure.right, -1)}"/><path class="wrong-fill" d="${outline(sure.wrong, 1)}"/>
    <path class="hair" d="M${area.x} ${zero}h${area.width}"/>
    <text x="${area.x}" y="${top + 11}">${sum(sure.right)} right</text><text class="wrong" x="${area.x}" y="${bottom - 2}">${sum(sure.wrong)} wrong</text>
    <text class="soft" x="${area.x}" y="${axis}">0 %</text><text class="soft" text-anchor="middle" x="${area.x + area.width / 2}" y="${axis}">${role}</text><text class="soft" text-anchor="end" x="${area.x + area.width}" y="${axis}">100 %</text>`;
}
