/** The run in a sentence, and as a table. */
import type { Rows } from '#kit/contract';
import { number, perCent } from '#kit/draw';
import { mostLost, pointOf, worstOf, type ShrinkOutcome } from './outcome.ts';
import { FLOAT } from './lent.ts';
import type { ShrinkSettings } from './params.ts';

/** The takeaway and, given the run before, what changed. */
export function say(
  { prune, retrain }: ShrinkSettings,
  outcome: ShrinkOutcome,
  before?: ShrinkOutcome,
): string {
  const point = pointOf(outcome);
  const { whole, tested, bits } = outcome;
  if (!point || !whole) return 'The model is still learning.';
  const left =
    prune > 0
      ? ` and ${perCent(1 - prune, 0)} of its weights${retrain === '1' ? ', trained further' : ''}`
      : '';
  const isWhole = bits === FLOAT && prune === 0;
  const shape = isWhole
    ? 'As trained'
    : `With ${bits === 1 ? 'one bit' : `${bits} bits`} per weight${left}`;
  const lost = (100 * (whole.right - point.right)) / tested;
  const old = before && pointOf(before);
  const size = old && old.bytes !== point.bytes ? ` (${number(old.bytes)} before)` : '';
  const reads = `${shape}, the model takes ${number(point.bytes)} bytes${size} and reads ${perCent(point.right / tested)}`;
  if (isWhole) {
    const worst = worstOf(point);
    return `${reads}. The ${worst.kind} is read worst, ${perCent(worst.share, 0)}.`;
  }
  const most = mostLost(point, whole);
  const by =
    Math.abs(lost) < 0.05
      ? 'and nothing is lost overall'
      : `${number(Math.abs(lost), 1)} points ${lost > 0 ? 'below' : 'above'} the model as trained`;
  const hit =
    most.share < 0.01
      ? 'No digit has lost as much as a point.'
      : `The ${most.kind} has lost most, ${inPoints(most.share)}.`;
  return `${reads}, ${by}. ${hit}`;
}

function inPoints(share: number): string {
  const points = number(100 * share);
  return points === '1' ? '1 point' : `${points} points`;
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
    rows: points.map((point) => [
      point.bits,
      share(point.right / tested),
      worstOf(point).kind,
      share(worstOf(point).share),
      point.bytes,
      point.signalToNoise === null ? null : Number(point.signalToNoise.toFixed(1)),
    ]),
  };
}
