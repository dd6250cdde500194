/** Ten machines over the minutes of the update, and below them how long answers took and how many requests were refused. */
import type { Cell, Drawing } from '#kit/draw';
import { below, cells, chart, drawing, line } from '#kit/draw';
import type { View } from '#kit/contract';
import { SEEN, STRETCHES, type RollingOutcome } from './model.ts';
import { MACHINES, type RollingSettings } from './params.ts';

type Seen = View<RollingSettings, RollingOutcome>;

/** Seconds that have room. */
const MOST = 1.6;
const LABEL =
  'Ten machines, each a bar that is interrupted while its model is replaced; below them, by half minutes, how long answers take and what share of the requests is refused.';

/** Draws the run for a page or a phone. */
export function draw(settings: RollingSettings, outcome: RollingOutcome, view: Seen): Drawing {
  const ticks = { wide: 12, narrow: 6 };
  const x = { extent: SEEN, label: 'minutes since the update began', ticks };
  // The second lies under the first: of the same room at the left.
  const shared = { view, left: 46, right: 8 };
  const above = chart({
    ...shared,
    title: 'What each of the ten machines runs',
    height: { wide: 120, narrow: 90 },
    top: 0,
    foot: 0,
    x: { ...x, isHidden: true },
    y: { extent: [MACHINES, 0], isHidden: true },
    marks: lanesOf(outcome),
  });
  const took = chart<RollingSettings, RollingOutcome>({
    ...shared,
    title: 'What becomes of requests',
    run: { settings, outcome },
    height: { wide: 150, narrow: 132 },
    x,
    y: { extent: [0, MOST], label: 'seconds', ticks: 3 },
    marks: ({ outcome: { p99s, refused } }) => [
      cells(
        refused.map((share, i): Cell => [
          [startOf(i), startOf(i + 1)],
          [0, share === 0 ? 0 : Math.max(0.03, share)],
        ]),
        { look: 'before pale', key: 'share refused: at 1, all', isGround: true },
      ),
      line(
        p99s.map((ms, i) => [startOf(i + 0.5), ms === null ? null : Math.min(MOST, ms / 1000)]),
        { key: '99 of 100 are answered within' },
      ),
    ],
  });
  return drawing(below(10, above, took), LABEL);
}

const startOf = (stretch: number): number => SEEN[0] + (stretch * (SEEN[1] - SEEN[0])) / STRETCHES;

/** A bar for each machine: the old model, nothing, the new one. */
function lanesOf({ out }: RollingOutcome) {
  const lane = (part: number, from: number, to: number, machine: number): Cell => [
    [from, to],
    [machine + 0.5 - part / 2, machine + 0.5 + part / 2],
  ];
  return [
    cells(
      out.map(([leaves], i) => lane(0.66, SEEN[0], leaves, i)),
      { look: 'soft', key: 'old model' },
    ),
    cells(
      out.map(([, back], i) => lane(0.66, back, SEEN[1], i)),
      { key: 'new model' },
    ),
    cells(
      out.map(([leaves, back], i) => lane(0.01, leaves, back, i)),
      { look: 'hair', key: 'out of service' },
    ),
  ];
}
