/** A spread as a drawing: lines on common axes, each named at its end. */
import { axisX, axisY, linear, linePath, log, scaleOver, type Scale } from '../draw/axes.ts';
import { lineNames, type LineEnd } from '../draw/line-labels.ts';
import { setting } from '../draw/format.ts';
import { ownUnit } from '../contract/own-unit.ts';
import type { Drawing } from '../draw/drawing.ts';
import { short, svg, type Markup } from '../draw/markup.ts';
import {
  spreadsByFactors,
  spreadValues,
  type NumberParam,
  type Table,
} from '../contract/params.ts';
import { saySpread } from './say.ts';
import { overSeeds, presentLine, type SpreadPoint, type SpreadView } from './spread.ts';
import { signAt } from '../draw/symbols.ts';
import { widthOf } from '../draw/text-width.ts';
import type { AnyWidget, Layout } from '../contract/widget.ts';
import { POINTS } from '#words/widgets/kit/words/language';
import { SPREAD_WORDS } from '#words/widgets/kit/words/spread-words';

type Pair = readonly [number, number | null];

/** One line ready to be drawn: y in the unit of the axis. */
interface DrawnLine extends LineEnd {
  readonly points: readonly Pair[];
  readonly look: string;
}

/** The lines on their axes: the present one in the reader's colour, a pinned one dashed, a prediction dotted. */
export function drawSpread(widget: AnyWidget, view: SpreadView, layout: Layout): Drawing {
  const param = (widget.params as Table)[view.param] as NumberParam;
  const measure = widget.measures[view.measure];
  const factor = measure?.unit === 'share' ? 100 : 1;
  const lines = drawnLines(view, factor);
  const band = view.by === 'seed' ? bandOf(view, factor) : [];
  const width = layout === 'wide' ? 680 : 320;
  const height = layout === 'wide' ? 260 : 220;
  const named = lines.filter(({ name }) => name !== '');
  const aside = named.length > 1 ? lineNames.room(named, layout) : 14;
  const all = lines.flatMap(({ points }) => points);
  const x = xScale(param, [52, width - aside]);
  const y = yScale(all, [height - 44, 30], measure?.unit === 'share');
  const shares = measure?.isDifference ? POINTS : '%';
  const unit = measure?.unit === 'share' ? shares : measure?.unit;
  const along = ownUnit(param);
  const title = `${measure?.label ?? view.measure}${unit ? `, ${unit}` : ''}`;
  const here = Number(view.settings[view.param]);
  const family = view.by === 'seed' ? undefined : (widget.params as Table)[view.by ?? '']?.label;
  // Over the names stands what they are values of, where there is room for it.
  const isRoom = family && widthOf(title + family) < width - 30;
  const body = svg`
    ${axisX(x, height - 44, { label: along ? `${param.label}, ${along}` : param.label, format: (value) => setting(value, param) })}
    ${axisY(y, 52, { label: title })}
    ${isRoom && svg`<text class="soft" x="${width}" y="20" text-anchor="end">${family}</text>`}
    ${band.length > 1 && svg`<path class="band" d="${bandPath(band, x, y)}"/>`}
    <path class="hair" d="M${x(here)} 26V${height - 44}"/>
    ${lines.map((line) => oneLine(line, x, y))}
    ${named.length > 1 && lineNames.draw(named, { x, y, layout, bottom: height - 44 })}
    ${present(view, factor).map(([px, py]) => py !== null && svg`<circle class="run-fill" cx="${x(px)}" cy="${y(py)}" r="${px === here ? 5 : 3}"/>`)}`;
  const label = saySpread(widget, view);
  return { width, height, label, body, ...(view.isStale && { look: 'stale' }) };
}

function present(view: SpreadView, factor: number): readonly Pair[] {
  return pairs(presentLine(view)?.points ?? [], view.measure, factor);
}

/** Every line, the present one on top of the others. */
function drawnLines(view: SpreadView, factor: number): readonly DrawnLine[] {
  const isSeeds = view.by === 'seed';
  const { measure } = view;
  let others = 0;
  const lines = view.lines.map(({ role, label, points: known }): DrawnLine => {
    const points = pairs(known, measure, factor);
    const end = points.findLast(([, value]) => value !== null);
    if (role === 'pinned') return { name: label, look: 'pinned-line', points, end };
    if (role === 'now') {
      const isOne = view.by === undefined;
      const look = isSeeds ? 'run-line thin' : 'run-line';
      return { name: isOne ? label : SPREAD_WORDS.lineNow(label), look, points, end, isNow: true };
    }
    if (isSeeds) return { name: '', look: 'seed-line', points, end };
    others += 1;
    return { name: label, look: `cat-line cat-${others}`, points, end, sign: others };
  });
  if (isSeeds) lines.push(meanLine(view, factor));
  const guess = (view.prediction ?? []).map(({ x, y }): Pair => [x, y * factor]);
  const end = guess.at(-1);
  if (end)
    lines.push({ name: SPREAD_WORDS.curveGuess, look: 'prediction-line', points: guess, end });
  return [...lines.filter((line) => !line.isNow), ...lines.filter((line) => line.isNow)];
}

function meanLine(view: SpreadView, factor: number): DrawnLine {
  const points = overSeeds(view).map(({ x, mean }): Pair => [
    x,
    mean === null ? null : mean * factor,
  ]);
  const count = view.lines.filter(({ role }) => role !== 'pinned').length;
  const end = points.findLast(([, value]) => value !== null);
  return { name: SPREAD_WORDS.meanOfSeeds(count), look: 'mean-line', points, end };
}

function oneLine({ points, look, sign }: DrawnLine, x: Scale, y: Scale): Markup {
  const line = svg`<path class="${look}" d="${linePath(points, x, y)}"/>`;
  if (sign === undefined) return line;
  const signs = points.flatMap(([px, py]) => (py === null ? [] : [signAt(sign, x(px), y(py))]));
  return svg`${line}<path class="cat-${sign}" d="${signs.join('')}"/>`;
}

function pairs(points: readonly SpreadPoint[], measure: string, factor: number): Pair[] {
  return points.map(({ x, run }) => {
    const y = run.measures[measure] ?? null;
    return [x, y === null ? null : y * factor];
  });
}

type Between = readonly [x: number, low: number, high: number];

function bandOf(view: SpreadView, factor: number): readonly Between[] {
  return overSeeds(view)
    .filter(({ count }) => count > 0)
    .map(({ x, low, high }) => [x, low * factor, high * factor]);
}

function bandPath(band: readonly Between[], x: Scale, y: Scale): string {
  const at = (px: number, py: number): string => `${short(x(px))} ${short(y(py))}`;
  const over = band.map(([px, , high]) => at(px, high));
  const under = band.map(([px, low]) => at(px, low)).reverse();
  return `M${[...over, ...under].join('L')}Z`;
}

/** Over all the values from the start: a curve that grows must not change its axis. */
function xScale(param: NumberParam, range: readonly [number, number]): Scale {
  const values = spreadValues(param);
  const isLog = spreadsByFactors(param, values);
  return scaleOver(values, range, { isLog, count: range[1] > 400 ? 7 : 4 });
}

function yScale(
  points: readonly Pair[],
  range: readonly [number, number],
  isShare: boolean,
): Scale {
  const values = points.flatMap(([, value]) => (value === null ? [] : [value]));
  const low = Math.min(...values, Number.POSITIVE_INFINITY);
  const high = Math.max(...values, Number.NEGATIVE_INFINITY);
  if (!Number.isFinite(low)) return linear([0, 1], range);
  // A share has its whole; a quantity may run over powers of ten.
  if (!isShare && low > 0 && high / low > 40) return log([low * 0.8, high * 1.1], range);
  return linear([Math.min(0, low), high * 1.05 || 1], range, 4);
}
