/** A small square chart: a heading, two axes of which only the ends are written, and a line between them. */
import { axisFacts, linear, linePath, log } from './axes.ts';
import { dotsPath } from './dots.ts';
import type { Step } from './drawing.ts';
import type { Extent } from './extent.ts';
import { ghost, svg, type Ghost } from './markup.ts';
import { panel } from './panel.ts';
import { part, type Part } from './part.ts';
import { widthOf } from './text-width.ts';
import { DRAW_WORDS } from '#words/widgets/kit/words/draw-words';

/** An axis of a small chart: its extent, 0 to 1 unless it says otherwise, what stands at its two ends, and what it measures. */
interface SmallAxis {
  readonly extent?: Extent;
  readonly isLog?: boolean;
  readonly low?: string;
  readonly high?: string;
  readonly label?: string;
}

/** What a small chart shows, in the units of its axes. */
export interface SmallChart {
  readonly title: string;
  readonly note: string;
  readonly x: SmallAxis;
  readonly y?: SmallAxis;
  /** Points of a line; a gap where y is `null`. */
  readonly line: readonly (readonly [x: number, y: number | null])[];
  /** Its points are marked: they are few. */
  readonly isMarked?: boolean;
  /** A line to compare with: from corner to corner, or level at this y. */
  readonly against?: 'diagonal' | number;
  /** The place where the reader is. */
  readonly here?: readonly [x: number, y: number] | false;
  /** Line and place of another run. */
  readonly behind?: (Ghost & Pick<SmallChart, 'line' | 'here'>) | undefined;
}

/** The chart, as wide as high. */
export function smallChart(chart: SmallChart, side: number): Part {
  const { title, note, x, y = {}, line, isMarked, against, here, behind } = chart;
  const { low = '0', high = '1', label } = x;
  const across = (x.isLog ? log : linear)(x.extent ?? [0, 1], [0, side]);
  const up = (y.isLog ? log : linear)(y.extent ?? [0, 1], [side, 0]);
  // In the middle of the room that the ends of the axis leave.
  const middle = (side + widthOf(low) - widthOf(high)) / 2;
  const foot = side + 16;
  const axes = svg`<g class="axis"><path ${axisFacts('y', up)} d="M0 0V${side}"/><path ${axisFacts('x', across)} d="M0 ${side}H${side}"/>${y.high !== undefined && svg`<text x="5" y="12">${y.high}</text>`}<text y="${foot}">${low}</text><text x="${middle}" y="${foot}" text-anchor="middle">${label}</text><text x="${side}" y="${foot}" text-anchor="end">${high}</text></g>`;
  const other =
    against === 'diagonal'
      ? svg`<path class="hair" d="M0 ${side}L${side} 0"/>`
      : against !== undefined && svg`<path class="before-line" d="M0 ${up(against)}H${side}"/>`;
  const marks =
    isMarked &&
    line.map(([a, b]) => b !== null && svg`M${across(a) - 3.24} ${up(b) - 3.24}h6.48v6.48h-6.48z`);
  const before =
    behind &&
    ghost(behind, (look) => {
      const there = behind.here && dotsPath([[across(behind.here[0]), up(behind.here[1])]], 4.5);
      return svg`<path class="${look}-line thin" d="${linePath(behind.line, across, up)}"/>${there && svg`<path class="${look}" d="${there}"/>`}`;
    });
  const body = svg`${axes}${other}${before}<path class="run-line thin" d="${linePath(line, across, up)}"/>${marks && svg`<path class="run-fill" d="${marks}"/>`}${here && svg`<circle class="run-fill" cx="${across(here[0])}" cy="${up(here[1])}" r="4.5"/>`}`;
  return panel({ title, note }, part(side, side + 24, body));
}

/** A chart with the question that brings it and what to see in it. */
export interface AskedChart extends SmallChart, Pick<Step, 'name' | 'asks' | 'says'> {}

const ASKED = 240;

/** Charts as steps, in the order in which they are asked for; `behind` are those of another run. */
export function chartSteps(
  charts: readonly AskedChart[],
  behind?: Ghost & { readonly charts: readonly SmallChart[] },
): readonly Step[] {
  return charts.map(({ name, asks, says, ...chart }, i) => {
    const there = behind?.charts[i];
    const drawn = smallChart({ ...chart, behind: there && { ...behind, ...there } }, ASKED);
    const { label: across } = chart.x;
    const label = across === undefined ? chart.title : DRAW_WORDS.against(chart.title, across);
    return {
      ...(name !== undefined && { name }),
      asks,
      says,
      label,
      ...drawn,
      height: Math.ceil(drawn.height),
    };
  });
}
