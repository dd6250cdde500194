/** The reader's last run of an experiment, as another one names it. */
import type { AnySettings } from '../../../widgets/kit/contract/params.ts';
import type { RunRecord } from '../../../widgets/kit/record/run-record.ts';

/** Which runs can be taken along, and into which setting. */
export interface Takes {
  readonly param: string;
  /** The widget whose runs they are, and its version: older ones gave another outcome. */
  readonly run: string;
  readonly version: number;
  /** Values of settings that can be taken. */
  readonly among: Readonly<Record<string, readonly string[]>>;
  readonly defaults: AnySettings;
}

/** A run of a reader, with the time at which it was done. */
export interface OwnRun {
  readonly run: RunRecord;
  readonly state: string;
  readonly time: string;
}

/** The last whole run that can be taken, written as `digits?seed=4`; nothing where there is none. */
export function lastRun(
  { run: widget, version, among, defaults }: Takes,
  runs: readonly OwnRun[],
): string | undefined {
  const last = runs
    .filter(({ run, state }) => {
      const isTaken = Object.entries(among).every(([name, values]) =>
        values.includes(String(run.settings[name])),
      );
      return run.widget === widget && run.version === version && state === 'done' && isTaken;
    })
    .toSorted((a, b) => (a.time < b.time ? -1 : 1))
    .at(-1);
  if (!last) return undefined;
  const own = Object.entries(last.run.settings).filter(([name, value]) => value !== defaults[name]);
  return [widget, own.map(([name, value]) => `${name}=${value}`).join('&')]
    .filter((one) => one !== '')
    .join('?');
}

/**
 * The runs in a stored text, of all experiments; what is no run is passed over. Throws where the text is no JSON. Read here and
 * not with the store's own reader: that one would come along with every question that is touched.
 */
export function runsIn(text: string): readonly OwnRun[] {
  const all = Object.values((JSON.parse(text) ?? {}) as Readonly<Record<string, unknown>>);
  return all
    .flatMap((one) => (one as { recent?: unknown } | null)?.recent ?? [])
    .filter((one): one is OwnRun => {
      const { run, time } = (one ?? {}) as Partial<OwnRun>;
      return typeof time === 'string' && typeof run?.settings === 'object';
    });
}
