/** What a run yields: the scores of held-out messages, and how they are used. What follows from both is counted in `metrics.ts`. */
import type { Epochs, GhostRun } from '#kit/contract';
import { cutForAlarms, cutForCost, standingAt } from './metrics.ts';
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

/** The threshold in use as a probability. */
export function thresholdOf({ use }: ImbalanceOutcome): number {
  return probabilityOf(use.cut ?? Infinity);
}

/** What 1,000 messages cost with a filter that never raises an alarm. */
export function costOfSilence({ test, use }: ImbalanceOutcome): number {
  return standingAt(test, Infinity, use).cost;
}
