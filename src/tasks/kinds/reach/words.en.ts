/** What only a goal says to a reader. */
import { listed } from '#words/src/tasks/judge/lists';

/** What stands around its conditions. */
export const GOAL_LABELS = {
  toStart: 'Set the experiment to the start',
  again: 'Set it as you last had it',
  goal: 'Bring the experiment to this goal',
  needsPage: 'On paper this cannot be done: it needs the page.',
  mayMove: (labels: readonly string[]) =>
    `You may change ${listed(labels.map((label) => `“${label}”`))}.`,
  is: (state: string) => `is ${state}`,
  limit: {
    atLeast: (v: string) => `at least ${v}`,
    atMost: (v: string) => `at most ${v}`,
    above: (v: string) => `above ${v}`,
    below: (v: string) => `below ${v}`,
  },
} as const;

/** How it stands before a run of this visit. */
export const GOALS = {
  notRun: 'no run yet',
  metBefore: (day: string) => `You met this goal on ${day}.`,
  metSometime: 'You have met this goal.',
  metThen: 'met',
  notThisVisit: 'no run on this visit',
} as const;
