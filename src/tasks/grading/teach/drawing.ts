/** A small drawing in a cell of a table: what it shows stands below it in numbers, so nobody needs to see it. */
import type { Cell } from '../pure/out/view.ts';

type Drawn = Extract<Cell, { readonly drawn: string }>;
type Shape = readonly [x: number, y: number, width: number, height: number, mark?: string];

const [WIDTH, HEIGHT] = [80, 28] as const;

export function drawing({ drawn, values }: Drawn): SVGSVGElement {
  const svg = made('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: 'teach-drawing' });
  svg.setAttribute('aria-hidden', 'true');
  for (const [x, y, width, height, mark = ''] of drawn === 'bars' ? bars(values) : box(values))
    svg.append(made('rect', { x, y, width, height, class: mark }));
  return svg;
}

/** Shares side by side, from 0 to 1, over a line at 1 and one at 0. */
function bars(values: readonly number[]): readonly Shape[] {
  const step = WIDTH / values.length;
  return [
    [0, 0, WIDTH, 0.5, 'line'],
    ...values.map((value, i): Shape => {
      const height = value * (HEIGHT - 1);
      return [i * step + 1, HEIGHT - 1 - height, step - 2, height];
    }),
    [0, HEIGHT - 1, WIDTH, 1],
  ];
}

/** From the least to the greatest: a thin line, the middle half as a box, and its median. */
function box([
  least = 0,
  low = 0,
  middle = 0,
  high = 0,
  greatest = 0,
]: readonly number[]): readonly Shape[] {
  const at = (value: number): number =>
    greatest > least ? 1 + ((value - least) / (greatest - least)) * (WIDTH - 2) : WIDTH / 2;
  return [
    [at(least), HEIGHT / 2, Math.max(1, at(greatest) - at(least)), 1],
    [at(low), HEIGHT / 4, Math.max(1, at(high) - at(low)), HEIGHT / 2, 'line'],
    [at(middle) - 1, HEIGHT / 4, 2, HEIGHT / 2],
  ];
}

function made<T extends 'svg' | 'rect'>(
  tag: T,
  facts: Readonly<Record<string, string | number>>,
): SVGElementTagNameMap[T] {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(facts)) element.setAttribute(name, String(value));
  return element;
}
