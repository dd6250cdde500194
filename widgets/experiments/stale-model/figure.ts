/** The figure: what was hired and what the model said, week by week through two years; below it the alarm, and the years that were drawn. */
import type { Edit, View } from '#kit/contract';
import type { Drawing } from '#kit/draw';
import { below, drawing, waiting } from '#kit/draw';
import { alarmAt, drawAlarm } from './figure-alarm.ts';
import { hoursStep, monthsStep } from './figure-steps.ts';
import { drawTwins } from './figure-twins.ts';
import { drawWeeks, GAP } from './figure-weeks.ts';
import type { StaleOutcome } from './model.ts';
import type { params, StaleSettings } from './params.ts';

type Seen = View<StaleSettings, StaleOutcome>;

const DESCRIBED =
  'Two lines through the weeks of 2011 and of the year after it: bikes hired in an hour, and what the model said; below them the sum that an alarm watches, with the line at which it rings.';

/** Draws the run, or a moment of it, for a page or a phone. */
export function draw(settings: StaleSettings, outcome: StaleOutcome, view: Seen): Drawing {
  const weeks = drawWeeks(outcome, view);
  const alarm = waiting(drawAlarm(settings, outcome, view));
  const twins = outcome.calm && waiting(drawTwins(outcome, outcome.calm, view));
  const still = { body: weeks.lines, y: 20, height: 150 };
  return {
    ...drawing(below(GAP[view.layout], weeks, alarm, twins), DESCRIBED, still),
    steps: [monthsStep(outcome), hoursStep(outcome)],
  };
}

/** The line at which the alarm rings is taken up and down. */
export const edit: Edit<typeof params, StaleOutcome> = {
  param: 'threshold',
  move: (settings, _, { y }, { layout }) => alarmAt(settings, y, layout),
};
