/** The scale of a prediction. */
import { PREDICTIONS } from '#words/src/tasks/kinds/prediction/words';

/** Its ends, where an author has set them. */
export interface Scale {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly unit?: string | undefined;
}

const LOWEST = Number.NEGATIVE_INFINITY;
const HIGHEST = Number.POSITIVE_INFINITY;

/** True of a value between the ends. */
export function isOnScale({ min = LOWEST, max = HIGHEST }: Scale, value: number): boolean {
  return value >= min && value <= max;
}

/** What is said to a value off the scale. */
export function scaleWords({ min = LOWEST, max = HIGHEST, unit }: Scale): string {
  return PREDICTIONS.range(min, max, unit ? ` ${unit}` : '');
}
