/** What is asked of one spread under the settings of the moment, and what of it is known. */
import type { AnySettings } from '../contract/params.ts';
import type { AnyWidget } from '../contract/widget.ts';
import { runKey } from '../record/run-key.ts';
import { runnable, type RunRecord } from '../record/run-record.ts';
import type { RunsAtHand } from '../record/runs-at-hand.ts';
import { linesOf, type LineOrder, type SpreadAsk, type SpreadView } from './spread.ts';

export interface SpreadOrder {
  readonly ask: SpreadAsk;
  readonly settings: AnySettings;
  readonly lines: readonly LineOrder[];
  /** The settings of its runs, each once. */
  readonly runs: readonly AnySettings[];
  /** The same for orders that need the same runs. */
  readonly key: string;
}

/** The runs that an order under way has brought so far, by their keys. */
export interface PartialSpread {
  readonly key: string;
  readonly found: Map<string, RunRecord>;
}

/** The order of a spread, a pinned run's line included. */
export function orderOf(
  widget: AnyWidget,
  ask: SpreadAsk,
  settings: AnySettings,
  pinned: AnySettings | undefined,
): SpreadOrder {
  const lines = linesOf(widget, settings, ask, pinned);
  const runs = new Map(
    lines.flatMap((line) => line.runs).map((one) => [runKey(runnable(widget, one)), one]),
  );
  return { ask, settings, lines, runs: [...runs.values()], key: [...runs.keys()].join() };
}

/** The runs of an order that nobody has made yet. */
export function missing({ runs }: SpreadOrder, known: RunsAtHand): readonly AnySettings[] {
  return runs.filter((one) => !known.record(one));
}

/** How many models these runs train: runs that only use one otherwise share it. A simulation's runs count each. */
export function modelsOf(widget: AnyWidget, runs: readonly AnySettings[]): number {
  const { modelOf } = widget;
  return modelOf ? new Set(runs.map((one) => modelOf(one))).size : runs.length;
}

/** An order as far as it is known, ready to be drawn. */
export function viewOf(
  widget: AnyWidget,
  { ask, settings, lines, key }: SpreadOrder,
  known: Pick<RunsAtHand, 'record'>,
  part?: PartialSpread,
): SpreadView {
  const found = part?.key === key ? part.found : undefined;
  const pointOf = (one: AnySettings): SpreadView['lines'][number]['points'] => {
    const run = known.record(one) ?? found?.get(runKey(runnable(widget, one)));
    return run ? [{ x: Number(one[ask.param]), run }] : [];
  };
  const drawn = lines.map(({ role, label, runs }) => ({
    role,
    label,
    points: runs.flatMap(pointOf),
  }));
  return { ...ask, settings, lines: drawn };
}
