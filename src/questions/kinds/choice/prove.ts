/** Proves that a choice has right and wrong options, and that the right ones earn full credit. */
import type { BookQuestion, Faults } from '../../author/contract.ts';
import { checkChoice } from './judge/check.ts';
import type { ChoiceQuestion } from './schema.ts';

/** The faults of a choice, each with what to do. */
export function proveChoice({ question }: BookQuestion<ChoiceQuestion>): Faults {
  const right = question.options.filter((option) => option.correct).map((option) => option.id);
  const faults: string[] = [];
  const ids = question.options.map((option) => option.id);
  if (new Set(ids).size < ids.length) faults.push('two options have the same id');
  if (right.length === 0) faults.push('no option is correct; mark one with correct: true');
  if (right.length === ids.length) faults.push('every option is correct; add a wrong one');
  if (!question.many && right.length > 1) {
    faults.push(`${right.join(' and ')} are both correct; keep one, or say many: true`);
  }
  if (faults.length === 0 && !checkChoice(question, right).correct) {
    faults.push('the right options together do not earn full credit');
  }
  return faults;
}
