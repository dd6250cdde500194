/** The jar as a picture: latencies from fast to slow, one dot a row, and pages that wait for the slowest of their calls. */
import { axisX, axisY, linear, log, type Scale } from '../kit/axes.ts';
import { dotsPath, stacked } from '../kit/dots.ts';
import { number } from '../kit/format.ts';
import { marks, ROW, type Mark } from '../kit/marks.ts';
import { svg, type Markup } from '../kit/markup.ts';
import type { Room } from '../kit/widget.ts';
import type { JarOutcome } from './model.ts';
import type { JarSettings } from './params.ts';
import { ms } from './say.ts';

const TOP = 24;
const CLIMB = 150;
const PAGES = 96;

/** Draws the jar for a page or a phone. */
export function draw(settings: JarSettings, outcome: JarOutcome, room: Room): Markup {
  const width = room === 'wide' ? 680 : 320;
  const x = across(outcome, width);
  const list = marksOf(settings, outcome, room);
  const floor = TOP + list.length * ROW + 34 + CLIMB;
  const pages = outcome.pages.length > 0 && pagesPanel(settings, outcome, room, x, floor + 52);
  const height = floor + 42 + (pages ? PAGES + 60 : 0);
  return svg`<svg viewBox="0 0 ${width} ${height}" class="figure" role="img" aria-label="${described(outcome)}">
    ${climb(outcome, room, x, floor, list)}${pages}</svg>`;
}

function described(outcome: JarOutcome): string {
  return `${number(outcome.count)} latencies from fast to slow; the mean of ${ms(outcome.mean)} lies above all but ${number(outcome.slowerThanMean)} of them.`;
}

/** A straight axis where latencies are alike, a logarithmic one where one of them dwarfs the rest. */
function across(outcome: JarOutcome, width: number): Scale {
  const low = outcome.shown[0] as number;
  const high = Math.max(outcome.shown.at(-1) as number, outcome.p99, outcome.fanOutMedian);
  const range = [40, width - 10] as const;
  if (high / low > 3) return log([low / 1.4, high * 1.1], range);
  const margin = Math.max(0.5, (high - low) * 0.08);
  return linear([Math.max(0, low - margin), high + margin], range, width > 400 ? 6 : 4);
}

function marksOf(settings: JarSettings, outcome: JarOutcome, room: Room): Mark[] {
  const page: Mark[] =
    settings.fanOut > 1
      ? [
          {
            value: outcome.fanOutMedian,
            text: `median page ${ms(outcome.fanOutMedian)}`,
            look: 'dashed',
          },
        ]
      : [];
  const percentiles =
    room === 'wide' ? (['p50', 'p90', 'p95', 'p99'] as const) : (['p50', 'p90', 'p99'] as const);
  return [
    { value: outcome.mean, text: `mean ${ms(outcome.mean)}`, look: 'run' },
    ...together(percentiles.map((name) => ({ name, value: outcome[name] }))),
    ...page,
  ];
}

/** Percentiles with the same value share one mark: p95, p99 3,000 ms. */
function together(list: readonly { name: string; value: number }[]): Mark[] {
  const values = [...new Set(list.map((one) => one.value))];
  return values.map((value) => {
    const names = list.filter((one) => one.value === value).map((one) => one.name);
    return { value, text: `${names.join(', ')} ${ms(value)}`, later: true };
  });
}

/** One dot a row, the fastest lowest: the height of a dot is the share of requests done by then. */
function climb(
  outcome: JarOutcome,
  room: Room,
  x: Scale,
  floor: number,
  list: readonly Mark[],
): Markup {
  const { shown, count } = outcome;
  const step = CLIMB / shown.length;
  const r = Math.max(2.5, Math.min(6, step / 2 - 0.5));
  const dots = shown.map((value, i) => [x(value), floor - (i + 0.5) * step] as const);
  const few = count <= 20;
  const y = linear([0, few ? count : 100], [floor, floor - CLIMB], few ? Math.min(count, 5) : 4);
  const named = room === 'wide' ? 'requests done' : 'done';
  const what = few ? named : `${named}, %`;
  const right =
    count === shown.length ? 'each dot: one request' : 'each dot: one request in a hundred';
  const top = TOP - 4;
  return svg`<text x="0" y="14" class="strong">${number(count)} ${count === 1 ? 'request' : 'requests'}, fast to slow</text>
    <text x="${x.range[1] + 10}" y="14" text-anchor="end" class="soft">${room === 'wide' || count === shown.length ? right : 'a dot: 1 in 100'}</text>
    ${marks(list, x, top, floor)}
    <path class="run-fill" d="${dotsPath(dots, r)}"/>
    ${axisY(y, 40, { label: what })}${axisX(x, floor, { label: 'latency in ms' })}`;
}

function pagesPanel(
  settings: JarSettings,
  outcome: JarOutcome,
  room: Room,
  x: Scale,
  top: number,
): Markup {
  const r = room === 'wide' ? 4 : 3;
  const base = top + 24 + PAGES;
  const dots = stacked(outcome.pages.map(x), { r, base, height: PAGES });
  const each =
    room === 'wide'
      ? `each waits for the slowest of ${settings.fanOut} calls`
      : `slowest of ${settings.fanOut} calls`;
  return svg`<text x="0" y="${top + 14}" class="strong">A hundred pages</text>
    <text x="${x.range[1] + 10}" y="${top + 14}" text-anchor="end" class="soft">${each}</text>
    <path class="run-fill" d="${dotsPath(dots, r)}"/>
    ${axisX(x, base, { label: 'time of the page in ms' })}`;
}
