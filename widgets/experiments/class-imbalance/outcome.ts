/** What a run yields: the scores of held-out messages, and how they are used. What follows from both is counted in `metrics.ts`. */
import { pairs, range } from 'd3-array';
import type { Epochs, GhostRun } from '#kit/contract';
import { countFrom, curve, cutForAlarms, cutForCost, standingAt } from './metrics.ts';
import type { HeldOutScores, Place, Standing } from './metrics.ts';
import type { ImbalanceSettings } from './params.ts';

/** Scores are log-odds in whole hundredths, up to 20: finer than any two back ends agree, and short to send. */
const [PRECISION, HIGHEST] = [100, 2000];
/** The rate of false alarms that `thresholdBy: alarms` allows on the validation part. */
export const ALARM_RATE = 0.005;

/** How the scores are used: nothing here is learned. `null` stands for a cut that nothing reaches, for JSON knows no infinity. */
interface Use extends Place {
  readonly cut: number | null;
}

/** The outcome of a run: small, and a plain value, so that it can cross from worker to page. */
export interface ImbalanceOutcome {
  /** Messages learned from. */
  readonly learned: Readonly<Record<'spam' | 'genuine', number>>;
  /** Messages to choose a threshold on. */
  readonly validation: HeldOutScores;
  readonly test: HeldOutScores;
  /** Messages on screen, their texts masked. */
  readonly shown: readonly {
    readonly text: string;
    readonly isSpam: boolean;
    readonly score: number;
  }[];
  readonly epochs: Epochs;
  readonly use: Use;
}

/** Another run, drawn behind. */
export type Behind = GhostRun<unknown, ImbalanceOutcome> | undefined;

/** A probability of spam as a score, not rounded: 0.5 is 0. */
export function scoreOf(probability: number): number {
  return PRECISION * Math.log(probability / (1 - probability));
}

/** A probability of spam as it is kept. */
export function roundedScore(probability: number): number {
  const score = Math.round(scoreOf(probability));
  return Math.max(-HIGHEST, Math.min(HIGHEST, score)) + 0;
}

/** The probability of spam behind a score. */
export function probabilityOf(score: number): number {
  return 1 / (1 + Math.exp(-score / PRECISION));
}

/** How settings use the scores of a model. */
export function useOf(settings: ImbalanceSettings, validation: HeldOutScores): Use {
  const { deployedShare: share, missCost: miss, alarmCost: alarm, thresholdBy } = settings;
  const place = { share, costs: { miss, alarm } };
  let cut = scoreOf(settings.threshold);
  if (thresholdBy === 'alarms') cut = cutForAlarms(validation, ALARM_RATE);
  if (thresholdBy === 'cost') cut = cutForCost(validation, place);
  return { cut: Number.isFinite(cut) ? cut : null, ...place };
}

/** How the filter does on the test part where it works. */
export function standingOf({ test, use }: ImbalanceOutcome): Standing {
  return standingAt(test, use.cut ?? Infinity, use);
}

/** How the filter does at every cut. */
export function curveOf({ test, use }: ImbalanceOutcome): readonly Standing[] {
  return curve(test, use);
}

/** What becomes of 1,000 messages, in whole numbers; those judged right are as many as the accuracy says. */
export function fatesOf(outcome: ImbalanceOutcome) {
  const { accuracy, caught, missed } = standingOf(outcome);
  const right = Math.round(1000 * accuracy);
  const wrong = 1000 - right;
  const lost = Math.round((wrong * missed) / (1 - accuracy || 1));
  return { right, wrong, lost, held: wrong - lost, found: Math.round((right * caught) / accuracy) };
}

/** The threshold in use as a probability. */
export function thresholdOf({ use }: ImbalanceOutcome): number {
  return probabilityOf(use.cut ?? Infinity);
}

/** What 1,000 messages cost with a filter that never raises an alarm. */
export function costOfSilence({ test, use }: ImbalanceOutcome): number {
  return standingAt(test, Infinity, use).cost;
}

/** Bounds of what the filter says, as probabilities. */
const BANDS = [0, 0.05, 0.2, 0.4, 0.6, 0.8, 1];

/** The share of spam among messages that are said to be spam at about so much, at the share of spam in use. */
export function calibrationOf({
  use,
  test,
}: ImbalanceOutcome): readonly (readonly [number, number])[] {
  return pairs(BANDS).flatMap(([low, high]) => {
    const within = (scores: readonly number[]): number =>
      countFrom(scores, scoreOf(low)) - countFrom(scores, scoreOf(high));
    const [spam, genuine] = [within(test.spam), within(test.genuine)];
    const real = (use.share * spam) / test.spam.length;
    const all = real + ((1 - use.share) * genuine) / test.genuine.length;
    return spam + genuine < 5 ? [] : [[(low + high) / 2, real / all] as const];
  });
}

/** What 1,000 messages cost, by the threshold. */
export function costsOf({ test, use }: ImbalanceOutcome): readonly (readonly [number, number])[] {
  return range(61).map((i) => {
    const threshold = 10 ** (-3 + i / 20);
    return [threshold, standingAt(test, scoreOf(threshold), use).cost];
  });
}

/** The highest cost that is seen: twice that of never raising an alarm, or what this threshold costs where that is not far more. */
export function highestCost(outcome: ImbalanceOutcome): number {
  const never = costOfSilence(outcome);
  const now = standingOf(outcome).cost;
  return Math.max(1e-9, 2 * never, Math.min(now * 1.2, 4 * never));
}
