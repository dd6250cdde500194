/** Proves that a question can be answered, and not by accident. Build and Node only. */
import { measureAll, type AnyWidget } from '../../widgets/kit/widget.ts';
import { spreadValues, type AnySettings } from '../../widgets/kit/params.ts';
import { checkChoice, checkNumber } from './check.ts';
import {
  AuthorFault,
  fullSettings,
  shownMeasure,
  stageOf,
  widgetOf,
  type Shown,
  type Widgets,
} from './context.ts';
import type { Book, Loaded } from './load.ts';
import { proveOrder } from './prove-order.ts';
import { proveReach } from './prove-reach.ts';
import type { ChoiceQuestion, NumberQuestion, PredictionQuestion } from './schema.ts';
import type { Attempt } from './types.ts';

/** What a proof found: its faults (none when it holds), and a number question's answer. */
export interface Proof {
  readonly faults: readonly string[];
  readonly answer?: number;
}
/** What proofs run with; `run` gives a widget's last outcome at full settings. */
export interface Ground {
  readonly book: Book;
  readonly widgets: Widgets;
  readonly run: (widget: AnyWidget, settings: AnySettings) => Promise<unknown>;
}

/** Proves one question of the book. Never throws for an author's mistake: it becomes a fault. */
export async function proveQuestion(ground: Ground, loaded: Loaded): Promise<Proof> {
  const { question } = loaded;
  try {
    if (question.kind === 'number') return await proveNumber(ground, question);
    if (question.kind === 'choice') return { faults: proveChoice(question) };
    if (question.kind === 'order') return { faults: proveOrder(question) };
    const stage = stageOf(ground.book, ground.widgets, loaded, question.instance);
    if (question.kind === 'prediction') {
      return { faults: provePrediction(ground, loaded, question) };
    }
    const attempt = (settings: AnySettings): Promise<Attempt> =>
      attemptAt(ground, stage.widget, settings);
    return { faults: await proveReach(question, stage.widget, attempt) };
  } catch (error) {
    if (error instanceof AuthorFault) return { faults: [error.message] };
    throw error;
  }
}

/** One whole run, as a question sees it. */
async function attemptAt(
  ground: Ground,
  widget: AnyWidget,
  settings: AnySettings,
): Promise<Attempt> {
  const outcome = await ground.run(widget, settings);
  return { state: 'done', settings, ...measureAll(widget, outcome) };
}

async function proveNumber(ground: Ground, question: NumberQuestion): Promise<Proof> {
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
  return { faults, answer };
}

async function answerOf(ground: Ground, question: NumberQuestion): Promise<number> {
  if (typeof question.answer === 'number') return question.answer;
  const { widget: tag, settings, measure } = question.answer;
  const widget = widgetOf(ground.widgets, tag);
  const { scale } = unitFits(question.unit, widget, measure);
  const full = fullSettings(widget, settings, 'answer.settings');
  const { measures, why } = await attemptAt(ground, widget, full);
  const value = measures[measure] ?? null;
  if (value === null) {
    throw new AuthorFault(
      `the answer has no value: ${why[measure] ?? `${measure} is not measured`}`,
    );
  }
  return Number((value * scale).toPrecision(9));
}

/** How the measure is shown; throws when the question asks for it in another unit. */
function unitFits(unit: string | undefined, widget: AnyWidget, measure: string): Shown {
  const shown = shownMeasure(widget, measure);
  if (unit === undefined || shown.unit === undefined || unit === shown.unit) return shown;
  throw new AuthorFault(`unit: ${widget.tag} gives ${measure} in ${shown.unit}, not in ${unit}`);
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

function provePrediction(ground: Ground, loaded: Loaded, question: PredictionQuestion): string[] {
  const { instance, widget, start } = stageOf(
    ground.book,
    ground.widgets,
    loaded,
    question.instance,
  );
  const faults: string[] = [];
  unitFits(question.unit, widget, question.measure);
  fullSettings(widget, question.when, 'when');
  const veiled = instance.veil === loaded.question.id;
  const elsewhere = Object.entries(question.when).some(([name, value]) => start[name] !== value);
  if (question.form === 'number' && !elsewhere && !veiled) {
    faults.push(
      `the start of "${instance.id}" already shows the answer; ask about other settings (when), or veil the experiment`,
    );
  }
  if (question.spread) faults.push(...proveSpread(widget, question.spread));
  const placed = ground.book.lessons
    .find((lesson) => lesson.id === loaded.lesson)
    ?.placed.find((one) => one.id === loaded.question.id);
  if (veiled && placed && placed.at > instance.at) {
    faults.push(`place <Question id="${loaded.question.id}"/> before the experiment that it veils`);
  }
  return faults;
}

function proveSpread(
  widget: AnyWidget,
  spread: NonNullable<PredictionQuestion['spread']>,
): readonly string[] {
  const param = widget.params[spread.param];
  if (param?.kind !== 'number') return [`${widget.tag} has no number control "${spread.param}"`];
  const faults: string[] = [];
  for (const [i, value] of spread.values.entries()) {
    if (value < param.min || value > param.max) {
      faults.push(`spread.values: ${value} is outside ${param.min} to ${param.max}`);
    } else if (!spreadValues(param).includes(value)) {
      const known = spreadValues(param).join(', ');
      faults.push(`spread.values: the experiment does not run ${value}; it runs ${known}`);
    }
    if (i > 0 && value <= (spread.values[i - 1] ?? value)) {
      faults.push('spread.values must rise from left to right');
    }
  }
  return faults;
}
