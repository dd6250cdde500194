/** The figure: the applicants by score with the line that refuses, and five shares that say who is treated alike. */
import type { Edit, View } from '#kit/contract';
import type { Drawing } from '#kit/draw';
import { below, beside, drawing } from '#kit/draw';
import { drawLamps } from './figure-lamps.ts';
import { drawPeople, shareAt } from './figure-people.ts';
import { identityStep, mapStep, proxyStep } from './figure-steps.ts';
import type { OfficerOutcome } from './outcome.ts';
import type { params } from './params.ts';
import { type OfficerSettings } from './params.ts';

type Seen = View<OfficerSettings, OfficerOutcome>;

const DESCRIBED =
  'All applicants as small marks in the order of their scores, the white ones above a line and the Black ones below it, with an upright line that parts the refused from the approved; beside them five shares of each group, with the gap between the groups.';

/** Draws the run for a page or a phone. */
export function draw(settings: OfficerSettings, outcome: OfficerOutcome, view: Seen): Drawing {
  const { layout } = view;
  const people = drawPeople(outcome, view);
  const lamps = drawLamps(outcome, view);
  const whole = layout === 'wide' ? beside(28, people, lamps) : below(8, people, lamps);
  const still = { body: people.marks, x: 0, y: 0, width: 160, height: 110 };
  return {
    ...drawing(whole, DESCRIBED, still),
    steps: [proxyStep(outcome), mapStep(settings, outcome), identityStep(outcome)],
  };
}

/** Which setting each line changes, by its handle. */
const PARAMS = { all: 'refused', white: 'refusedWhite', black: 'refusedBlack' } as const;

/** The line, or that of a group, is taken along the applicants. */
export const edit: Edit<typeof params, OfficerOutcome> = {
  param: 'refused',
  paramOf: (handle) => PARAMS[handle as keyof typeof PARAMS],
  move: (settings, handle, { x: at }, { layout, outcome }) => {
    if (!outcome || outcome.isBank) return undefined;
    const before = settings[PARAMS[handle as keyof typeof PARAMS]];
    return shareAt(outcome, { handle, before, at }, layout);
  },
};
