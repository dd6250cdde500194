/** What a number in the text needs to know: its run, its value, and the prediction that it would give away. Build only. */
import { bookRun } from '../../widgets/server/book-run.ts';
import type { AnySettings } from '../../widgets/kit/contract/params.ts';
import type { Measure } from '../../widgets/kit/contract/widget.ts';
import { fullSettings } from '../../widgets/kit/contract/author-settings.ts';
import { shownMeasure } from '../tasks/practice/author/context.ts';
import { guardOf, type QuotedNumber } from '../tasks/kinds/prediction/spoilers.ts';
import { loadBook } from '../tasks/practice/author/load.ts';
import { slugOf } from '../book/reading-order.ts';
import type { LessonSource } from '../tasks/practice/contract.ts';
import { instance } from './instances.ts';

interface Citation extends QuotedNumber {
  readonly value: number | null;
  readonly unit: string | undefined;
  readonly digits: number;
  readonly figures: number | undefined;
  readonly isDifference: true | undefined;
  /** The settings that a run must have to be quoted: all that a measure depends on. */
  readonly asked: AnySettings;
  /** The prediction to be made first. */
  readonly guard: string | undefined;
}

/**
 * The number `INSTANCE.MEASURE` on a page of the book. What is wrong stops the build and names the lesson; so does a prop
 * besides `of`, `when` and `digits`: a misspelt `when` would cite the start's number.
 */
export async function cite(
  page: string,
  of: string | undefined,
  when: AnySettings,
  others: readonly string[] = [],
): Promise<Citation> {
  const lesson = lessonAt(page);
  try {
    const [other] = others;
    if (other !== undefined) throw new Error(`there is no "${other}"; it takes of, when, digits`);
    if (!of?.includes('.'))
      throw new Error('of names an experiment and a measure: EXPERIMENT.MEASURE');
    return await found(of, when, lesson?.id);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`${lesson?.file ?? page}, <Yours of="${of ?? ''}">: ${why}`, { cause: error });
  }
}

/** The lesson that a page of the book shows. */
export function lessonAt(page: string): LessonSource | undefined {
  const slug = page.split('/').filter(Boolean).at(-1);
  return loadBook().lessons.find((lesson) => slugOf(lesson) === slug);
}

async function found(of: string, when: AnySettings, lesson: string | undefined): Promise<Citation> {
  const [id = '', measure = ''] = of.split('.');
  const { widget, start } = instance(id);
  const { digits } = shownMeasure(widget, measure);
  const { unit, figures, isDifference } = widget.measures[measure] as Measure<unknown>;
  fullSettings(widget, when, 'when');
  const settings = { ...start, ...when };
  const value = (await bookRun(widget, settings)).measures[measure] ?? null;
  const cited = { instance: id, measure, start, settings };
  const guard = guardOf(loadBook(), lesson, cited);
  const asked = Object.fromEntries(
    Object.entries(settings).filter(([name]) => !widget.params[name]?.stays),
  );
  return { ...cited, asked, value, unit, digits, figures, isDifference, guard };
}
