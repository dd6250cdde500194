/** Ten machines over the minutes of the update, and below them how long answers took and how many requests were refused. */
import type { View } from '../../kit/contract/widget.ts';
import { linePath, type Scale } from '../../kit/draw/axes.ts';
import type { Drawing } from '../../kit/draw/drawing.ts';
import { legend } from '../../kit/draw/legend.ts';
import { ghostLine, short, svg } from '../../kit/draw/markup.ts';
import { panel } from '../../kit/draw/panel.ts';
import { below, drawing, part, WIDTH, type Part } from '../../kit/draw/part.ts';
import { plot, scalesOf } from '../../kit/draw/plot.ts';
import { SEEN, STRETCHES, type RollingOutcome } from './model.ts';
import { MACHINES, type RollingSettings } from './params.ts';

const ROW = { wide: 12, narrow: 9 } as const;
const HIGH = { wide: 150, narrow: 132 } as const;
/** Seconds that have room. */
const MOST = 1.6;

/** Draws the run for a page or a phone. */
export function draw(
  _: RollingSettings,
  outcome: RollingOutcome,
  { layout, ghost: other }: View<RollingSettings, RollingOutcome>,
): Drawing {
  const width = WIDTH[layout];
  const spec = {
    width,
    height: HIGH[layout],
    right: 8,
    x: { extent: SEEN, label: 'minutes since the update began', ticks: layout === 'wide' ? 12 : 6 },
    y: { extent: [0, MOST] as const, label: 'seconds', ticks: 3 },
  };
  const line = ({ p99s }: RollingOutcome, x: Scale, y: Scale): string =>
    runsOf(p99s)
      .map((run) => linePath(run, x, y))
      .join('');
  const drawn = plot(spec, ({ x, y, floor }) => {
    const behind = ghostLine(other, (run) => line(run.outcome, x, y));
    const refused = outcome.refused.map((share, i) => {
      if (share === 0) return '';
      const [left, right] = [x(startOf(i)), x(startOf(i + 1))];
      const high = Math.max(2, share * (floor - y(1)));
      return `M${short(left)} ${floor}v${short(-high)}H${short(right)}V${floor}z`;
    });
    return svg`<path class="before" fill-opacity="0.5" d="${refused.join('')}"/>${behind}<path class="run-line" d="${line(outcome, x, y)}"/>`;
  });
  const { x } = scalesOf(spec);
  const lanes = lanesOf(outcome, x, ROW[layout], width);
  const key = legend(
    [
      { words: 'old model', swatch: (at, up) => block('soft', at, up) },
      { words: 'new model', swatch: (at, up) => block('run-fill', at, up) },
      {
        words: 'out of service',
        swatch: (at, up) => svg`<path class="hair" d="M${at - 5} ${up}h10"/>`,
      },
    ],
    width,
  );
  const below99 = legend(
    [
      {
        words: '99 of 100 are answered within',
        swatch: (at, up) => svg`<path class="run-line" d="M${at - 5} ${up}h10"/>`,
      },
      {
        words: 'share refused: at 1, all',
        swatch: (at, up) =>
          svg`<rect class="before" fill-opacity="0.5" x="${at - 5}" y="${up - 4}" width="10" height="8"/>`,
      },
    ],
    width,
  );
  const label =
    'Ten machines, each a bar that is interrupted while its model is replaced; below them, by half minutes, how long answers take and what share of the requests is refused.';
  const above = panel({ title: 'What each of the ten machines runs' }, below(4, key, lanes));
  const took = panel(
    { title: 'What becomes of requests', behind: other },
    below(4, below99, drawn),
  );
  return drawing(below(10, above, took), label, { body: lanes.body, y: 40, height: lanes.height });
}

const startOf = (stretch: number): number => SEEN[0] + (stretch * (SEEN[1] - SEEN[0])) / STRETCHES;

function block(look: string, at: number, up: number) {
  return svg`<rect class="${look}" x="${at - 5}" y="${up - 3}" width="10" height="6"/>`;
}

/** Neighbouring half minutes that have a value, in seconds at their middles. */
function runsOf(values: readonly (number | null)[]): (readonly [number, number])[][] {
  const runs: (readonly [number, number])[][] = [[]];
  values.forEach((value, i) => {
    if (value === null) runs.push([]);
    else runs.at(-1)?.push([startOf(i + 0.5), Math.min(MOST, value / 1000)]);
  });
  return runs.filter((run) => run.length > 0);
}

/** A bar for each machine: the old model, nothing, the new one. */
function lanesOf({ out }: RollingOutcome, x: Scale, row: number, width: number): Part {
  const [first, last] = x.range;
  const bar = (from: number, to: number, machine: number): string =>
    `M${short(from)} ${machine * row + 2}H${short(to)}v${row - 4}H${short(from)}z`;
  const old = out.map(([leaves], machine) => bar(first, x(leaves), machine));
  const fresh = out.map(([, back], machine) => bar(x(back), last, machine));
  const gaps = out.map(
    ([leaves, back], machine) =>
      `M${short(x(leaves))} ${machine * row + row / 2}H${short(x(back))}`,
  );
  return part(
    width,
    MACHINES * row,
    svg`<path class="soft" d="${old.join('')}"/><path class="run-fill" d="${fresh.join('')}"/><path class="hair" d="${gaps.join('')}"/>`,
  );
}
