/** What a prediction says when its experiment has answered, and while it has not. */
import {
  SPREAD,
  type OutcomeDetail,
  type SpreadDetail,
} from '../../../../widgets/kit/contract/border.ts';
import { plain, quantity } from '../../../../widgets/kit/draw/format.ts';
import type { Point } from '../../judge/answers.ts';
import { readNumber } from '../../judge/read-number.ts';
import { CHANCE, differing } from '../../judge/same-run.ts';
import { asSaid, inShown } from '../../judge/shown-measure.ts';
import type { GivenAnswer } from '../../work/pure/work.ts';
import type { PredictionData } from './data.ts';
import { distance } from './judge/distance.ts';
import { ANSWERS } from './answer-words.ts';

/**
 * How far the answer to a committed prediction is: on its way, behind another one, still to be asked for, or not to be had
 * on this page, because the link that opened it has locked what the run needs.
 */
export type Waiting = 'running' | 'queued' | 'unasked' | 'locked';

/** The sentence for a prediction that has no answer yet. */
export function waitingWords(data: PredictionData, guess: GivenAnswer, waiting: Waiting): string {
  if (waiting === 'queued') return ANSWERS.queued;
  const isUnasked = waiting !== 'running';
  if (guess === null) return isUnasked ? '' : ANSWERS.waitingSkipped;
  if (typeof guess !== 'string') {
    return isUnasked ? ANSWERS.keptCurve : ANSWERS.waitingCurve;
  }
  return (isUnasked ? ANSWERS.kept : ANSWERS.waiting)(guessWords(data, guess));
}

/** What a run says to a prediction: `sentence` when it answers it, `why` when it should and has no value. */
export type Comparison = { readonly sentence: string } | { readonly why: string };

/** What an event of the experiment says to a prediction; nothing when it comes of other settings. */
export function compare(
  data: PredictionData,
  guess: GivenAnswer,
  event: Event,
): Comparison | undefined {
  const { detail } = event as CustomEvent<OutcomeDetail | SpreadDetail>;
  return event.type === SPREAD
    ? compareCurve(data, guess, detail as SpreadDetail)
    : compareNumber(data, guess, detail as OutcomeDetail);
}

function compareNumber(
  data: PredictionData,
  guess: GivenAnswer,
  { run, why, state }: OutcomeDetail,
): Comparison | undefined {
  if (data.spread || state !== 'done') return undefined;
  if (differing(data.expected, run.settings, CHANCE).length > 0) return undefined;
  const value = run.measures[data.measure] ?? null;
  if (value === null) return { why: why[data.measure] ?? '' };
  const here = inShown(value, data.shown);
  const sentence =
    typeof guess === 'string'
      ? ANSWERS.saidNumber(guessWords(data, guess), here)
      : ANSWERS.skippedNumber(here);
  return { sentence };
}

function compareCurve(
  data: PredictionData,
  guess: GivenAnswer,
  curve: SpreadDetail,
): Comparison | undefined {
  const { spread, shown } = data;
  if (!spread || curve.param !== spread.param || curve.measure !== data.measure) return undefined;
  if (differing(data.expected, curve.settings, [...CHANCE, spread.param]).length > 0) {
    return undefined;
  }
  const points = curve.points.map(({ x, y }) => ({ x, y: y === null ? null : y * shown.scale }));
  const drawn = Array.isArray(guess) ? (guess as readonly Point[]) : [];
  const gap = distance(drawn, points);
  if (!gap) return { sentence: ANSWERS.skippedCurve };
  const words = (value: number): string => quantity(value, shown);
  const at = `${spread.label} ${plain(gap.at)}`;
  return { sentence: ANSWERS.saidCurve(words(gap.mean), at, words(gap.most)) };
}

function guessWords(data: PredictionData, guess: string): string {
  const read = readNumber(guess, data.unit);
  return 'value' in read ? asSaid(read.value, data.unit) : guess;
}
