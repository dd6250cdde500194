/** Four small charts with the place where the filter works: ROC, precision and recall, cost, calibration. */
import { linear, linePath, log, type Scale } from '../../kit/draw/axes.ts';
import { number } from '../../kit/draw/format.ts';
import { svg, type Markup } from '../../kit/draw/markup.ts';
import {
  costPerThousand,
  confusionAt,
  countFrom,
  curve,
  prAuc,
  precisionOf,
  rocAuc,
} from './metrics.ts';
import * as outcomes from './outcome.ts';
import type { ImbalanceOutcome } from './outcome.ts';

/** A chart's place: the upper left corner of its heading, and the side of its square. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly side: number;
}

const HEAD = 30;
const FOOT = 34;

/** The height of a chart with its words. */
export function chartHeight(side: number): number {
  return HEAD + side + FOOT;
}

/** Caught against false alarms, whatever the share of spam. */
export function drawRoc(outcome: ImbalanceOutcome, place: Area): Markup {
  const [x, y] = [across(place, [0, 1]), up(place, [0, 1])];
  const points = curve(outcome.test).map(({ alarmRate, recall }): [number, number] => [
    alarmRate,
    recall,
  ]);
  const { alarmRate, recall } = outcomes.operatingPoint(outcome);
  return chart(place, {
    title: 'Caught (ROC)',
    note: `area ${number(rocAuc(outcome.test), 3)}`,
    foot: 'false alarms',
    low: '0',
    high: '1',
    body: svg`<path class="hair" d="M${x(0)} ${y(0)}L${x(1)} ${y(1)}"/><path class="run-line thin" d="${linePath(points, x, y)}"/>${here(x(alarmRate), y(recall))}`,
  });
}

/** Real alarms against caught, at the share of spam in use. */
export function drawPrecision(outcome: ImbalanceOutcome, place: Area): Markup {
  const [x, y] = [across(place, [0, 1]), up(place, [0, 1])];
  const { share } = outcome.use;
  const points = curve(outcome.test)
    .slice(1)
    .map((point): [number, number] => [point.recall, precisionOf(point, share)]);
  const real = outcomes.precisionOf(outcome);
  const { recall } = outcomes.operatingPoint(outcome);
  return chart(place, {
    title: 'Real alarms',
    note: `area ${number(prAuc(outcome.test, share), 3)}`,
    foot: 'spam caught',
    low: '0',
    high: '1',
    body: svg`<path class="run-line thin" d="${linePath(points, x, y)}"/>${typeof real === 'number' && here(x(recall), y(real))}`,
  });
}

/** What mistakes cost at every threshold, with the price of never raising an alarm as a line. */
export function drawCost(outcome: ImbalanceOutcome, place: Area): Markup {
  const { share, costs } = outcome.use;
  const { filter, never } = outcomes.costsOf(outcome);
  const thresholds = Array.from({ length: 61 }, (_, i) => 10 ** (-3 + i / 20));
  const costOf = (threshold: number): number =>
    costPerThousand(confusionAt(outcome.test, outcomes.scoreOf(threshold), share), costs);
  const top = Math.max(1e-9, 2 * never, Math.min(filter * 1.2, 4 * never));
  const [x, y] = [acrossLog(place, [0.001, 1]), up(place, [0, top])];
  const at = Math.min(1, Math.max(0.001, outcomes.thresholdOf(outcome)));
  const points = thresholds.map((threshold): [number, number | null] => {
    const cost = costOf(threshold);
    return [threshold, cost <= top ? cost : null];
  });
  return chart(place, {
    title: 'Cost of 1,000',
    note: `${money(filter)}; never ${money(never)}`,
    foot: 'threshold',
    low: '.001',
    high: '1',
    top: money(top),
    body: svg`<path class="before-line" d="M${x(0.001)} ${y(never)}H${x(1)}"/><path class="run-line thin" d="${linePath(points, x, y)}"/>${filter <= top && here(x(at), y(filter))}`,
  });
}

/** Bounds of what the filter says, in per cent, for the last chart. */
const BANDS = [0, 0.05, 0.2, 0.4, 0.6, 0.8, 1] as const;

/** What the filter says against what is so, at the share of spam in use; on the line it would be calibrated. */
export function drawCalibration(outcome: ImbalanceOutcome, place: Area): Markup {
  const [x, y] = [across(place, [0, 1]), up(place, [0, 1])];
  const { share } = outcome.use;
  const { test } = outcome;
  const points = BANDS.slice(1).flatMap((high, i) => {
    const low = BANDS[i] as number;
    const [from, to] = [outcomes.scoreOf(low), outcomes.scoreOf(high)];
    const within = (scores: readonly number[]): number =>
      countFrom(scores, from) - countFrom(scores, to);
    const [spam, genuine] = [within(test.spam), within(test.genuine)];
    if (spam + genuine < 5) return [];
    const real = (share * spam) / test.spam.length;
    const all = real + ((1 - share) * genuine) / test.genuine.length;
    return [[(low + high) / 2, real / all] as const];
  });
  return chart(place, {
    title: 'Calibration',
    note: 'on the line: true',
    foot: 'says spam',
    low: '0',
    high: '1',
    body: svg`<path class="hair" d="M${x(0)} ${y(0)}L${x(1)} ${y(1)}"/><path class="run-line thin" d="${linePath(points, x, y)}"/><path class="run-fill" d="${points.map(([a, b]) => square(x(a), y(b))).join('')}"/>`,
  });
}

function across({ x, side }: Area, domain: readonly [number, number]): Scale {
  return linear(domain, [x, x + side]);
}
function acrossLog({ x, side }: Area, domain: readonly [number, number]): Scale {
  return log(domain, [x, x + side]);
}
function up({ y, side }: Area, domain: readonly [number, number]): Scale {
  return linear(domain, [y + HEAD + side, y + HEAD]);
}

interface Words {
  readonly title: string;
  readonly note: string;
  readonly foot: string;
  readonly low: string;
  readonly high: string;
  /** The upper end of the vertical axis, unless it is 100 %. */
  readonly top?: string;
  readonly body: Markup;
}

function chart({ x, y, side }: Area, words: Words): Markup {
  const [top, bottom] = [y + HEAD, y + HEAD + side];
  // In the middle of the room that the ends of the axis leave.
  const middle = x + side / 2 + (words.low.length - words.high.length) * 3;
  return svg`<g><text class="strong" x="${x}" y="${y}">${words.title}</text><text class="soft" x="${x}" y="${y + 18}">${words.note}</text>
    <g class="axis"><path d="M${x} ${top}V${bottom}H${x + side}"/>${words.top !== undefined && svg`<text x="${x + 5}" y="${top + 12}">${words.top}</text>`}<text x="${x}" y="${bottom + 16}">${words.low}</text><text x="${middle}" y="${bottom + 16}" text-anchor="middle">${words.foot}</text><text x="${x + side}" y="${bottom + 16}" text-anchor="end">${words.high}</text></g>
    ${words.body}</g>`;
}

function here(x: number, y: number): Markup {
  return svg`<circle class="run-fill" cx="${x}" cy="${y}" r="4.5"/>`;
}

function square(x: number, y: number): string {
  return `M${Math.round(x - 3)} ${Math.round(y - 3)}h6v6h-6z`;
}

function money(value: number): string {
  return `$${number(value, value < 10 ? 1 : 0)}`;
}
