/** The two scores in words and as a table. */
import type { Rows } from '#kit/contract';
import { perCent } from '#kit/draw';
import { overallOf, type ScoreOutcome } from './model.ts';
import type { ScoreSettings } from './params.ts';

/** The takeaway. */
export function say({ right, group }: ScoreSettings, outcome: ScoreOutcome): string {
  const { overall, errorsInGroup } = outcome;
  const borne =
    errorsInGroup === null
      ? 'Nobody gets a wrong answer.'
      : `The group, ${perCent(group, 0)} of the people, gets ${perCent(errorsInGroup, 0)} of the wrong answers.`;
  return `The overall score is ${perCent(overall)}; in the group ${perCent(right, 0)} of the answers are right. ${borne}`;
}

/** The overall score as the group goes from all wrong to all right. */
export function tabulate(settings: ScoreSettings, _: ScoreOutcome): Rows {
  return {
    caption: 'The overall score by how many of the answers in the group are right',
    head: ['right in the group', 'overall score'],
    rows: [0, 0.25, 0.5, 0.75, 1].map((right) => [
      perCent(right, 0),
      perCent(overallOf(settings, right), 2),
    ]),
  };
}
