/** What a question may ask of the book around it: experiments of its lesson, widgets, measures, whole runs. */
import type { AnySettings } from '../../../../widgets/kit/contract/params.ts';
import { AuthorFault, startOf } from '../../../../widgets/kit/contract/author-settings.ts';
import type { AnyWidget } from '../../../../widgets/kit/contract/widget.ts';
import { RunCache } from '../../../../widgets/kit/record/run-cache.ts';
import { runKey } from '../../../../widgets/kit/record/run-key.ts';
import { recordOf, resultOf, runnable } from '../../../../widgets/kit/record/run-record.ts';
import type { JudgedRun } from '../../judge/answers.ts';
import type { ShownMeasure } from '../../judge/shown-measure.ts';
import { POINTS } from '#words/widgets/kit/words/language';
import type { BookContext, BookQuestion, ProofContext, Widgets } from '../contract.ts';
import type { Instance } from './placements.ts';

/** The widget that an experiment of the book is made of, and the settings that it starts with. */
interface PlacedExperiment {
  readonly instance: Instance;
  readonly widget: AnyWidget;
  readonly start: AnySettings;
}

/** The experiment that a question speaks of, in its own lesson. Throws when the lesson does not place the experiment. */
export function experimentOf(
  { book, widgets }: BookContext,
  { lesson: of }: BookQuestion,
  id: string,
): PlacedExperiment {
  const lesson = book.lessons.find((one) => one.id === of);
  const instance = lesson?.instances.find((one) => one.id === id);
  if (!instance) {
    const known = lesson?.instances.map((one) => one.id).join(', ') ?? '';
    throw new AuthorFault(
      `there is no experiment with the id "${id}" in this lesson; it has ${known || 'none'}`,
    );
  }
  const widget = widgetOf(widgets, instance.tag);
  return { instance, widget, start: startOf(widget, id, instance.settings) };
}

/** A widget by its tag. Throws when there is none. */
export function widgetOf(widgets: Widgets, tag: string): AnyWidget {
  const widget = Object.hasOwn(widgets, tag) ? widgets[tag] : undefined;
  if (widget) return widget;
  throw new AuthorFault(
    `there is no widget "${tag}"; there are ${Object.keys(widgets).join(', ')}`,
  );
}

/** How a widget's measure is shown. Throws when it has no such measure. */
export function shownMeasure(widget: AnyWidget, name: string): ShownMeasure {
  const measure = Object.hasOwn(widget.measures, name) ? widget.measures[name] : undefined;
  if (!measure) {
    const known = Object.keys(widget.measures).join(', ');
    throw new AuthorFault(`${widget.tag} has no measure "${name}"; it has ${known}`);
  }
  const share = measure.unit === 'share';
  return {
    label: measure.label,
    unit: !share ? measure.unit : measure.isDifference ? POINTS : '%',
    digits: measure.digits,
    figures: measure.figures,
    says: measure.says,
    scale: share ? 100 : 1,
  };
}

/** The same; throws also when the question asks for the measure in another unit. */
export function measureIn(
  unit: string | undefined,
  widget: AnyWidget,
  measure: string,
): ShownMeasure {
  const shown = shownMeasure(widget, measure);
  if (unit === undefined || shown.unit === undefined || unit === shown.unit) return shown;
  throw new AuthorFault(`unit: ${widget.tag} gives ${measure} in ${shown.unit}, not in ${unit}`);
}

/** Whole runs of one widget as a judge sees them, in the order of the settings. */
export type Runs = (list: readonly AnySettings[]) => Promise<readonly JudgedRun[]>;

/** More than one proof asks for. */
const MOST = 500;

/** Runs a widget for one proof; settings that come again are not run again. */
export function runsOf({ run }: ProofContext, widget: AnyWidget): Runs {
  const done = new RunCache<JudgedRun>(MOST);
  return async (list) => {
    const wanted = new Map(list.map((one) => [runKey(runnable(widget, one)), one]));
    const fresh = [...wanted.values()].filter((one) => !done.get(runnable(widget, one)));
    const outcomes = fresh.length > 0 ? await run(widget, fresh) : [];
    for (const [i, settings] of fresh.entries()) {
      const result = resultOf(widget, settings, outcomes[i]);
      done.add(result, { ...recordOf(result), why: result.why, state: 'done' });
    }
    return list.flatMap((one) => done.get(runnable(widget, one)) ?? []);
  };
}
