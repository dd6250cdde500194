/** What a pinned run says: what was set otherwise than at the start, and the first of its measures. */
import { plain, quantity, withUnit } from '../../../widgets/kit/draw/format.ts';
import type { AnySettings } from '../../../widgets/kit/contract/params.ts';
import type { RunRecord } from '../../../widgets/kit/record/run-record.ts';
import { PINNED_RUN } from '#words/src/measured/pure/words';

/** So many measures are shown of a run; the others are where it was made. */
const SHOWN = 3;

/** What an experiment calls its settings and measures: the build writes it into the page. */
export interface Names {
  readonly version: number;
  readonly settings: Readonly<
    Record<
      string,
      {
        readonly label: string;
        readonly start: number | string;
        readonly unit?: string | undefined;
        /** What is said for some of its values. */
        readonly options?: Readonly<Record<string, string>> | undefined;
      }
    >
  >;
  readonly measures: Readonly<
    Record<
      string,
      {
        readonly label: string;
        readonly digits: number;
        readonly unit?: string | undefined;
        readonly figures?: number | undefined;
        readonly isDifference?: true | undefined;
        readonly says?: readonly [string, string] | undefined;
      }
    >
  >;
}

/** The file of it. */
export const NAMED = 'measured/names.json';

/** The experiments of a book. */
export interface Named {
  /** By their tags. */
  readonly names: Readonly<Record<string, Names>>;
  /** By their ids, with what each sets otherwise than its widget does by itself. */
  readonly placed: Readonly<Record<string, { readonly tag: string; readonly start: AnySettings }>>;
}

/** What was set, where `start` is what its instance sets by itself. */
export function setIn({ settings }: RunRecord, names: Names, start: AnySettings): string {
  const said = Object.entries(names.settings).flatMap(
    ([name, { label, unit, options = {}, ...param }]) => {
      const value = settings[name];
      if (value === undefined || value === (start[name] ?? param.start)) return [];
      const shown = typeof value === 'number' ? numberSaid(value, unit) : value;
      return [`${label} ${options[value] ?? shown}`];
    },
  );
  return said.length > 0 ? said.join('; ') : PINNED_RUN.asAtStart;
}

function numberSaid(value: number, unit: string | undefined): string {
  return unit === 'share' ? withUnit(plain(100 * value), '%') : withUnit(plain(value), unit);
}

/** What came of it. */
export function foundIn({ measures }: RunRecord, names: Names): string {
  return Object.entries(names.measures)
    .flatMap(([name, { label, says, ...how }]) => {
      const value = measures[name];
      return typeof value === 'number'
        ? [`${label}: ${says?.[value] ?? quantity(value, how)}`]
        : [];
    })
    .slice(0, SHOWN)
    .join('; ');
}
