/** One run written down: the same thing in events, in a reader's work, in citations, on the command line and in hand-ins. */
import type { AnySettings } from '../contract/params.ts';
import type { Measured } from '../contract/widget.ts';

/** What was run and what came of it: enough for anybody to run it again and compare. */
export interface RunRecord {
  /** The widget's tag. */
  readonly widget: string;
  /** The widget's version that ran. */
  readonly version: number;
  /** Every setting, seed included. */
  readonly settings: AnySettings;
  /** Every measure to nine significant digits, or `null` where it has no value. */
  readonly measures: Measured;
  /** What it ran on, by name: `sim`, `wasm`, `webgpu`; empty for the book's own run. Environment, never a setting. */
  readonly backend: string;
}

/** What a run is a run of. */
export type Runnable = Pick<RunRecord, 'widget' | 'version' | 'settings'>;

/** The name of a run: two runs have the same one exactly when they have the same outcome, whatever the order of settings. */
export function runKey({ widget, version, settings }: Runnable): string {
  const sorted = Object.keys(settings)
    .sort()
    .map((name) => [name, settings[name]]);
  return `${widget}@${version} ${JSON.stringify(sorted)}`;
}
