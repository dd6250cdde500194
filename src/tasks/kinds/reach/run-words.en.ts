/** What a run says to the conditions of a goal. */
import { listed } from '#words/src/tasks/judge/lists';

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
