/** The chart: sizes against dates, on a logarithmic or a straight scale, and the line through a span of them. */
import { axisX, linear, log, type Scale } from '../../kit/draw/axes.ts';
import { number } from '../../kit/draw/format.ts';
import type { Drawing } from '../../kit/draw/drawing.ts';
import { later, svg, type Markup } from '../../kit/draw/markup.ts';
import type { Layout, View } from '../../kit/contract/widget.ts';
import { endOf, lineBoxes, nameOf, trend } from './figure-line.ts';
import { placesOf, type Plot, type Taken } from './figure-places.ts';
import { key, marksOf, points } from './figure-points.ts';
import type { SizesOutcome } from './model.ts';
import { FIRST_YEAR, LAST_YEAR, type SizesSettings } from './params.ts';
import { great } from './say.ts';

/** The top of the logarithmic scale: a hundred trillion. */
const TOP = 1e14;

/** Draws the chart for a page or a phone. */
export function draw(settings: SizesSettings, outcome: SizesOutcome, { layout }: View): Drawing {
  const plot = plotOf(settings, outcome, layout);
  const { width, x, y } = plot;
  const floor = y.range[0];
  const taken: Taken = {
    marks: placesOf(outcome.shown, plot),
    line: lineBoxes(settings, outcome.line, plot),
    words: [],
  };
  const end = endOf(settings, outcome, plot, taken);
  const name = outcome.line && nameOf(settings, outcome, outcome.line, plot, taken);
  const body = svg`
    ${key(plot, outcome)}${spanOf(settings, plot)}${axisX(x, floor, { label: 'date of publication', format: String })}${axisSize(plot)}
    ${outcome.line && later(trend(settings, outcome.line, plot))}
    ${points(settings, outcome, plot, taken)}
    ${outcome.line && later(name, end)}`;
  const label = told(settings, outcome);
  const still = svg`${spanOf(settings, plot)}<g class="axis"><path d="M${x.range[0]} ${floor}H${x.range[1]}"/></g>${outcome.line && trend(settings, outcome.line, plot)}${marksOf(outcome, plot)}`;
  return { width, height: floor + 68, label, body, still: { body: still, y: 54, height: 236 } };
}

function told({ scale, from, to }: SizesSettings, { shown, count }: SizesOutcome): string {
  const how = scale === 'log' ? 'logarithmic' : 'straight';
  return `${number(shown.length)} data sets by date and size, on a ${how} scale; the line goes through the ${number(count)} of ${from} to ${to}. The table lists them all.`;
}

function plotOf(settings: SizesSettings, outcome: SizesOutcome, layout: Layout): Plot {
  const wide = layout === 'wide';
  const width = wide ? 680 : 320;
  const floor = wide ? 372 : 320;
  const end = Math.max(LAST_YEAR, settings.until) + 1;
  const far = settings.scale === 'log' && carriedTo(outcome) > TOP;
  const x = linear([FIRST_YEAR, end], [wide ? 84 : far ? 58 : 46, width - 12], wide ? 8 : 4);
  return { layout, width, x, y: scaleOf(settings, outcome, [floor, 56]) };
}

function carriedTo({ forecast }: SizesOutcome): number {
  return typeof forecast === 'number' ? forecast : 0;
}

/** The logarithmic scale stays the same from run to run; the straight one fits what is shown. */
function scaleOf(
  { scale }: SizesSettings,
  outcome: SizesOutcome,
  range: readonly [number, number],
): Scale {
  const carried = carriedTo(outcome);
  if (scale === 'log') return log([1e8, carried > TOP ? 100 * TOP : TOP], range);
  const most = Math.max(1e9, ...outcome.shown.map((set) => set.size));
  return linear([0, Math.max(most, Math.min(carried, 2 * most)) * 1.08], range, 4);
}

function axisSize({ layout, x, y }: Plot): Markup {
  const [at] = x.range;
  const written = (tick: number): string => {
    if (tick === 0) return '0';
    return layout === 'wide'
      ? great(tick)
      : great(tick).replace(/ (.)\w+$/, (_, first: string) => ` ${first.toUpperCase()}`);
  };
  const label =
    layout === 'wide'
      ? 'Training data in words or tokens'
      : 'Words or tokens (M, B, T: million, billion, trillion)';
  return svg`<g class="axis">${y.ticks.map(
    (tick) =>
      svg`<path d="M${at} ${y(tick)}h-4"/><text x="${at - 8}" y="${y(tick) + 4}" text-anchor="end">${written(tick)}</text>`,
  )}<text class="axis-label" x="0" y="${y.range[1] - 14}">${label}</text></g>`;
}

/** The years that the line rests on, as a bar on the axis between two hairlines. */
function spanOf({ from, to }: SizesSettings, { x, y }: Plot): Markup | false {
  if (from > to) return false;
  const [left, right] = [x(from), x(to + 1)];
  const [floor, top] = y.range;
  return svg`<path class="hair" d="M${left} ${top}V${floor}M${right} ${top}V${floor}"/>
    <path class="run-line" d="M${left} ${floor}H${right}"/>`;
}
