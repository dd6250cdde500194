/** The widget `same-run`: facts only. */
import type { Missing, Widget } from '#kit/contract';
import { measure, share } from '#kit/contract';
import { draw } from './figure.ts';
import { changedIn, differingAt, reportOf, type SameOutcome } from './outcome.ts';
import { COLLEAGUES, params } from './params.ts';
import { say, tabulate } from './say.ts';

const AWAY: Missing = { why: 'no colleagues are here' };
const NEVER: Missing = { why: 'they never part' };
const BEGUN: Missing = { why: 'somebody has no card yet' };

/** All or none: a report holds as a whole. */
function namedIn(outcome: SameOutcome): number | Missing {
  if (outcome.colleagues.length === 0) return AWAY;
  const report = reportOf(outcome);
  if (report === 'begun') return BEGUN;
  return report === 'confirmed' ? COLLEAGUES.length : 0;
}

/** The widget `same-run`. */
export const sameRun: Widget<typeof params, SameOutcome> = {
  tag: 'same-run',
  version: 1,
  title: 'The same run, but for one thing',
  params,
  presets: [],
  runner: 'sim/same-run',
  answers: 'when asked',
  spreadMeasure: 'predictionsChanged',
  measures: {
    predictionsChanged: measure('answers that differ', (o) => changedIn(differingAt(o)), {
      unit: 'of 2,000 images',
      better: 'less',
    }),
    accuracyChange: share('change in accuracy', (o) => o.second.accuracy - o.first.accuracy, {
      digits: 2,
      isDifference: true,
    }),
    accuracy: share('read right by the first training', (o) => o.first.accuracy, { digits: 1 }),
    secondAccuracy: share('read right by the second', (o) => o.second.accuracy, { digits: 1 }),
    lost: measure('right before, wrong now', (o) => differingAt(o).lost, { unit: 'images' }),
    won: measure('wrong before, right now', (o) => differingAt(o).won, { unit: 'images' }),
    weightsGap: measure('distance of the weights', (o) => o.weightsGap, { figures: 2 }),
    partAtStep: measure('losses part at step', (o) => o.second.partAt ?? NEVER),
    rerunsUsed: measure(
      'trainings repeated',
      (o) => (o.colleagues.length ? o.tried.length : AWAY),
      {
        better: 'less',
      },
    ),
    named: measure('changes found', namedIn, { unit: `of ${COLLEAGUES.length}`, better: 'more' }),
  },
  timeline: {
    kind: 'moments',
    count: ({ differing }) => differing.length,
    label: (_, moment) => `epoch ${moment + 1}`,
    seconds: () => 4,
  },
  draw,
  say,
  tabulate,
};
