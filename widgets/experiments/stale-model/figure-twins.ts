/** Years that were drawn, by their error, and their twins in which nothing changes. */
import type { View } from '#kit/contract';
import type { Markup, Part } from '#kit/draw';
import { axisX, dotsPath, ghost, linear, panel, part, svg, WIDTH } from '#kit/draw';
import type { StaleOutcome, Years } from './model.ts';
import type { StaleSettings } from './params.ts';

/** Bikes in an hour that have room. */
const MOST = 150;
const ROWS = { wide: 18, narrow: 15 } as const;
const LEFT = 112;
const R = 4;

/** Two rows of dots over one axis. */
export function drawTwins(
  { years }: StaleOutcome,
  calm: Years,
  { layout, ghost: other }: View<StaleSettings, StaleOutcome>,
): Part {
  const width = WIDTH[layout];
  const row = ROWS[layout];
  const x = linear([0, MOST], [LEFT, width - 8], 4);
  const floor = 2 * row + 4;
  const dots = (errors: readonly number[], line: number, r: number): string =>
    dotsPath(
      errors.map((error) => [x(Math.min(MOST, error)), (line + 0.5) * row] as const),
      r,
    );
  const rows: Markup = svg`<path class="run" d="${dots(years.errors, 0, R)}"/><path class="soft" d="${dots(calm.errors, 1, R)}"/>`;
  const behind =
    other?.outcome.calm &&
    ghost(
      other,
      (look) =>
        svg`<path class="${look}" d="${dots(other.outcome.years.errors, 0, R - 1)}${dots(other.outcome.calm?.errors ?? [], 1, R - 1)}"/>`,
    );
  const names = svg`<text class="words" y="${row - 4}">drawn years</text><text class="words" y="${2 * row - 4}">nothing changes</text>`;
  const title = 'Off by so many bikes an hour';
  return panel(
    { title, behind: other },
    part(width, floor + 22, svg`${names}${behind}${rows}${axisX(x, floor, { label: '' })}`),
  );
}
