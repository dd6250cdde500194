/**
 * On paper a step of a figure that waits for a prediction stands after it, drawn of the run that the prediction asks for: its
 * experiment is printed before. Build only.
 */
import { stepOf } from '../../../widgets/kit/draw/drawing.ts';
import { markup, type Markup } from '../../../widgets/kit/draw/markup.ts';
import { drawingsOf } from '../../../widgets/kit/draw/run-markup.ts';
import { bookRun } from '../../../widgets/server/book-run.ts';
import { experimentOf } from '../author/context.ts';
import type { BookContext, BookQuestion } from '../author/contract.ts';
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
    const settings = id === instance ? { ...start, ...when } : start;
    const { narrow } = drawingsOf(widget, settings, (await bookRun(widget, settings)).outcome);
    return (narrow.steps ?? []).map(
      ({ name = '', asks }, i) =>
        after[name] === asked &&
        markup`<p><strong>${asks}</strong></p><div class="experiment-figure">${stepOf(narrow, i)}</div>`,
    );
  });
  const steps = (await Promise.all(all)).flat().filter((step) => step !== false);
  return steps.length > 0 ? markup`<div class="paper-step step">${steps}</div>` : markup``;
}
