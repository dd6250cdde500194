/** The name of a run. In a file of its own: what keeps a reader's runs needs no more of a record than this. */
import type { RunRecord } from './run-record.ts';

/** What a run is a run of. */
export type Runnable = Pick<RunRecord, 'widget' | 'version' | 'settings'>;

/** The name of a run: two runs have the same one exactly when they have the same outcome, whatever the order of settings. */
export function runKey({ widget, version, settings }: Runnable): string {
  const sorted = Object.keys(settings)
    .sort()
    .map((name) => [name, settings[name]]);
  return `${widget}@${version} ${JSON.stringify(sorted)}`;
}
