/** Whether a picked prediction can be taken. */
import { PICK } from '#words/src/tasks/kinds/prediction/forms/choice/words';
import { idsIn, type Answer } from '../../../../judge/answers.ts';
import { conditions, type Goal } from '../../../../judge/conditions.ts';
import { judged, unread, type Verdict } from '../../../../judge/verdict.ts';

/** Checks that one is picked. */
export function check(_key: object, answer: Answer): Verdict {
  return idsIn(answer).length === 1 ? judged(1, '') : unread(PICK);
}

/** An option, and what it holds of a run; nothing where values of several readings are compared. */
export interface RunOption {
  readonly id: string;
  readonly holds?: Goal | undefined;
}

export type Which = 'largest' | 'smallest';

/** A value, by the option that it stands for, or by its measure. */
interface Valued {
  readonly id: string;
  readonly value: number;
}

/** The ids of the options that are right; `margin` tightens every bound, and loosens it where it is negative. */
export function rightOptions(
  options: readonly RunOption[],
  which: Which | undefined,
  values: readonly Valued[],
  margin: (measure: string) => number = () => 0,
): readonly string[] {
  if (which !== undefined) {
    const all = values.map(({ value }) => value);
    const most = which === 'largest' ? Math.max(...all) : Math.min(...all);
    return values.filter(({ value }) => value === most).map(({ id }) => id);
  }
  const measures = Object.fromEntries(values.map(({ id, value }) => [id, value]));
  const run = { state: 'done', measures, why: {} } as const;
  return options
    .filter(({ holds = {} }) => conditions(holds, run, margin).every(({ met }) => met))
    .map(({ id }) => id);
}
