/** Judges a prediction, which is never wrong: its answer can be taken, or it cannot. */
import type { Answer } from '../../judge/answers.ts';
import type { AnswerKey, Verdict } from '../../judge/verdict.ts';
import * as FORM_CHECKS from '../../tables/form-check.ts';

/** What a prediction is judged by; each form adds its own fields. */
export interface PredictionKey extends AnswerKey {
  readonly kind: 'prediction';
  readonly form: string;
}

/** A check takes keys of its own form, hence `never`. */
type Checks = Readonly<
  Record<string, { check: (key: never, answer: Answer) => Verdict } | undefined>
>;

/** Judges the answer to a prediction of any form. */
export function check(key: PredictionKey, answer: Answer): Verdict {
  const form = (FORM_CHECKS as Checks)[key.form];
  if (!form) throw new TypeError(`there is no form of prediction "${key.form}"`);
  return form.check(key as never, answer);
}
