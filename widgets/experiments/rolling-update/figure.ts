/** Ten machines over the minutes of the update, and below them how long answers took and how many requests were refused. */
import type { Cell, Drawing } from '#kit/draw';
import { bars, below, cells, chart, drawing, line, perCent, series } from '#kit/draw';
import type { View } from '#kit/contract';
import { SEEN, STRETCHES, type RollingOutcome } from './model.ts';
import { MACHINES, type RollingSettings } from './params.ts';

type Seen = View<RollingSettings, RollingOutcome>;

/** Seconds that have room. */
const MOST = 1.6;
/** Minutes of a stretch. */
const BY = (SEEN[1] - SEEN[0]) / STRETCHES;
const LABEL =
  'Ten machines, each a bar that is interrupted while its model is replaced; below them, by half minutes, how long answers take and what share of the requests is refused.';

/** Draws the run for a page or a phone. */
export function draw(settings: RollingSettings, outcome: RollingOutcome, view: Seen): Drawing {
  const ticks = { wide: 12, narrow: 6 };
  const x = { extent: SEEN, label: 'minutes since the update began', ticks };
  // All lie below each other: of the same room at the left.
  const shared = { view, run: { settings, outcome }, left: 46, right: 8 };
  const bar = (from: number, to: number, machine: number): Cell => [
    [from, to],
    [machine + 0.17, machine + 0.83],
  ];
  const machines = chart({
    ...{ ...shared, height: { wide: 120, narrow: 80 }, top: 0, foot: 0 },
    title: 'Ten machines: a gap is out of service',
    x: { ...x, isHidden: true },
    y: { extent: [MACHINES, 0], isHidden: true },
    marks: [
      cells(
        outcome.out.map(([leaves], i) => bar(SEEN[0], leaves, i)),
        { look: 'soft', key: 'old model' },
      ),
      cells(
        outcome.out.map(([, back], i) => bar(back, SEEN[1], i)),
        { key: 'new model' },
      ),
    ],
  });
  const refused = chart<RollingSettings, RollingOutcome>({
    ...{ ...shared, height: { wide: 56, narrow: 44 }, top: 6, foot: 6 },
    title: 'Requests refused',
    x: { ...x, isBare: true },
    y: { extent: [0, 1], ticks: [0, 1], format: (share) => perCent(share, 0) },
    // Few are not none.
    marks: ({ outcome: { refused } }) => [
      bars(
        refused.map((share) => (share === 0 ? 0 : Math.max(0.03, share))),
        { from: SEEN[0], by: BY, air: 0, look: 'wrong pale' },
      ),
    ],
  });
  const took = chart<RollingSettings, RollingOutcome>({
    ...{ ...shared, height: { wide: 140, narrow: 116 } },
    title: '99 of 100 answers come within',
    x,
    y: { extent: [0, MOST], label: 'seconds', ticks: 3 },
    marks: ({ outcome: { p99s } }) => {
      const seconds = p99s.map((ms) => (ms === null ? null : Math.min(MOST, ms / 1000)));
      return [line(series(seconds, SEEN[0] + BY / 2, BY))];
    },
  });
  return drawing(below(8, machines, refused, took), LABEL);
}
