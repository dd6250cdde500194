/** Proves that a prediction asks for something that the page has not shown, and that its experiment can answer. */
import { fullSettings } from '../../../../widgets/kit/contract/author-settings.ts';
import type { AnySettings } from '../../../../widgets/kit/contract/params.ts';
import { experimentOf, measureIn, runsOf, shownMeasure } from '../../practice/author/context.ts';
import type { BookQuestion, Faults, ProofContext } from '../../practice/contract.ts';
import type { Asked, Prediction, PredictionForm } from './form.ts';

/** The faults of a prediction, each with what to do. */
export async function provePrediction(
  loaded: BookQuestion<Prediction>,
  context: ProofContext,
  own: PredictionForm,
): Promise<Faults> {
  const { question } = loaded;
  const { instance, widget, start } = experimentOf(context, loaded, question.instance);
  const asked = own.asks(question);
  for (const { measure, unit } of asked) measureIn(unit, widget, measure);
  for (const measure of question.withholds) shownMeasure(widget, measure);
  for (const { own: apart = {} } of asked) {
    fullSettings(widget, { ...question.when, ...apart }, 'when');
  }
  const veiled = instance.veil === question.id;
  const faults: string[] = [];
  if (!veiled && asked.every((one) => isShown(one, question.when, start))) {
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
  const settings = { ...start, ...question.when };
  const proved = await own.prove(question, { widget, settings, runs: runsOf(context, widget) });
  return [...faults, ...proved];
}

/** A line over several settings is never what the start shows. */
function isShown({ own = {}, spread }: Asked, when: AnySettings, start: AnySettings): boolean {
  if (spread) return false;
  return Object.entries({ ...when, ...own }).every(([name, value]) => start[name] === value);
}
