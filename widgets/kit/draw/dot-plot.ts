/** Dot plots: values as dots stacked over an axis. */
import type { Scale } from './axes.ts';
import { dotsPath, stacked } from './dots.ts';
import { ghost, svg, type Ghost, type Markup } from './markup.ts';
import type { Part } from './part.ts';
import { plot, type Plot } from './plot.ts';

interface Behind extends Ghost {
  readonly values: readonly number[];
}

interface DotPlot extends Plot {
  /** Radius of a dot. */
  readonly r: number;
  /** How high the dots may stand. */
  readonly stack: number;
  /** The values of another run, drawn faintly as far as the axis goes. */
  readonly behind?: Behind | null | undefined;
}

/** A dot for each value, before what else is drawn over the axis, such as `marks`. */
export function dotPlot(
  spec: DotPlot,
  values: readonly number[],
  draw?: (x: Scale, floor: number) => Markup,
): Part {
  const { r, stack, behind } = spec;
  return plot(spec, ({ x, floor }) => {
    const dots = (list: readonly number[]): string =>
      dotsPath(stacked(list.map(x), { r, base: floor, height: stack }), r);
    const fits = (value: number): boolean => value <= x.domain[1];
    const other =
      behind &&
      ghost(behind, (look) => svg`<path class="${look}" d="${dots(behind.values.filter(fits))}"/>`);
    return svg`${other}${draw?.(x, floor)}<path class="run-fill" d="${dots(values)}"/>`;
  });
}
