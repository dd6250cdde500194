/** What a test report shows and what it does not, pass by pass; and what triggered images are read as. */
import { linear, linePath, type Scale } from '../../kit/draw/axes.ts';
import { barsPath } from '../../kit/draw/bars.ts';
import type { Extent } from '../../kit/draw/extent.ts';
import { apart } from '../../kit/draw/apart.ts';
import { ghost, later, short, svg, type Markup } from '../../kit/draw/markup.ts';
import { panel } from '../../kit/draw/panel.ts';
import { part, type Part } from '../../kit/draw/part.ts';
import { plot } from '../../kit/draw/plot.ts';
import { hundredths } from '../../kit/draw/shares.ts';
import type { GhostRun } from '../../kit/contract/widget.ts';
import type { PoisonOutcome } from './outcome.ts';
import { whatIsRead } from './say.ts';

/** Two lines over the epochs: clean images read right, and the attack's success. */
export function drawReport(
  outcome: PoisonOutcome,
  [width, height]: readonly [number, number],
  extent: Extent,
  other?: GhostRun<unknown, PoisonOutcome>,
): Part {
  const { bench } = outcome;
  const half = halfOf(outcome);
  const x = { extent, ticks: 4, label: 'passes over the training set' };
  const drawn = plot({ width, height, x, right: 92, top: 10 }, ({ x: at, y }) => {
    const [left, right] = at.range;
    const line = (value: 'clean' | 'success', run = outcome): readonly string[] =>
      trainingsOf(run).map((one) => {
        const points = one.map((look) => [look.epoch, look[value]] as const);
        return linePath(points, at, y);
      });
    const behind = (value: 'clean' | 'success') =>
      other &&
      ghost(other, (look) => svg`<path class="${look}-line" d="${line(value, other.outcome)}"/>`);
    return svg`<path class="hair" d="M${left} ${y(1)}H${right}M${left} ${y(0.5)}H${right}${bench && `M${short(at(half))} ${y(0)}V${y(1)}`}"/>
    ${bench && svg`<text class="soft" x="${at(half) + 5}" y="${y(1) - 6}">trained again</text>`}
    ${behind('clean')}<path class="sure-line" d="${line('clean')}"/>${later(svg`${behind('success')}<path class="run-line" d="${line('success')}"/>`)}${ends(outcome, at, y)}`;
  });
  return panel({ title: 'What a test report shows, and what it does not' }, drawn);
}

/** The pass after which images were discarded. */
function halfOf({ bench, epochs }: PoisonOutcome): number {
  return bench ? epochs.planned / 2 : Infinity;
}

/** The second training starts from nothing: its line is another one. */
function trainingsOf(outcome: PoisonOutcome) {
  const half = halfOf(outcome);
  const { history } = outcome;
  return [
    history.filter(({ epoch }) => epoch <= half),
    history.filter(({ epoch }) => epoch > half),
  ];
}

/** What the lines have come to, in two rows each; the dot stands where the line ends, while it is still growing, too. */
function ends({ clean, success, history }: PoisonOutcome, at: Scale, y: Scale): Markup {
  if (clean === null) return svg``;
  const x = at.range[1] + 8;
  const end = at(history.at(-1)?.epoch ?? 0);
  const first = { top: y(clean) - 9, high: 33 };
  const second = { top: y(success ?? 0) - 9, high: 33 };
  const both = success === null ? [first] : [first, second];
  both.sort((a, b) => a.top - b.top);
  apart(both, -6, y(0) + 8);
  const words = (top: number, share: number, what: string, look: string): Markup =>
    svg`<text class="${look} strong" x="${x}" y="${top + 13}">${hundredths(share)} %</text><text class="${look}" x="${x}" y="${top + 28}">${what}</text>`;
  return svg`${words(first.top, clean, 'clean, right', '')}${success !== null && later(svg`<circle class="run-fill" cx="${end}" cy="${y(success)}" r="4"/>${words(second.top, success, 'attack works', 'run')}`)}`;
}

/** How high a count stands above its bar, in the drawing's units. */
const COUNT_HEIGHT = 18;

/** Ten bars: what the triggered images are read as; ticks say how many of them without the trigger. */
export function drawReadAs(outcome: PoisonOutcome, width: number): Part | undefined {
  const { attack, readAs, unmarked, tested } = outcome;
  if (!attack) return undefined;
  // Without a trigger the two counts are the same.
  const isPlain = attack.kind === 'flip' || attack.kind === 'none';
  const floor = 126;
  const y = linear([0, Math.max(1, ...readAs, ...unmarked)], [floor, 10]);
  const step = width / 10;
  const middle = (digit: number): number => (digit + 0.5) * step;
  const bars = barsPath(readAs.map(y), floor, { left: 0, step, gap: 8 });
  const levels = isPlain ? [] : unmarked;
  const ticks = levels.map((count, digit) =>
    count === 0 ? '' : `M${short(digit * step + 1)} ${short(y(count))}h${short(step - 2)}`,
  );
  // A level that would run through a count lifts it.
  const above = (count: number, level = 0): number =>
    level > count && y(count) - y(level) < COUNT_HEIGHT ? y(level) : y(count);
  const counts = readAs.map(
    (count, digit) =>
      count > 0 &&
      svg`<tspan x="${middle(digit)}" y="${above(count, levels[digit]) - 5}">${hundredths(count / tested)}</tspan>`,
  );
  const body = svg`${later(svg`<path class="run-fill" d="${bars}"/>`)}<path class="sure-line" d="${ticks}"/>
    <g class="axis"><path d="M0 ${floor}H${width}"/><text x="${readAs.map((_, digit) => svg`${middle(digit)} `)}" y="${floor + 17}" text-anchor="middle">${readAs.map((_, digit) => digit)}</text></g>
    ${later(svg`<text class="run" text-anchor="middle">${counts}</text>`)}`;
  const title = `What 100 ${whatIsRead(attack)} are read as`;
  const what = isPlain
    ? 'held-out images, unchanged'
    : 'dashed: the same images without the trigger';
  const note = readAs.length === 0 ? 'not known before it is trained' : what;
  return panel({ title, note }, part(width, floor + 40, body));
}
