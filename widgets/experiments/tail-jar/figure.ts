/** The jar as a picture: latencies from fast to slow, one dot a row, and pages that wait for the slowest of their calls. */
import { dotsPath, stacked } from '../../kit/draw/dots.ts';
import type { Drawing } from '../../kit/draw/drawing.ts';
import { keptExtent, type Extent } from '../../kit/draw/extent.ts';
import { number } from '../../kit/draw/format.ts';
import { svg } from '../../kit/draw/markup.ts';
import { main, panel } from '../../kit/draw/panel.ts';
import { below, drawing, WIDTH, type Part } from '../../kit/draw/part.ts';
import { plot, type Axis } from '../../kit/draw/plot.ts';
import type { Layout, SeenRun, View } from '../../kit/contract/widget.ts';
import { axisOf, CLIMB, jarPlot } from './frame.ts';
import type { Jar, JarOutcome, Rates } from './model.ts';
import { listOf, type JarSettings } from './params.ts';
import { ms, rate } from './say.ts';
import { climb } from './figure-climb.ts';
import { editable } from './edit.ts';

type Seen = View<JarSettings, JarOutcome>;
type JarRun = SeenRun<JarSettings, JarOutcome>;
const PAGES = 96;

/** Draws the jar for a page or a phone. */
export function draw(settings: JarSettings, outcome: JarOutcome, view: Seen): Drawing {
  const { layout } = view;
  const { jar } = outcome;
  if (!jar) return endless(settings, outcome.queue, layout);
  const [axis, keepsAxes] = axisFor({ settings, outcome }, view);
  const [climbing, still] = climb(settings, jar, axis, view);
  const pages = jar.pages.length > 0 && pagesPanel(settings, jar, axis, layout);
  const stands = { body: still, y: 80, height: CLIMB + 60 };
  return { ...drawing(below(10, main(climbing), pages), described(jar), stands), keepsAxes };
}

/** From the fastest to the slowest of what is shown. */
function extentOf({ settings, outcome: { jar } }: JarRun, held?: JarSettings): Extent | undefined {
  const list = held && listOf(held);
  if (list) return [Math.min(...list), Math.max(...list)];
  if (!jar) return undefined;
  const slowest = jar.shown.at(-1) as number;
  // What is edited by hand has the axis that the hand aims at.
  const most =
    editable(settings).length > 0 ? slowest : Math.max(slowest, jar.p99, jar.fanOutMedian);
  return [jar.shown[0] as number, most];
}

/** The axis of a run, and whether it is kept: while a dot is dragged, that of the settings it was taken from; of a queue's log, that of the run before. */
function axisFor(
  run: JarRun,
  { layout, held, axes }: Seen,
): readonly [axis: Axis, isKept: boolean] {
  const values = extentOf(run, held) as Extent;
  const fresh = axisOf(values, layout);
  const before = axes && editable(run.settings).length === 0 ? extentOf(axes) : undefined;
  const kept = before && axisOf(before, layout);
  const isKept = kept && keptExtent(values, fresh.extent, kept.extent, kept.isLog) === kept.extent;
  return isKept ? [kept, true] : [fresh, false];
}

/** What the dots show by themselves: the mean is for the sentence, which a page may keep back. */
function described({ count, shown }: Jar): string {
  const [fast, slow] = [ms(shown[0] as number), ms(shown.at(-1) as number)];
  return count === 1
    ? `One latency of ${fast}.`
    : `${number(count)} latencies from fast to slow, from ${fast} to ${slow}.`;
}

function endless(settings: JarSettings, { arrivals, capacity }: Rates, layout: Layout): Drawing {
  const spec = jarPlot(settings, axisOf([10, 1000], layout), layout);
  const words = [
    `${rate(arrivals)} a second come, ${rate(capacity)} can be served:`,
    'each waits longer than the one before.',
  ];
  const drawn = plot(spec, ({ floor }) => {
    const [x, y] = [spec.width / 2, floor - CLIMB / 2];
    const lines = words.map((line, i) => svg`<tspan x="${x}" y="${y + 20 * i}">${line}</tspan>`);
    return svg`<text text-anchor="middle">${lines}</text>`;
  });
  const label = 'An empty jar: a queue without end has no percentiles.';
  return drawing(main(panel({ title: 'An empty jar' }, drawn)), label);
}

function pagesPanel({ fanOut }: JarSettings, jar: Jar, axis: Axis, layout: Layout): Part {
  const isWide = layout === 'wide';
  const r = isWide ? 4 : 3;
  const x = { ...axis, label: 'time of the page in ms' };
  const spec = { width: WIDTH[layout], height: PAGES + 40, x, left: 40, right: 18 };
  const drawn = plot(spec, ({ x: at, floor }) => {
    const dots = stacked(jar.pages.map(at), { r, base: floor, height: PAGES });
    return svg`<path class="run-fill" d="${dotsPath(dots, r)}"/>`;
  });
  const aside = `${isWide ? 'each waits for the ' : ''}slowest of ${fanOut} calls`;
  return panel({ title: 'A hundred pages', aside }, drawn);
}
