/** Judges a prediction, which is never wrong: its answer can be taken, or it cannot. */
import type { Answer } from '../../judge/answers.ts';
import type { AnswerKey, Verdict } from '../../judge/verdict.ts';
import { FORM_CHECKS } from './forms/judge.ts';

/** What a prediction is judged by; each form adds its own fields. */
export interface PredictionKey extends AnswerKey {
  readonly kind: 'prediction';
  readonly form: string;
}

/** A check takes keys of its own form, hence `never`. */
type Checks = Readonly<Record<string, (key: never, answer: Answer) => Verdict>>;

/** Judges the answer to a prediction of any form. */
export function check(key: PredictionKey, answer: Answer): Verdict {
  const checks: Checks = FORM_CHECKS;
  const check = Object.hasOwn(checks, key.form) ? checks[key.form] : undefined;
  if (!check) throw new TypeError(`there is no form of prediction "${key.form}"`);
  return check(key as never, answer);
}
