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
  whole: 'Points are given for a run that meets all of it.',
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

export const GOAL_RUNS = {
  /** The language of dates. */
  dates: 'en-GB',
  met: (value: string) => `${value}, met`,
  unmet: (value: string) => `${value}, not met`,
  noValue: (why: string) => `no value: ${why}`,
  all: 'Met: this run fulfils every condition.',
  some: (met: number, of: number) => `${met} of ${of} conditions met.`,
  partial: 'This run was stopped early; only a whole run counts.',
  elsewhere: (labels: readonly string[]) =>
    `This run does not count: it differs from the question’s start in ${listed(labels)}.`,
} as const;
