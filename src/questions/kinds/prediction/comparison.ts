/** What a prediction says when its experiment has answered, and while it has not. */
import {
  SPREAD,
  type OutcomeDetail,
  type SpreadDetail,
} from '../../../../widgets/kit/contract/border.ts';
import { plain, quantity } from '../../../../widgets/kit/draw/format.ts';
import { distance } from '../../judge/check.ts';
import type { PredictionData } from '../../author/page-data.ts';
import { CHANCE, differing } from '../../page/proposal.ts';
import { readNumber } from '../../judge/read-number.ts';
import { asSaid, inShown } from '../../page/say.ts';
import type { Point } from '../../judge/types.ts';
import type { GivenAnswer } from '../../work/pure/work.ts';
import { PREDICTIONS } from '../../judge/words.ts';

/** How far the answer to a committed prediction is: on its way, behind another one, or still to be asked for. */
export type AskState = 'running' | 'queued' | 'unasked';

/** The sentence for a prediction that has no answer yet. */
export function waitingFor(data: PredictionData, answer: GivenAnswer, standing: AskState): string {
  if (standing === 'queued') return PREDICTIONS.queued;
  const back = standing === 'unasked';
  if (answer === null) return back ? '' : PREDICTIONS.waitingSkipped;
  if (typeof answer !== 'string') return back ? PREDICTIONS.keptCurve : PREDICTIONS.waitingCurve;
  return (back ? PREDICTIONS.kept : PREDICTIONS.waiting)(said(data, answer));
}

/** What a run says to a prediction: `sentence` when it answers it, `why` when it should and has no value. */
export type Comparison = { readonly sentence: string } | { readonly why: string };

/** What a run says to a prediction of one number; nothing when it has other settings. */
function toldByRun(
  data: PredictionData,
  answer: GivenAnswer,
  { run, why, state }: OutcomeDetail,
): Comparison | undefined {
  if (data.spread || state !== 'done') return undefined;
  if (differing(data.expected, run.settings, CHANCE).length > 0) return undefined;
  const value = run.measures[data.measure] ?? null;
  if (value === null) return { why: why[data.measure] ?? '' };
  const here = inShown(value, data.shown);
  const sentence =
    typeof answer === 'string'
      ? PREDICTIONS.saidNumber(said(data, answer), here)
      : PREDICTIONS.skippedNumber(here);
  return { sentence };
}

/** What a spread says to a drawn prediction; nothing when it is another spread. */
function toldBySpread(
  data: PredictionData,
  answer: GivenAnswer,
  run: SpreadDetail,
): Comparison | undefined {
  const { spread, shown } = data;
  if (!spread || run.param !== spread.param || run.measure !== data.measure) return undefined;
  if (differing(data.expected, run.settings, [...CHANCE, spread.param]).length > 0) {
    return undefined;
  }
  const points = run.points.map(({ x, y }) => ({ x, y: y === null ? null : y * shown.scale }));
  const drawn = Array.isArray(answer) ? (answer as readonly Point[]) : [];
  const gap = distance(drawn, points);
  if (!gap) return { sentence: PREDICTIONS.skippedCurve };
  const words = (value: number): string => quantity(value, shown);
  const at = `${spread.label} ${plain(gap.at)}`;
  return { sentence: PREDICTIONS.saidCurve(words(gap.mean), at, words(gap.most)) };
}

/** What an event of the experiment says to a prediction. */
export function toldBy(
  data: PredictionData,
  answer: GivenAnswer,
  event: Event,
): Comparison | undefined {
  const { detail } = event as CustomEvent<OutcomeDetail | SpreadDetail>;
  return event.type === SPREAD
    ? toldBySpread(data, answer, detail as SpreadDetail)
    : toldByRun(data, answer, detail as OutcomeDetail);
}

function said(data: PredictionData, answer: string): string {
  const read = readNumber(answer, data.unit);
  return 'value' in read ? asSaid(read.value, data.unit) : answer;
}
