/** The name of a run. In a file of its own: what keeps a reader's runs needs no more of a record than this. */
import type { AnySettings } from '../contract/params.ts';

/** What a run is a run of. */
export interface Runnable {
  /** The widget's tag. */
  readonly widget: string;
  /** The widget's version that runs. */
  readonly version: number;
  /** Every setting, seed included. */
  readonly settings: AnySettings;
}

/** The name of a run: two runs have the same one exactly when they have the same outcome, whatever the order of settings. */
export function runKey({ widget, version, settings }: Runnable): string {
  const sorted = Object.keys(settings)
    .sort()
    .map((name) => [name, settings[name]]);
  return `${widget}@${version} ${JSON.stringify(sorted)}`;
}
