/** The sum that the alarm watches, day by day, and the line at which it rings. */
import { range } from 'd3-array';
import type { Layout, View } from '#kit/contract';
import type { Part, Scale } from '#kit/draw';
import { axisY, later, linear, linePath, number, panel, part, short, svg, TITLE } from '#kit/draw';
import { WIDTH } from '#kit/draw';
import { DAYS_2011 } from './bikes.ts';
import { daysAcross, weeksSeen, weeksTop } from './figure-weeks.ts';
import type { StaleOutcome } from './model.ts';
import { params, type StaleSettings } from './params.ts';

type Seen = View<StaleSettings, StaleOutcome>;

const HEIGHT = { wide: 90, narrow: 58 } as const;
/** So many days stand for one place of the line: the highest of them. */
const TOGETHER = 3;
const TOP = 8;
/** Axes that the sum can stand on. */
const TOPS = [30, 60, 100] as const;
const GRIP = 28;

function up({ threshold }: StaleSettings, layout: Layout): Scale {
  const most = TOPS.find((top) => threshold <= 0.8 * top) ?? 100;
  return linear([0, most], [HEIGHT[layout], TOP], 2);
}

/** Draws it: a line over both years, and a mark for each time it rang. */
export function drawAlarm(settings: StaleSettings, outcome: StaleOutcome, view: Seen): Part {
  const { layout } = view;
  const width = WIDTH[layout];
  const x = daysAcross(view);
  const y = up(view.held ?? settings, layout);
  const { past, seen } = outcome;
  const days = 7 * weeksSeen(outcome, view);
  const [, most] = y.domain;
  const path = (heights: readonly number[], from: number): string =>
    linePath(
      range(0, heights.length, TOGETHER).map((day) => {
        const highest = Math.max(...heights.slice(day, day + TOGETHER));
        return [from + day + TOGETHER / 2, Math.min(most, highest)] as const;
      }),
      x,
      y,
    );
  const seenDays = weeksSeen(outcome, view) === seen.was.length ? seen.heights.length : days;
  const heights = seen.heights.slice(0, seenDays);
  const rings = [
    ...past.rings,
    ...seen.rings.filter((day) => day < seenDays).map((day) => DAYS_2011 + day),
  ];
  const level = Math.max(TOP, y(settings.threshold));
  const [from, to] = x.range;
  const bells = rings
    .map(
      (day) =>
        `M${short(x(day + 0.5))} ${short(level)}m-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0`,
    )
    .join('');
  const told = number(settings.threshold, settings.threshold % 1 ? 1 : 0);
  const grip = svg`<rect data-handle="threshold" role="slider" tabindex="0" aria-label="alarm at" aria-orientation="vertical" aria-valuemin="${params.threshold.min}" aria-valuemax="${params.threshold.max}" aria-valuenow="${String(settings.threshold)}" aria-valuetext="${told}" x="${from}" y="${level - GRIP / 2}" width="${to - from}" height="${GRIP}"/><path class="run-line edit-hint" d="M${to - 13} ${level - 6}l5 -5l5 5m-10 12l5 5l5 -5"/>`;
  const hint = svg`<text class="soft" x="${from + 6}" y="${TOP + 8}"><tspan class="key-hint">↑ ↓ the line</tspan></text>`;
  const base = svg`<g class="axis"><path d="M${from} ${y(0)}H${short(to)}"/></g>`;
  const body = svg`${base}${axisY(y, from, { label: '' })}<path class="hair" d="M${short(x(DAYS_2011))} ${TOP}V${y(0)}"/><path class="before-line thin" d="${path(past.heights, 0)}${path(heights, DAYS_2011)}"/><path class="run-line thin" d="M${from} ${level}H${to}"/><path class="run" d="${bells}"/>${later(grip, hint)}`;
  const title = 'The alarm’s sum';
  const often = (count: number): string =>
    ['never', 'once', 'twice'][count] ?? `${number(count)} times`;
  const aside = `rang ${often(past.rings.length)}, then ${often(seen.rings.length)}`;
  return panel({ title, aside }, part(width, HEIGHT[layout] + 4, body));
}

/** The threshold that a height of the figure stands for. */
export function alarmAt(settings: StaleSettings, y: number, layout: Layout): string {
  const { min, max, step } = params.threshold;
  const value = up(settings, layout).invert(y - weeksTop(layout) - TITLE);
  return String(Math.min(max, Math.max(min, Math.round(value / step) * step)));
}
