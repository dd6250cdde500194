/** The jar as a picture: latencies from fast to slow, one dot a row, and pages that wait for the slowest of their calls. */
import type { Axis, Drawing, Extent, Part } from '#kit/draw';
import { dotPlot, drawing, number, panel, plot, svg, WIDTH } from '#kit/draw';
import type { Layout } from '#kit/contract';
import { rate } from '../../shared/queue/say.ts';
import { climb } from './figure-climb.ts';
import { axisOf, CLIMB, extentOf, jarPlot, type Seen } from './frame.ts';
import type { Jar, JarOutcome, Rates } from './model.ts';
import { listOf, type JarSettings } from './params.ts';
import { ms } from './say.ts';

const PAGES = 96;

/** Draws the jar for a page or a phone. */
export function draw(settings: JarSettings, outcome: JarOutcome, view: Seen): Drawing {
  const { layout } = view;
  const { jar } = outcome;
  if (!jar) return endless(settings, outcome.queue, layout);
  const list = view.held && listOf(view.held);
  const values: Extent = list ? [Math.min(...list), Math.max(...list)] : extentOf(jar);
  const axis = axisOf(values, view, listOf(settings) !== null);
  const [climbing, still] = climb(settings, jar, axis, view);
  const pages = jar.pages.length > 0 ? pagesPanel(settings, jar, axis, layout) : undefined;
  const stands = { body: still, y: 80, height: CLIMB + 60 };
  const further = pages && { whole: pages, label: `The times of a hundred pages.` };
  const axes = { [axis.isLog ? 'log' : 'straight']: axis.extent };
  return { ...drawing(climbing, described(jar), stands, further), axes };
}

/** What the dots show by themselves: the mean is for the sentence, which a page may keep back. */
function described({ count, shown }: Jar): string {
  const [fast, slow] = [ms(shown[0] as number), ms(shown.at(-1) as number)];
  return count === 1
    ? `One latency of ${fast}.`
    : `${number(count)} latencies from fast to slow, from ${fast} to ${slow}.`;
}

function endless(settings: JarSettings, queue: Rates, layout: Layout): Drawing {
  const spec = jarPlot(settings, axisOf([10, 1000], { layout }), layout);
  const words = [
    `${rate(queue.arrivals)} a second come, ${rate(queue.capacity)} can be served:`,
    'each waits longer than the one before.',
  ];
  const drawn = plot(spec, ({ floor }) => {
    const [x, y] = [spec.width / 2, floor - CLIMB / 2];
    const lines = words.map((line, i) => svg`<tspan x="${x}" y="${y + 20 * i}">${line}</tspan>`);
    return svg`<text text-anchor="middle">${lines}</text>`;
  });
  const label = 'An empty jar: a queue without end has no percentiles.';
  return drawing(panel({ title: 'An empty jar' }, drawn), label);
}

function pagesPanel({ fanOut }: JarSettings, jar: Jar, axis: Axis, layout: Layout): Part {
  const isWide = layout === 'wide';
  const x = { ...axis, label: 'time of the page in ms' };
  const size = { width: WIDTH[layout], height: PAGES + 40, left: 40, right: 18 };
  const drawn = dotPlot({ ...size, x, r: isWide ? 4 : 3, stack: PAGES }, jar.pages);
  const aside = `${isWide ? 'each waits for the ' : ''}slowest of ${fanOut} calls`;
  return panel({ title: 'A hundred pages', aside }, drawn);
}
