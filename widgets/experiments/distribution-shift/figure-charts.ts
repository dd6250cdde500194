/** Accuracy beside confidence, the matrix of all pairs, and how sure right and wrong answers are. */
import type { Extent, Markup, Part, Scale } from '#kit/draw';
import { apart, axisFacts, barsPath, beside, ghostLine, hundredths, keptExtent } from '#kit/draw';
import { later, linear, number, panel, part, short, svg, waiting } from '#kit/draw';
import type { GhostRun } from '#kit/contract';
import { CALLED, SETS, type SetName } from '../../shared/digits/sets.ts';
import type { ConfidenceHistogram, Score, ShiftOutcome } from './outcome.ts';
import type { ShiftSettings } from './params.ts';

/** From home to abroad: one line for the share read right, one for the mean confidence; the opening jaw is the lesson. */
export function drawSlopes(
  { trainOn, testOn }: ShiftSettings,
  outcome: ShiftOutcome,
  [width, height]: readonly [width: number, height: number],
  other?: GhostRun<ShiftSettings, ShiftOutcome>,
): Part {
  const { home, abroad, history, epochs } = outcome;
  const foot = height - 50;
  const y = linear([0, 1], [foot - 38, 6]);
  const [left, right] = [50, width - 82];
  const line = (from: number, to: number): string =>
    `M${left} ${short(y(from))}L${right} ${short(y(to))}`;
  const jaw = (run: ShiftOutcome): string[] =>
    (['confidence', 'accuracy'] as const).map((share) => line(run.home[share], run.abroad[share]));
  const [sure, read] = jaw(outcome);
  const behind = ghostLine(other, ({ outcome: run }) => jaw(run));
  const earlier = history.slice(0, -1).map((point) => line(point.home, point.abroad));
  const first = earlier.length > 0 && history[0];
  const untrained =
    first &&
    svg`<text class="soft" x="${left + 8}" y="${Math.min(y(first.home) + 15, foot - 34)}">untrained</text>`;
  const lines =
    later(svg`${behind}${untrained}<path class="hair" d="${earlier}"/><path class="sure-line" d="${sure}"/>
    <path class="run-line" d="${read}"/>${ends(abroad, right, y, 'start')}`);
  const feet = (x: number, role: string, set: SetName): Markup =>
    svg`<text x="${x}" y="${foot - 18}" text-anchor="middle">${role}</text><text class="soft" x="${x}" y="${foot}" text-anchor="middle">${CALLED[set].name}</text>`;
  const body = svg`<path class="hair" d="M${left} ${y(0)}V${y(1)}M${right} ${y(0)}V${y(1)}"/>${lines}${ends(home, left, y, 'end')}
    ${feet(left, 'at home', trainOn)}${feet(right, 'abroad', testOn)}`;
  const note = `after ${epochs.done} of ${epochs.planned} passes`;
  return panel({ title: 'How often right, how sure', note }, part(width, foot + 4, body));
}

/** Both shares at one end of the lines, a line of text apart at least, and off the words below. */
function ends(
  { accuracy, confidence }: Score,
  x: number,
  y: Scale,
  anchor: 'start' | 'end',
): Markup {
  const sure = { top: y(confidence), high: 16 };
  const right = { top: y(accuracy), high: 16 };
  apart([sure, right], -Infinity, y(0) + 16);
  const [at, words] = anchor === 'start' ? [x + 9, [' sure', ' right']] : [x - 9, ['', '']];
  return svg`<circle class="run-fill" cx="${x}" cy="${y(accuracy)}" r="4"/>
    <text x="${at}" y="${sure.top + 4}" text-anchor="${anchor}">${hundredths(confidence)} %${words[0]}</text>
    <text class="run strong" x="${at}" y="${right.top + 4}" text-anchor="${anchor}">${hundredths(accuracy)} %${words[1]}</text>`;
}

/** Three by three: trained on, used on. Cells that no model of this run has filled hold a dash. */
export function drawMatrix(
  { trainOn, testOn }: ShiftSettings,
  { matrix }: ShiftOutcome,
  width: number,
): Part {
  const [head, top, high] = [78, 32, 36];
  const wide = (width - head) / 3;
  const middle = (j: number): number => head + (j + 0.5) * wide;
  const base = (i: number): number => top + (i + 0.5) * high + 5;
  const cell = (score: Score | null, i: number, j: number): Markup => {
    const look = score ? (i === j ? 'strong' : '') : 'soft';
    const value = score ? hundredths(score.accuracy) : '–';
    return svg`<text class="${look}" text-anchor="middle" x="${middle(j)}" y="${base(i)}">${value}</text>`;
  };
  // How it does at home is known before a prediction.
  const cells = (isKnown: boolean): Markup[] =>
    matrix.flatMap((row, i) =>
      row.flatMap((score, j) =>
        (i === j && SETS[i] === trainOn) === isKnown ? [cell(score, i, j)] : [],
      ),
    );
  const names = SETS.map((set) => CALLED[set].name);
  const lines = [0, 1, 2, 3].map((i) => `M0 ${top + i * high}h${width}`);
  const here = [head + SETS.indexOf(testOn) * wide + 4, top + SETS.indexOf(trainOn) * high + 4];
  const body = svg`<text class="soft" y="${top - 8}">trained on</text>
    <text class="soft" y="${top - 8}" text-anchor="middle">${names.map((name, j) => svg`<tspan x="${middle(j)}">${j === 0 ? 'on ' : ''}${name}</tspan>`)}</text>
    <text>${names.map((name, i) => svg`<tspan x="0" y="${base(i)}">${name}</tspan>`)}</text><path class="hair" d="${lines}"/>${cells(true)}${later(cells(false))}
    <rect class="run-line" x="${here[0]}" y="${here[1]}" width="${wide - 8}" height="${high - 8}"/>`;
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
  // The words stand above and below the room that the bars may take.
  const [top, bottom, axis] = [18, 102, 134];
  const [mostWrong, mostRight] = [-extent[0], extent[1]];
  const unit = (bottom - top) / (mostRight + mostWrong);
  const zero = top + mostRight * unit;
  const places = { left: 0, step: width / right.length, gap: 2 };
  const outline = (counts: readonly number[], up: 1 | -1): string => {
    const heights = counts.map((count) => zero + up * count * unit);
    return barsPath(heights, zero, places);
  };
  const sum = (counts: readonly number[]): string => number(counts.reduce((a, b) => a + b, 0));
  const body = svg`<path class="right-fill" d="${outline(right, -1)}"/><path class="wrong-fill" d="${outline(wrong, 1)}"/>
    <path class="hair" ${axisFacts('y', { domain: extent })} d="M0 ${short(zero)}h${width}"/>
    <text y="${top - 7}">${sum(right)} right</text><text class="wrong" y="${bottom + 14}">${sum(wrong)} wrong</text>
    <text class="soft" y="${axis}">0 %</text><text class="soft" text-anchor="middle" x="${width / 2}" y="${axis}">${role}</text><text class="soft" text-anchor="end" x="${width}" y="${axis}">100 %</text>`;
  return part(width, axis + 4, body);
}
