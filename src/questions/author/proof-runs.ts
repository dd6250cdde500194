/** What proofs stand on: the book, its widgets, and whole runs of them. Build and Node only. */
import type { AnySettings } from '../../../widgets/kit/contract/params.ts';
import { measureAll, type AnyWidget } from '../../../widgets/kit/contract/widget.ts';
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

/** Runs a widget for one proof; settings that come again are not run again. */
export function attemptsOf(ground: ProofContext, widget: AnyWidget): Attempts {
  const done = new Map<string, Attempt>();
  return async (list) => {
    const keys = list.map((settings) => JSON.stringify(settings));
    const fresh = list.filter((_, i) => {
      const key = keys[i] ?? '';
      return !done.has(key) && keys.indexOf(key) === i;
    });
    const outcomes = fresh.length > 0 ? await ground.run(widget, fresh) : [];
    for (const [i, settings] of fresh.entries()) {
      const attempt = { state: 'done', settings, ...measureAll(widget, outcomes[i]) } as const;
      done.set(JSON.stringify(settings), attempt);
    }
    return keys.flatMap((key) => done.get(key) ?? []);
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
