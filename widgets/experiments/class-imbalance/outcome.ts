/** What a run yields: the scores of held-out messages, and how they are used. What follows from both is counted here. */
import type { Missing } from '../../kit/contract/widget.ts';
import { modelKey } from './training-sets.ts';
import * as metrics from './metrics.ts';
import type { Confusion, Costs, CurvePoint, HeldOutScores } from './metrics.ts';
import type { ImbalanceSettings } from './params.ts';

/** Scores are log-odds in whole hundredths: finer than any two back ends agree, and short to send. */
const PRECISION = 100;
const HIGHEST = 2000;
/** The rate of false alarms that `thresholdBy: alarms` allows on the validation part. */
const ALARM_RATE = 0.005;

/** How the scores are used: nothing here is learned. */
interface Use {
  readonly cut: number | null;
  readonly share: number;
  readonly costs: Costs;
}

/** The outcome of a run: small, and a plain value, so that it can cross from worker to page. */
export interface ImbalanceOutcome {
  /** Messages learned from. */
  readonly learned: { readonly spam: number; readonly genuine: number };
  /** Messages to choose a threshold on. */
  readonly validation: HeldOutScores;
  readonly test: HeldOutScores;
  /** Messages on screen, their texts masked. */
  readonly shown: readonly {
    readonly text: string;
    readonly isSpam: boolean;
    readonly score: number;
  }[];
  readonly epochs: { readonly done: number; readonly planned: number };
  readonly use: Use;
}

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

/** How settings use the scores of a model; `null` stands for a cut that nothing reaches, for JSON knows no infinity. */
export function useOf(settings: ImbalanceSettings, validation: HeldOutScores): Use {
  const costs = { miss: settings.missCost, alarm: settings.alarmCost };
  const share = settings.deployedShare;
  const cut =
    settings.thresholdBy === 'alarms'
      ? metrics.cutForAlarms(validation, ALARM_RATE)
      : settings.thresholdBy === 'cost'
        ? metrics.cutForCost(validation, share, costs)
        : scoreOf(settings.threshold);
  return { cut: Number.isFinite(cut) ? cut : null, share, costs };
}

/** The same trained model under other settings; nothing when these ask for another model. */
export function reused(
  settings: ImbalanceSettings,
  ran: { readonly settings: ImbalanceSettings; readonly outcome: ImbalanceOutcome },
): ImbalanceOutcome | undefined {
  if (modelKey(settings) !== modelKey(ran.settings)) return undefined;
  return { ...ran.outcome, use: useOf(settings, ran.outcome.validation) };
}

/** The score from which on there is an alarm. */
export function cutOf({ use }: ImbalanceOutcome): number {
  return use.cut ?? Infinity;
}

/** The threshold in use as a probability. */
export function thresholdOf(outcome: ImbalanceOutcome): number {
  return probabilityOf(cutOf(outcome));
}

/** The confusion table on the test part, weighted to the share in use. */
export function confusionOf(outcome: ImbalanceOutcome): Confusion {
  return metrics.confusionAt(outcome.test, cutOf(outcome), outcome.use.share);
}

/** Where on the curves the filter works. */
export function operatingPoint(outcome: ImbalanceOutcome): CurvePoint {
  return metrics.pointAt(outcome.test, cutOf(outcome));
}

/** Share of the alarms that are real, or why there is none. */
export function precisionOf(outcome: ImbalanceOutcome): number | Missing {
  const value = metrics.precision(confusionOf(outcome));
  return value ?? { why: 'the filter raises no alarm, so none can be right or wrong' };
}

/** What mistakes among 1,000 messages cost with the filter, and with one that never raises an alarm. */
export function costsOf(outcome: ImbalanceOutcome): { filter: number; never: number } {
  const { share, costs } = outcome.use;
  return {
    filter: metrics.costPerThousand(confusionOf(outcome), costs),
    never: 1000 * share * costs.miss,
  };
}
