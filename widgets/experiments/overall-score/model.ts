/** An overall score: a mean of two shares, weighed by how many people they are shares of. */
import type { Run } from '#kit/contract';
import type { ScoreSettings, params } from './params.ts';

/** The score of all, and what it hides. */
export interface ScoreOutcome {
  readonly overall: number;
  /** If everybody in the group got wrong answers, and if everybody got right ones. */
  readonly ends: readonly [worst: number, best: number];
  /** The group's share of all wrong answers; `null` where there are none. */
  readonly errorsInGroup: number | null;
}

/** The score of all people together. */
export function overallOf({ group, others }: ScoreSettings, right: number): number {
  return group * right + (1 - group) * others;
}

function outcomeOf(settings: ScoreSettings): ScoreOutcome {
  const { right, group } = settings;
  const overall = overallOf(settings, right);
  const wrong = 1 - overall;
  return {
    overall,
    ends: [overallOf(settings, 0), overallOf(settings, 1)],
    errorsInGroup: wrong < 1e-12 ? null : (group * (1 - right)) / wrong,
  };
}

/** The run behind the widget. */
export const runOverallScore: Run<typeof params, ScoreOutcome> = async (settings, show) => {
  await show(outcomeOf(settings), 1);
};
