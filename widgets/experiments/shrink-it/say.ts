/** The run in a sentence, and as a table. */
import type { Rows } from '#kit/contract';
import { number, perCent } from '#kit/draw';
import { mostLost, pointOf, worstOf, type ShrinkOutcome } from './outcome.ts';
import { FLOAT } from './lent.ts';
import type { ShrinkSettings } from './params.ts';

const LEARNING = 'The model is still learning.';

/** The takeaway and, given the run before, what changed. */
export function say(
  { prune, retrain }: ShrinkSettings,
  outcome: ShrinkOutcome,
  before?: ShrinkOutcome,
): string {
  const point = pointOf(outcome);
  const { whole, tested, bits } = outcome;
  if (!point || !whole) return LEARNING;
  const further = retrain === '1' ? ', trained further' : '';
  const left = prune > 0 ? ` and ${perCent(1 - prune, 0)} of its weights${further}` : '';
  const isWhole = bits === FLOAT && prune === 0;
  const each = bits === 1 ? 'one bit' : bitsOf(bits);
  const shape = isWhole ? 'As trained' : `With ${each} per weight${left}`;
  const old = before && pointOf(before);
  const size = old && old.bytes !== point.bytes ? ` (${number(old.bytes)} before)` : '';
  const reads = `${shape}, the model takes ${number(point.bytes)} bytes${size} and reads ${perCent(point.right / tested)}`;
  const worst = worstOf(point);
  if (isWhole) return `${reads}. The ${worst.kind} is read worst, ${perCent(worst.share, 0)}.`;
  const most = mostLost(point, whole);
  const lost = (100 * (whole.right - point.right)) / tested;
  const off = `${number(Math.abs(lost), 1)} points ${lost > 0 ? 'below' : 'above'} the model as trained`;
  const by = Math.abs(lost) < 0.05 ? 'and nothing is lost overall' : off;
  const points = number(100 * most.share);
  const hit = `The ${most.kind} has lost most, ${points} ${points === '1' ? 'point' : 'points'}.`;
  return `${reads}, ${by}. ${most.share < 0.01 ? 'No digit has lost as much as a point.' : hit}`;
}

/** Which digits pay for it. */
export function sayDigits(outcome: ShrinkOutcome): string {
  const [point, { whole, tested }] = [pointOf(outcome), outcome];
  if (!point || !whole) return LEARNING;
  const [most, worst] = [mostLost(point, whole), worstOf(point)];
  const had = perCent(whole.kinds[most.kind] ?? 0, 0);
  const lost = `The ${most.kind} has lost most, ${number(100 * most.share, 1)} points of its ${had}`;
  return `${most.share > 0 ? lost : 'No digit has lost anything'}. The ${worst.kind} is read worst, ${perCent(worst.share)}; over all digits the share is ${perCent(point.right / tested)}.`;
}

/** Bits as they are said. */
export function bitsOf(bits: number): string {
  return bits === 1 ? '1 bit' : `${bits} bits`;
}

/** The curve as rows. */
export function tabulate(_: ShrinkSettings, { points, tested }: ShrinkOutcome): Rows {
  const share = (value: number): number => Number((100 * value).toFixed(1));
  return {
    caption: 'The model at each number of bits per weight',
    head: [
      'Bits',
      'Read right, %',
      'The digit that is read worst',
      'Of that digit, read right, %',
      'Bytes',
      'Signal-to-noise ratio of the weights, dB',
    ],
    rows: points.map((point) => {
      const worst = worstOf(point);
      const { bits, right, bytes, signalToNoise: ratio } = point;
      const decibels = ratio === null ? null : Number(ratio.toFixed(1));
      return [bits, share(right / tested), worst.kind, share(worst.share), bytes, decibels];
    }),
  };
}
