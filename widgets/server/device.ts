/** What an instrument that times the reader's device needs of its experiment, and the book's own measurement. Build only. */
import { AuthorFault } from '../kit/contract/author-settings.ts';
import type { AnySettings, Table } from '../kit/contract/params.ts';
import type { AnyWidget } from '../kit/contract/widget.ts';
import { settingsOf, type DeviceSets, type Target } from '../kit/device/apply.ts';
import { fitTimes, type Fit } from '../kit/device/fit.ts';
import type { MachineName } from '../kit/device/machines.ts';
import { BOOK_TIMES } from './book-times.ts';

/** Settings of the experiment, by name: what a batch takes however small it is, what each item adds, how many requests come in a second. */
export type SetsNames = Readonly<Record<'fixed' | 'each' | 'rate', string>> & {
  /** What reading a token costs, in an experiment that has it, and how many are read for each that is written. */
  readonly read?: string;
  readonly reads?: number;
  /** What is set besides. */
  readonly when?: AnySettings;
};

/** What the instrument sets, and what the book has found with it. */
export interface BookDevice {
  readonly sets: DeviceSets;
  readonly fit: Fit;
  readonly applied: ReturnType<typeof settingsOf>;
}

/** Stops the build where the experiment has no such number. */
export function bookDevice(
  { tag, params }: AnyWidget,
  start: AnySettings,
  names: SetsNames,
  machine: MachineName,
): BookDevice {
  const target = (name: string): Target => {
    const param = (params as Table)[name];
    if (param?.kind !== 'number')
      throw new AuthorFault(`<ThisDevice>: ${tag} has no number called "${name}"`);
    const { label, min, max } = param;
    return { name, label, min, max };
  };
  const [fixed, each, rate] = [names.fixed, names.each, names.rate].map((name) =>
    Number(start[name]),
  ) as [number, number, number];
  const { reads = 0 } = names;
  const read = Number(start[names.read ?? ''] ?? 0);
  const sets = {
    fixed: target(names.fixed),
    each: target(names.each),
    rate: target(names.rate),
    read: names.read === undefined ? undefined : { target: target(names.read), times: reads },
    also: names.when,
    // As busy as the machine of the experiment is at its start.
    busy: (rate * (fixed + each + reads * read)) / 1000,
  };
  const fit = fitTimes(BOOK_TIMES[machine]);
  return { sets, fit, applied: settingsOf(fit.costs, sets) };
}
