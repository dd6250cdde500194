/** Proves that a number is accepted as its author would write it, and that every known wrong one reaches its feedback. */
import { AuthorFault, fullSettings } from '../../../../widgets/kit/contract/author-settings.ts';
import { measureIn, runsOf, widgetOf } from '../../author/context.ts';
import type { BookQuestion, Faults, ProofContext } from '../../author/contract.ts';
import { checkNumber } from './judge/check.ts';
import type { NumberQuestion } from './schema.ts';

/** The faults of a number question, each with what to do. */
export async function proveNumber(
  { question }: BookQuestion<NumberQuestion>,
  context: ProofContext,
): Promise<Faults> {
  const answer = await answerOf(context, question);
  const faults: string[] = [];
  const key = { ...question, answer };
  const inWords = (value: number): string =>
    question.unit === undefined ? String(value) : `${value} ${question.unit}`;
  const right = inWords(answer);
  if (!checkNumber(key, right).correct) {
    faults.push(`its own answer, ${right}, is not accepted; look at the unit and the tolerance`);
  }
  for (const wrong of question.wrong) {
    const verdict = checkNumber(key, inWords(wrong.value));
    if (verdict.correct) {
      faults.push(
        `the known wrong answer "${wrong.id}" (${wrong.value}) counts as right (${right})`,
      );
    } else if (verdict.about[0] !== wrong.id) {
      faults.push(
        `"${wrong.id}" is never reached: "${verdict.about[0] ?? ''}" takes its value first`,
      );
    }
  }
  return faults;
}

/** Its own answer, nine significant digits. Throws when it has no value. */
export async function answerOf(context: ProofContext, question: NumberQuestion): Promise<number> {
  if (typeof question.answer === 'number') return question.answer;
  const { widget: tag, settings, measure } = question.answer;
  const widget = widgetOf(context.widgets, tag);
  const { scale } = measureIn(question.unit, widget, measure);
  const full = fullSettings(widget, settings, 'answer.settings');
  const [run] = await runsOf(context, widget)([full]);
  const value = run?.measures[measure] ?? null;
  if (value === null) {
    throw new AuthorFault(
      `the answer has no value: ${run?.why[measure] ?? `${measure} is not measured`}`,
    );
  }
  return Number((value * scale).toPrecision(9));
}
