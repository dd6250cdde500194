/** What proofs stand on: the book, its widgets, and whole runs of them. Build and Node only. */
import type { AnySettings } from '../../../widgets/kit/contract/params.ts';
import type { AnyWidget } from '../../../widgets/kit/contract/widget.ts';
import { RunCache } from '../../../widgets/kit/record/run-cache.ts';
import { recordOf, resultOf, runKey, runnable } from '../../../widgets/kit/record/run-record.ts';
import { AuthorFault } from '../../../widgets/kit/contract/author-settings.ts';
import { shownMeasure, type ShownMeasure, type Widgets } from './context.ts';
import type { Book } from './load.ts';
import type { Attempt } from '../judge/types.ts';

/** What proofs run with; `run` gives a widget's last outcomes at a list of full settings, in its order. */
export interface ProofContext {
  readonly book: Book;
  readonly widgets: Widgets;
  readonly run: (widget: AnyWidget, list: readonly AnySettings[]) => Promise<readonly unknown[]>;
}

/** Whole runs as a question sees them, in the order of the settings. */
export type Attempts = (list: readonly AnySettings[]) => Promise<readonly Attempt[]>;

/** More than one proof asks for. */
const MOST = 500;

/** Runs a widget for one proof; settings that come again are not run again. */
export function attemptsOf(ground: ProofContext, widget: AnyWidget): Attempts {
  const done = new RunCache<Attempt>(MOST);
  return async (list) => {
    const wanted = new Map(list.map((one) => [runKey(runnable(widget, one)), one]));
    const fresh = [...wanted.values()].filter((one) => !done.get(runnable(widget, one)));
    const outcomes = fresh.length > 0 ? await ground.run(widget, fresh) : [];
    for (const [i, settings] of fresh.entries()) {
      const run = resultOf(widget, settings, outcomes[i]);
      done.add(run, { ...recordOf(run), why: run.why, state: 'done' });
    }
    return list.flatMap((one) => done.get(runnable(widget, one)) ?? []);
  };
}

/** How the measure is shown; throws when the question asks for it in another unit. */
export function unitFits(
  unit: string | undefined,
  widget: AnyWidget,
  measure: string,
): ShownMeasure {
  const shown = shownMeasure(widget, measure);
  if (unit === undefined || shown.unit === undefined || unit === shown.unit) return shown;
  throw new AuthorFault(`unit: ${widget.tag} gives ${measure} in ${shown.unit}, not in ${unit}`);
}
