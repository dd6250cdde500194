/** A device that was timed, as a picture: the time of a batch against its size, with the line through it. */
import type { Layout } from '../contract/widget.ts';
import { linePath } from '../draw/axes.ts';
import { dotsPath } from '../draw/dots.ts';
import type { Drawing } from '../draw/drawing.ts';
import { number } from '../draw/format.ts';
import { short, svg } from '../draw/markup.ts';
import { panel } from '../draw/panel.ts';
import { drawing, WIDTH } from '../draw/part.ts';
import { plot } from '../draw/plot.ts';
import { timeOf, type Fit } from './fit.ts';
import type { Item } from './machines.ts';
import { inMs } from './say.ts';
import { DEVICE } from '#words/widgets/kit/device/words';

const HEIGHT = { wide: 260, narrow: 230 } as const;
/** Room that a line of words takes. */
const LINE = 16;
/** By factors a line bends, so it is drawn through so many places. */
const PLACES = 40;

/** Draws the fit; `guess` is how many times as long as one the reader thought that the largest batch takes. */
export function drawFit(
  { points, costs }: Fit,
  layout: Layout,
  item: Item,
  guess?: number,
): Drawing {
  const most = points.at(-1)?.size ?? 1;
  const one = points[0]?.ms ?? 1;
  const guessed = guess === undefined ? [] : [Math.min(guess, 10 * most) * one];
  const times = points.flatMap(({ low, high }) => [low, high]);
  const all = [...times, most * one, ...guessed];
  const x = { extent: [1, most], label: DEVICE.x(item), isLog: true, format: number } as const;
  const y = {
    extent: [0.8 * Math.min(...all), 1.2 * Math.max(...all)],
    label: DEVICE.y,
    isLog: true,
  } as const;
  const size = { width: WIDTH[layout], height: HEIGHT[layout], x, y, right: 8 };
  const drawn = plot(size, (at) => {
    const places = Array.from({ length: PLACES + 1 }, (_, i) => most ** (i / PLACES));
    const line = linePath(
      places.map((place) => [place, timeOf(costs, place)]),
      at.x,
      at.y,
    );
    const bars = points.map(
      ({ size: n, low, high }) => `M${short(at.x(n))} ${short(at.y(low))}V${short(at.y(high))}`,
    );
    const dots = points.map(({ size: n, ms }) => [at.x(n), at.y(ms)] as const);
    const middle = Math.sqrt(most);
    // Below all that is drawn above it.
    const right = at.x(0.8 * most);
    const near = points.filter(({ size: n }) => at.x(n) < right + 4 && at.x(n) > right - 100);
    const below = Math.max(...near.map(({ low }) => at.y(low)), at.y(timeOf(costs, most / 3))) + 16;
    // The guess has its name at its height, and this one makes room.
    const isTaken = guessed.some((ms) => Math.abs(at.y(ms) - below + 4) < LINE);
    const under = isTaken ? below + LINE : below;
    const guesses = guessed.map((ms) => {
      const [gx, gy] = [at.x(most), at.y(ms)];
      return svg`<path class="prediction-line" d="M${gx - 24} ${gy}H${gx + 6}"/><text class="soft" x="${gx - 30}" y="${gy + 4}" text-anchor="end">${DEVICE.guess}</text>`;
    });
    return svg`<path class="before-line" d="M${at.x(1)} ${at.y(one)}L${at.x(most)} ${at.y(most * one)}"/><text class="soft" x="${at.x(middle) - 8}" y="${at.y(middle * one) - 6}" text-anchor="end">${DEVICE.oneByOne}</text><path class="run-line thin" d="${line}"/><text class="soft" x="${right}" y="${under}" text-anchor="end">${DEVICE.line}</text><path class="run-line thin" d="${bars.join('')}"/><path class="run-fill" d="${dotsPath(dots, 3.6)}"/>${guesses}`;
  });
  const aside = layout === 'wide' ? DEVICE.aside : '';
  const last = points.at(-1)?.ms ?? one;
  const label = DEVICE.described(item, number(points.length), inMs(one), inMs(last));
  return drawing(panel({ title: DEVICE.title, aside }, drawn), label);
}
