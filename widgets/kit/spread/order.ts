/** What is asked of one spread under the settings of the moment, and what of it is known. */
import { knownLines, runsOf, type KnownRuns } from '../record/known-runs.ts';
import type { AnySettings } from '../contract/params.ts';
import { linesOf, type LineOrder, type SpreadAsk, type SpreadView } from './spread.ts';
import type { AnyWidget, Measured } from '../contract/widget.ts';

export interface SpreadOrder {
  readonly ask: SpreadAsk;
  readonly settings: AnySettings;
  readonly lines: readonly LineOrder[];
  /** Its runs, each once, by their keys. */
  readonly runs: ReadonlyMap<string, AnySettings>;
  /** The same for orders that need the same runs. */
  readonly key: string;
}

/** The measures of runs by their keys, as far as an order that is under way has brought them. */
export interface PartialSpread {
  readonly key: string;
  readonly found: Map<string, Measured>;
}

/** The order of a spread, a pinned run's line included. */
export function orderOf(
  widget: AnyWidget,
  ask: SpreadAsk,
  settings: AnySettings,
  pinned: AnySettings | undefined,
): SpreadOrder {
  const lines = linesOf(widget, settings, ask, pinned);
  const runs = runsOf(widget, lines);
  return { ask, settings, lines, runs, key: [...runs.keys()].join() };
}

/** The runs of an order that nobody has made yet. */
export function missing({ runs }: SpreadOrder, known: KnownRuns): readonly AnySettings[] {
  return [...runs].flatMap(([key, one]) => (known.get(key) ? [] : [one]));
}

/** An order as far as it is known, ready to be drawn. */
export function viewOf(
  widget: AnyWidget,
  { ask, settings, lines, key }: SpreadOrder,
  known: KnownRuns,
  part: PartialSpread | undefined,
): SpreadView {
  const found = part?.key === key ? part.found : undefined;
  const of = (run: string): Measured | undefined => known.get(run) ?? found?.get(run);
  return { ...ask, settings, lines: knownLines(widget, lines, ask.param, of) };
}
