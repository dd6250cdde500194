/** Proves that a prediction asks for something that the page has not shown, and that its experiment can answer. */
import { spreadValues, type AnySettings } from '../../../../widgets/kit/contract/params.ts';
import type { AnyWidget } from '../../../../widgets/kit/contract/widget.ts';
import { fullSettings } from '../../../../widgets/kit/contract/author-settings.ts';
import { experimentOf, measureIn, runsOf, shownMeasure, type Runs } from '../../author/context.ts';
import type { BookQuestion, Faults, ProofContext } from '../../author/contract.ts';
import type { PredictionQuestion } from './schema.ts';

type Spread = NonNullable<PredictionQuestion['spread']>;

/** The faults of a prediction, each with what to do. */
export async function provePrediction(
  loaded: BookQuestion<PredictionQuestion>,
  context: ProofContext,
): Promise<Faults> {
  const { question } = loaded;
  const { instance, widget, start } = experimentOf(context, loaded, question.instance);
  measureIn(question.unit, widget, question.measure);
  for (const measure of question.withholds) shownMeasure(widget, measure);
  fullSettings(widget, question.when, 'when');
  const veiled = instance.veil === question.id;
  const faults: string[] = [];
  const elsewhere = Object.entries(question.when).some(([name, value]) => start[name] !== value);
  if (question.form === 'number' && !elsewhere && !veiled) {
    faults.push(
      `the start of "${instance.id}" already shows the answer; ask about other settings (when), or veil the experiment`,
    );
  }
  const placed = context.book.lessons
    .find((lesson) => lesson.id === loaded.lesson)
    ?.placed.find((one) => one.id === question.id);
  if (veiled && placed && placed.at > instance.at) {
    faults.push(`place <Question id="${question.id}"/> before the experiment that it veils`);
  }
  if (!question.spread) return faults;
  faults.push(...spreadFaults(widget, question.spread));
  if (faults.length > 0) return faults;
  const runs = runsOf(context, widget);
  return curveFaults(question, question.spread, widget, runs, start);
}

/** The curve that answers must have values, and lie on the axes that the reader draws on. */
async function curveFaults(
  question: PredictionQuestion,
  spread: Spread,
  widget: AnyWidget,
  runs: Runs,
  start: AnySettings,
): Promise<readonly string[]> {
  const { measure, when, min = 0, max = 0 } = question;
  const { scale } = shownMeasure(widget, measure);
  const answers = await runs(
    spread.values.map((value) => ({ ...start, ...when, [spread.param]: value })),
  );
  const points = answers.flatMap((run, i) => {
    const value = run.measures[measure] ?? null;
    return value === null ? [] : [{ x: spread.values[i] ?? 0, y: value * scale }];
  });
  if (points.length === 0) return [`${measure} has no value at any of these settings`];
  return points
    .filter(({ y }) => y < min || y > max)
    .map(({ x, y }) => {
      const is = Number(y.toPrecision(3));
      return `${measure} is ${is} at ${spread.param} ${x}: the axis from ${min} to ${max} does not hold it`;
    });
}

function spreadFaults(widget: AnyWidget, spread: Spread): readonly string[] {
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
