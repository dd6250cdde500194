/** What a goal sends to its page. Build only, but for its types. */
import { fullSettings } from '../../../../widgets/kit/contract/author-settings.ts';
import type { AnySettings, Table } from '../../../../widgets/kit/contract/params.ts';
import type { AnyWidget } from '../../../../widgets/kit/contract/widget.ts';
import { experimentOf, shownMeasure } from '../../practice/author/context.ts';
import type { BookContext, BookQuestion, PageHead } from '../../practice/contract.ts';
import type { ShownMeasure } from '../../judge/shown-measure.ts';
import type { ReachKey } from './check.ts';
import type { ReachQuestion } from './schema.ts';

/** The page's data of a goal. */
export interface ReachData extends PageHead, ReachKey {
  readonly kind: 'reach';
  readonly instance: string;
  /** All settings of the start; what the reader may not move must stay so. */
  readonly start: AnySettings;
  readonly vary: readonly string[];
  readonly shown: Readonly<Record<string, ShownMeasure>>;
  /** Names of the controls as the reader sees them. */
  readonly labels: Readonly<Record<string, string>>;
}

/** What a goal adds to the data that every question sends. */
export function reachData(
  loaded: BookQuestion<ReachQuestion>,
  context: BookContext,
): Omit<ReachData, keyof PageHead> {
  const { instance, goal, vary, start } = loaded.question;
  const { widget } = experimentOf(context, loaded, instance);
  return {
    instance,
    goal,
    vary,
    start: fullSettings(widget, start, 'start'),
    ...namesIn(widget, Object.keys(goal)),
  };
}

/** How a reader knows measures of an experiment, and its settings. */
export function namesIn(
  widget: AnyWidget,
  measures: readonly string[],
): Pick<ReachData, 'shown' | 'labels'> {
  const shown = measures.map((name) => [name, shownMeasure(widget, name)] as const);
  const labels = Object.entries(widget.params as Table).map(([k, p]) => [k, p.label] as const);
  return { shown: Object.fromEntries(shown), labels: Object.fromEntries(labels) };
}
