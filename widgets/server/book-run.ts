/** The book's own runs: the widget's code, run on Node at build time, and again only when it has changed. */
import { keptOutcomes } from '../run/kept/kept-outcomes.ts';
import type { AnySettings } from '../kit/contract/params.ts';
import type { AnyWidget } from '../kit/contract/widget.ts';
import { RunCache } from '../kit/record/run-cache.ts';
import { resultOf, runnable, type RunResult } from '../kit/record/run-record.ts';

/** More than the pages of a book show; an outcome may be large. */
const MOST = 500;
const runs = new RunCache<Promise<RunResult>>(MOST);

/** Runs a widget on Node, or hands back what the same settings gave before. */
export function bookRun(widget: AnyWidget, settings: AnySettings): Promise<RunResult> {
  const wanted = runnable(widget, settings);
  const known = runs.get(wanted);
  if (known) return known;
  const run = keptOutcomes(widget, [settings]).then(([outcome]) =>
    resultOf(widget, settings, outcome),
  );
  runs.add(wanted, run);
  return run;
}

/** As `bookRun`; what goes wrong says where in the book it went wrong. */
export async function bookRunAt(
  where: string,
  widget: AnyWidget,
  settings: AnySettings,
): Promise<RunResult> {
  try {
    return await bookRun(widget, settings);
  } catch (error) {
    throw new Error(`${where}: ${(error as Error).message}`, { cause: error });
  }
}
