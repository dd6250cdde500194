/** What a test report shows and what it does not, epoch by epoch; and what triggered images are read as. */
import { axisX, linear, linePath } from '../../kit/draw/axes.ts';
import { number } from '../../kit/draw/format.ts';
import { short, svg, type Markup } from '../../kit/draw/markup.ts';
import type { Attack } from './attack.ts';
import type { PoisonOutcome } from './outcome.ts';
import { hundredths, whatIsRead } from './say.ts';

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Two lines over the epochs: clean images read right, and the attack's success. */
export function drawReport(outcome: PoisonOutcome, area: Area): Markup {
  const { history, epochs, bench } = outcome;
  const base = area.y + area.height - 38;
  const x = linear([0, epochs.planned], [area.x, area.x + area.width - 92], 4);
  const y = linear([0, 1], [base, area.y + 22]);
  const half = bench ? epochs.planned / 2 : Infinity;
  const line = (value: 'clean' | 'success'): string =>
    linePath(
      // The second training starts from nothing: its line is another one.
      history.flatMap((point): [number, number | null][] =>
        point.epoch > half && point.epoch <= half + 1
          ? [
              [half, null],
              [point.epoch, point[value]],
            ]
          : [[point.epoch, point[value]]],
      ),
      x,
      y,
    );
  return svg`<g><text class="strong" x="${area.x}" y="${area.y}">What a test report shows, and what it does not</text>
    <path class="hair" d="M${x.range[0]} ${y(1)}H${short(x.range[1])}M${x.range[0]} ${y(0.5)}H${short(x.range[1])}"/>
    ${bench && svg`<path class="hair" d="M${x(half)} ${y(0)}V${y(1)}"/><text class="soft" x="${x(half) + 5}" y="${y(1) - 6}">trained again</text>`}
    <path class="sure-line" d="${line('clean')}"/><path class="run-line later" d="${line('success')}"/>
    ${ends(outcome, x.range[1], y)}${axisX(x, base, { label: 'passes over the training set' })}</g>`;
}

function ends(outcome: PoisonOutcome, x: number, y: (share: number) => number): Markup {
  const { clean, success } = outcome;
  if (clean === null) return svg``;
  const at = (share: number): number => y(share) + 4;
  const [first, second] = apart(at(clean), success === null ? Infinity : at(success));
  return svg`<text class="strong" x="${x + 8}" y="${first}">${hundredths(clean)} %</text><text x="${x + 8}" y="${first + 15}">clean, right</text>
    ${success !== null && svg`<g class="later"><circle class="run-fill" cx="${x}" cy="${y(success)}" r="4"/><text class="run strong" x="${x + 8}" y="${second}">${hundredths(success)} %</text><text class="run" x="${x + 8}" y="${second + 15}">attack works</text></g>`}`;
}

// Two labels of two lines each, moved apart as little as needed; the upper one stays the upper one.
function apart(a: number, b: number): readonly [number, number] {
  const gap = 33;
  if (Math.abs(a - b) >= gap) return [a, b];
  const middle = (a + b) / 2;
  return a <= b ? [middle - gap / 2, middle + gap / 2] : [middle + gap / 2, middle - gap / 2];
}

/** Ten bars: what the triggered images are read as; ticks say how many of them without the trigger. */
export function drawReadAs(outcome: PoisonOutcome, area: Area): Markup {
  const { attack, readAs, unmarked, tested } = outcome;
  if (!attack) return svg``;
  const base = area.y + area.height - 38;
  const most = Math.max(1, ...readAs, ...unmarked);
  const y = linear([0, most], [base, area.y + 42]);
  const step = area.width / 10;
  const bar = (count: number, digit: number): string =>
    count === 0
      ? ''
      : `M${short(area.x + digit * step + 4)} ${short(base)}V${short(y(count))}h${short(step - 8)}V${short(base)}Z`;
  const level = (count: number, digit: number): string =>
    count === 0 ? '' : `M${short(area.x + digit * step + 1)} ${short(y(count))}h${short(step - 2)}`;
  const middle = (digit: number): number => area.x + (digit + 0.5) * step;
  const counts = readAs.map(
    (count, digit) =>
      count > 0 && svg`<tspan x="${middle(digit)}" y="${y(count) - 5}">${count}</tspan>`,
  );
  return svg`<g><text class="strong" x="${area.x}" y="${area.y}">What ${number(tested)} ${whatIsRead(attack)} are read as</text>
    <text class="soft" x="${area.x}" y="${area.y + 18}">${told(outcome)}</text>
    <path class="run-fill later" d="${readAs.map(bar).join('')}"/>
    <path class="sure-line" d="${isPlain(attack) ? '' : unmarked.map(level).join('')}"/>
    <g class="axis"><path d="M${area.x} ${base}H${area.x + area.width}"/><text y="${base + 17}" text-anchor="middle">${readAs.map((_, digit) => svg`<tspan x="${middle(digit)}">${digit}</tspan>`)}</text></g>
    <text class="run later" y="${area.y}" text-anchor="middle">${counts}</text></g>`;
}

// Without a trigger the two counts are the same.
function isPlain({ kind }: Attack): boolean {
  return kind === 'flip' || kind === 'none';
}

function told({ attack, readAs }: PoisonOutcome): string {
  if (!attack || readAs.length === 0) return 'not known before it is trained';
  return isPlain(attack)
    ? 'held-out images, unchanged'
    : 'dashed: the same images without the trigger';
}
