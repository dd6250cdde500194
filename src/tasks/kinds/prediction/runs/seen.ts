/** The runs that answer one prediction, as they come: all with one seed, in any order. */
import { OUTCOME, type OutcomeDetail } from '../../../../../widgets/kit/contract/border.ts';
import type { AnySettings } from '../../../../../widgets/kit/contract/params.ts';
import { CHANCE, differing } from '../../../judge/differing.ts';
import type { PredictionData, Told } from '../form.ts';
import type { ReadingAsked } from './data.ts';

/** A value that a run has given, in the measure's own unit. */
export interface Reading extends ReadingAsked {
  readonly value: number;
}

/** What has been seen of the runs so far. */
export class SeenRuns {
  readonly #base: AnySettings;
  readonly #when: AnySettings;
  readonly #asked: readonly ReadingAsked[];
  /** By what sets a run apart. */
  readonly #seen = new Map<string, OutcomeDetail>();

  constructor({ expected, when }: PredictionData, asked: readonly ReadingAsked[]) {
    this.#base = expected;
    this.#when = when;
    this.#asked = asked;
  }

  /** The names of settings in which the runs differ. */
  get varied(): readonly string[] {
    return [...new Set(this.#asked.flatMap(({ own }) => Object.keys(own)))];
  }

  /** The settings of the next run that is wanted. */
  get next(): AnySettings {
    const next = this.#asked.find(({ own }) => !this.#seen.has(nameOf(own)));
    return { ...this.#when, ...next?.own };
  }

  /** Takes a run; false when it is none of those that answer. */
  take(event: Told): boolean {
    if (event.type !== OUTCOME) return false;
    const detail = event.detail as OutcomeDetail;
    const { run, state } = detail;
    const own = this.#asked.find(
      (one) => differing({ ...this.#base, ...one.own }, run.settings, CHANCE).length === 0,
    )?.own;
    if (!own || state !== 'done') return false;
    // Runs of different seeds are not compared.
    const before = [...this.#seen.values()][0]?.run.settings ?? run.settings;
    if (CHANCE.some((name) => before[name] !== run.settings[name])) this.#seen.clear();
    this.#seen.set(nameOf(own), detail);
    return true;
  }

  /** Every value; a reason where one has none; nothing while a run is missing. */
  get readings(): readonly Reading[] | { readonly why: string } | undefined {
    const readings: Reading[] = [];
    for (const one of this.#asked) {
      const detail = this.#seen.get(nameOf(one.own));
      if (!detail) return undefined;
      const value = detail.run.measures[one.measure] ?? null;
      if (value === null) return { why: detail.why[one.measure] ?? '' };
      readings.push({ ...one, value });
    }
    return readings;
  }
}

const nameOf = (own: AnySettings): string => JSON.stringify(own);
