/** Proves that a question can be answered, and not by accident. Build and Node only. */
import { checkChoice, checkNumber } from '../judge/check.ts';
import { AuthorFault, fullSettings } from '../../../widgets/kit/contract/author-settings.ts';
import { experimentOf, widgetOf } from './context.ts';
import { attemptsOf, unitFits, type ProofContext } from './proof-runs.ts';
import type { Loaded } from './load.ts';
import { proveOrder } from '../kinds/order/prove.ts';
import { provePrediction } from '../kinds/prediction/prove.ts';
import { proveReach } from '../kinds/reach/prove.ts';
import type { ChoiceQuestion, NumberQuestion } from './schema.ts';

/** The faults of one question, none when it holds. Never throws for an author's mistake: it becomes a fault. */
export async function proveQuestion(
  ground: ProofContext,
  loaded: Loaded,
): Promise<readonly string[]> {
  const { question } = loaded;
  try {
    if (question.kind === 'number') return await proveNumber(ground, question);
    if (question.kind === 'choice') return proveChoice(question);
    if (question.kind === 'order') return proveOrder(question);
    if (question.kind === 'prediction') return await provePrediction(ground, loaded, question);
    const experiment = experimentOf(ground.book, ground.widgets, loaded, question.instance);
    const attempts = attemptsOf(ground, experiment.widget);
    return await proveReach(question, experiment.widget, attempts);
  } catch (error) {
    if (error instanceof AuthorFault) return [error.message];
    throw error;
  }
}

async function proveNumber(
  ground: ProofContext,
  question: NumberQuestion,
): Promise<readonly string[]> {
  const answer = await answerOf(ground, question);
  const faults: string[] = [];
  const asked = { ...question, answer };
  const inWords = (value: number): string =>
    question.unit === undefined ? String(value) : `${value} ${question.unit}`;
  const say = inWords(answer);
  if (!checkNumber(asked, say).correct) {
    faults.push(`its own answer, ${say}, is not accepted; look at the unit and the tolerance`);
  }
  for (const wrong of question.wrong) {
    const verdict = checkNumber(asked, inWords(wrong.value));
    if (verdict.correct) {
      faults.push(`the known wrong answer "${wrong.id}" (${wrong.value}) counts as right (${say})`);
    } else if (verdict.about[0] !== wrong.id) {
      faults.push(
        `"${wrong.id}" is never reached: "${verdict.about[0] ?? ''}" takes its value first`,
      );
    }
  }
  return faults;
}

/** A number question's own answer, nine significant digits. Throws when it has no value. */
export async function answerOf(ground: ProofContext, question: NumberQuestion): Promise<number> {
  if (typeof question.answer === 'number') return question.answer;
  const { widget: tag, settings, measure } = question.answer;
  const widget = widgetOf(ground.widgets, tag);
  const { scale } = unitFits(question.unit, widget, measure);
  const full = fullSettings(widget, settings, 'answer.settings');
  const [run] = await attemptsOf(ground, widget)([full]);
  const value = run?.measures[measure] ?? null;
  if (value === null) {
    throw new AuthorFault(
      `the answer has no value: ${run?.why[measure] ?? `${measure} is not measured`}`,
    );
  }
  return Number((value * scale).toPrecision(9));
}

function proveChoice(question: ChoiceQuestion): readonly string[] {
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
