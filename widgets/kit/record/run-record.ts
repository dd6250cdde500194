/** One run written down: the same thing in events, in a reader's work, in citations, on the command line and in hand-ins. */
import type { AnySettings } from '../contract/params.ts';
import { measureAll, type AnyWidget, type Measured } from '../contract/widget.ts';
import { runKey, type Runnable } from './run-key.ts';

/** What was run and what came of it: enough for anybody to run it again and compare. */
export interface RunRecord extends Runnable {
  /** Every measure to nine significant digits, or `null` where it has no value. */
  readonly measures: Measured;
  /** What it ran on, by name: `sim`, `wasm`, `webgpu`; empty for the book's own run. Environment, never a setting. */
  readonly backend: string;
}

/** A run in full: its record, its outcome, and why a measure has no value, by the measure's name. */
export interface RunResult extends RunRecord {
  readonly outcome: unknown;
  readonly why: Readonly<Record<string, string>>;
}

/** A widget's run at full settings, before anything has come of it. */
export function runnable(widget: AnyWidget, settings: AnySettings): Runnable {
  return { widget: widget.tag, version: widget.version, settings };
}

/** The run that gave an outcome: the one place where its measures are computed. */
export function resultOf(
  widget: AnyWidget,
  settings: AnySettings,
  outcome: unknown,
  backend = '',
): RunResult {
  return { ...runnable(widget, settings), ...measureAll(widget, outcome), outcome, backend };
}

/** A run's record alone, as it is handed on. */
export function recordOf({ widget, version, settings, measures, backend }: RunRecord): RunRecord {
  return { widget, version, settings, measures, backend };
}

/** Whether two runs are runs of the same settings. */
export function areAlike(a: Runnable, b: Runnable): boolean {
  return runKey(a) === runKey(b);
}
