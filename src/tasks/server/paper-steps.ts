/**
 * On paper the steps of a figure, and columns of its table, that wait for a prediction stand after it, below the figure of the run
 * that the prediction asks for: the experiment itself is printed as it starts. Build only.
 */
import { figureOf, stepOf } from '../../../widgets/kit/draw/drawing.ts';
import { unbroken } from '../../../widgets/kit/draw/format.ts';
import { markup, type Markup } from '../../../widgets/kit/draw/markup.ts';
import { drawingsOf, tablesOf } from '../../../widgets/kit/draw/run-markup.ts';
import { bookRun } from '../../../widgets/server/book-run.ts';
import { LANGUAGE } from '#words/widgets/kit/words/language';
import { experimentOf } from '../practice/author/context.ts';
import type { BookContext, BookQuestion } from '../practice/contract.ts';
import type { Prediction } from '../kinds/prediction/form.ts';

/** The steps that wait for this question, of all experiments of its lesson. */
export async function paperSteps(context: BookContext, loaded: BookQuestion): Promise<Markup> {
  const { id: asked, ...question } = loaded.question;
  const { instance, when = {} } = question as Partial<Prediction>;
  const lesson = context.book.lessons.find(({ id }) => id === loaded.lesson);
  const waiting = (lesson?.instances ?? []).filter(({ after }) =>
    Object.values(after).includes(asked),
  );
  const all = waiting.map(async ({ id, after }) => {
    const { widget, start } = experimentOf(context, loaded, id);
    const isAsked = id === instance;
    const settings = isAsked ? { ...start, ...when } : start;
    const { outcome } = await bookRun(widget, settings);
    const { narrow } = drawingsOf(widget, settings, outcome);
    const steps = (narrow.steps ?? []).map(
      ({ name = '', asks }, i) =>
        after[name] === asked &&
        markup`<p><strong>${asks}</strong></p><div class="experiment-figure">${stepOf(narrow, i)}</div>`,
    );
    if (!steps.some(Boolean)) return [];
    const said = unbroken(widget.say(settings, outcome, undefined, LANGUAGE.tag));
    const whole = markup`<div class="experiment-figure whole">${figureOf(narrow)}<p>${said}</p></div>`;
    const [, table] = tablesOf(widget, settings, outcome);
    const isTold = table !== undefined && after[widget.later?.name ?? ''] === asked;
    return [isAsked && whole, ...steps, isTold && table];
  });
  const steps = (await Promise.all(all)).flat().filter((step) => step !== false);
  return steps.length > 0 ? markup`<div class="paper-step step">${steps}</div>` : markup``;
}
