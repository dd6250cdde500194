/** What a run yields: the scores of held-out messages, and how they are used. What follows from both is counted in `metrics.ts`. */
import { pairs, range } from 'd3-array';
import type { Epochs } from '#kit/contract';
import { within } from '#kit/numbers';
import { countFrom, curve, cutForAlarms, cutForCost, standingAt } from './metrics.ts';
import type { HeldOutScores, Place, Standing } from './metrics.ts';
import type { ImbalanceSettings } from './params.ts';

/** Scores are log-odds in whole hundredths, up to 20: finer than any two back ends agree, and short to send. */
const [PRECISION, HIGHEST] = [100, 2000];
/** The rate of false alarms that `thresholdBy: alarms` allows on the validation part. */
export const ALARM_RATE = 0.005;

/** The outcome of a run: small, and a plain value, so that it can cross from worker to page. */
export interface ImbalanceOutcome {
  /** Messages learned from. */
  readonly learned: Readonly<Record<'spam' | 'genuine', number>>;
  /** Messages to choose a threshold on. */
  readonly validation: HeldOutScores;
  readonly test: HeldOutScores;
  /** Messages on screen, their texts masked. */
  readonly shown: readonly Readonly<{ text: string; isSpam: boolean; score: number }>[];
  readonly epochs: Epochs;
  /** How the scores are used: nothing here is learned. `null` is a cut that nothing reaches, for JSON knows no infinity. */
  readonly use: Place & { readonly cut: number | null };
}

/** A probability of spam as a score, not rounded: 0.5 is 0. */
function scoreOf(probability: number): number {
  return PRECISION * Math.log(probability / (1 - probability));
}

/** A probability of spam as it is kept. */
export function roundedScore(probability: number): number {
  return within(-HIGHEST, Math.round(scoreOf(probability)), HIGHEST) + 0;
}

/** The probability of spam behind a score. */
export function probabilityOf(score: number): number {
  return 1 / (1 + Math.exp(-score / PRECISION));
}

/** How settings use the scores of a model. */
export function useOf(settings: ImbalanceSettings, validation: HeldOutScores) {
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

/** The share of spam among messages that are said to be spam at about so much, at the share of spam in use. */
export function calibrationOf({ use, test }: ImbalanceOutcome) {
  return pairs([0, 0.05, 0.2, 0.4, 0.6, 0.8, 1]).flatMap(([low, high]) => {
    const [spam = 0, genuine = 0] = [test.spam, test.genuine].map(
      (scores) => countFrom(scores, scoreOf(low)) - countFrom(scores, scoreOf(high)),
    );
    const real = (use.share * spam) / test.spam.length;
    const all = real + ((1 - use.share) * genuine) / test.genuine.length;
    return spam + genuine < 5 ? [] : [[(low + high) / 2, real / all] as const];
  });
}

/** What 1,000 messages cost, by the threshold. */
export function costsOf({ test, use }: ImbalanceOutcome) {
  return range(61).map((i) => {
    const threshold = 10 ** (-3 + i / 20);
    return [threshold, standingAt(test, scoreOf(threshold), use).cost] as const;
  });
}
