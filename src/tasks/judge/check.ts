/** Judges an answer. The same code runs in the page, in the build's proof and in a grader. */
import { JUDGES } from '../practice/judges.ts';
import type { Answer } from './answers.ts';
import type { AnswerKey, Verdict } from './verdict.ts';

/** Judges any answer by the key of its question; an answer of another kind's shape counts as none. */
export function check(key: AnswerKey, answer: Answer): Verdict {
  const judge = Object.hasOwn(JUDGES, key.kind) ? JUDGES[key.kind] : undefined;
  if (!judge) throw new TypeError(`there is no kind of question "${key.kind}"`);
  return judge(key as never, answer);
}
