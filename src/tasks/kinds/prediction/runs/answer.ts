/** What several readings say to a prediction: asks for one run after the other until all are there. */
import { CHANCE, differing } from '../../../judge/differing.ts';
import type { FormAnswer, PredictionData, Told } from '../form.ts';
import { asFound, neededFor } from '../needed.ts';
import type { ReadingAsked } from './prove.ts';
import type { GivenAnswer } from '../../../storage/pure/work.ts';
import { OUTCOME, type OutcomeDetail } from '../../../../../widgets/kit/contract/border.ts';
import type { AnySettings } from '../../../../../widgets/kit/contract/params.ts';

/** What one form makes of them: a sentence with what was committed, and one that compares. */
interface Sentences extends Pick<FormAnswer, 'kept' | 'draw' | 'about'> {
  compare(guess: GivenAnswer, readings: readonly Reading[]): string;
}

/** The answer of a form that compares readings. */
export function answerByRuns(
  data: PredictionData,
  asked: readonly ReadingAsked[],
  { compare, ...own }: Sentences,
): FormAnswer {
  const seen = new SeenRuns(data, asked);
  return {
    by: OUTCOME,
    needs: neededFor(data, seen.varied),
    ask: () => ({ settings: seen.next, run: true }),
    compare(guess, event) {
      if (!seen.take(event)) return undefined;
      const { readings } = seen;
      if (!readings) return { more: true };
      if ('why' in readings) return readings;
      const found = readings.map(({ value, shown }) => asFound(value * shown.scale));
      return { sentence: compare(guess, readings), ...(own.draw && { found }) };
    },
    ...own,
  };
}

/** A value that a run has given, in the measure's own unit. */
export interface Reading extends ReadingAsked {
  readonly value: number;
}

/** What has been seen of the runs so far. */
class SeenRuns {
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
