/** How long requests took: a hundred dots, each for one request in a hundred; or, without end, how the waits grow. */
import { axisX, axisY, linear } from '../../kit/draw/axes.ts';
import { dotsPath, stacked } from '../../kit/draw/dots.ts';
import { number } from '../../kit/draw/format.ts';
import { marks, ROW, type Mark } from '../../kit/draw/marks.ts';
import { svg, type Markup } from '../../kit/draw/markup.ts';
import type { Latencies } from '../../shared/queue/summary.ts';
import type { Layout, View } from '../../kit/contract/widget.ts';
import type { BenchOutcome } from './model.ts';
import type { BenchSettings } from './params.ts';
import { ms } from './say.ts';
import { sceneAt } from './timeline.ts';

interface Area {
  readonly width: number;
  readonly top: number;
}
interface Panel {
  readonly markup: Markup;
  readonly height: number;
}

const STACK = 108;

/** The lower panel of a queue that has an end. */
export function latencyPanel(
  settings: BenchSettings,
  latencies: Latencies,
  layout: Layout,
  { width, top }: Area,
): Panel {
  const slowest = Math.max(latencies.dots[99] as number, latencies.p99.value);
  const level = settings.serviceLevel;
  // The level belongs in the picture when it is near; far away it would squeeze the dots into a corner.
  const reach = level < 1.7 * slowest ? Math.max(level, slowest) : slowest;
  const r = layout === 'wide' ? 4 : 3;
  const x = linear([0, reach * 1.06], [1, width - r - 1], layout === 'wide' ? 7 : 4);
  const base = top + 36 + 3 * ROW + STACK;
  const dots = stacked(latencies.dots.map(x), { r, base, height: STACK });
  const markup = svg`<text x="0" y="${top + 14}" class="strong">How long they took</text>
    <text x="${width}" y="${top + 14}" text-anchor="end" class="soft">${layout === 'wide' ? 'each dot: one request in a hundred' : 'each dot: 1 in 100'}</text>
    ${marks(marksOf(latencies, level), x, top + 26, base)}
    <path class="run-fill" d="${dotsPath(dots, r)}"/>
    ${axisX(x, base, { label: 'latency in ms' })}`;
  return { markup, height: base - top + 40 };
}

function marksOf(latencies: Latencies, level: number): Mark[] {
  const { p50, p99, within } = latencies;
  // Rounding must not turn nearly all into all.
  const kept = number(Math.floor(within * 1000) / 10, within > 0.98 && within < 1 ? 1 : 0);
  return [
    { value: p50, text: `half within ${ms(p50)} (p50)` },
    { value: p99.value, text: `99 of 100 within ${ms(p99.value)} (p99)` },
    {
      value: level,
      text: `service level ${number(level)} ms: ${kept} % keep it`,
      look: 'dashed',
      later: true,
    },
  ];
}

/** The lower panel of a queue without end: the latency of each request against when it came. */
export function growthPanel(
  settings: BenchSettings,
  outcome: BenchOutcome,
  { layout, moment }: View,
  { width, top }: Area,
): Panel {
  const { slice } = outcome;
  const { now } = sceneAt(outcome, slice, moment);
  const points = slice.requests.flatMap((request) => {
    const batch = slice.batches[request.batch];
    return batch ? [[request.arrival - slice.from, batch.finish - request.arrival] as const] : [];
  });
  const base = top + 40 + STACK + ROW;
  const most = Math.max(1, ...points.map(([, latency]) => latency));
  const x = linear([0, slice.to - slice.from], [46, width - 6], layout === 'wide' ? 7 : 4);
  const y = linear([0, most * 1.05], [base, top + 46], 4);
  const excess = settings.arrivals - outcome.capacity;
  const text =
    excess > 0
      ? `${number(excess, excess < 10 ? 1 : 0)} more a second come than can be served`
      : 'as many come as can be served: no slack';
  const markup = svg`<text x="0" y="${top + 14}" class="strong">The queue has no end</text>
    ${layout === 'wide' && svg`<text x="${width}" y="${top + 14}" text-anchor="end" class="soft">${text}</text>`}
    ${axisY(y, 46, { label: 'latency in ms' })}${axisX(x, base, { label: 'came after, in ms' })}
    <path class="run-fill" d="${dotsPath(
      points.filter(([after]) => after <= now - slice.from).map(([a, b]) => [x(a), y(b)] as const),
      3,
    )}"/>`;
  return { markup, height: base - top + 40 };
}
