/** The run in a sentence, and as a table. */
import type { Rows } from '#kit/contract';
import { number } from '#kit/draw';
import { errorOf, labelsToMatch, paid, plainErrorOf, type MindOutcome } from './outcome.ts';
import type { MindSettings } from './params.ts';

/** A model, and what it is shown, as they are called within a sentence. */
const CALLED = {
  network: 'the network',
  logistic: 'logistic regression',
  neighbour: 'the nearest neighbour',
  leastSquares: 'least squares',
  raw: 'raw pixels',
  deslant: 'upright digits',
  strokes: 'strokes',
  both: 'upright strokes',
} as const;

/** Whether this is the plain network itself. */
export function isPlain({ features, model, shifts, width, wrongShare }: MindSettings): boolean {
  return (
    features === 'raw' && model === 'network' && shifts === '0' && width === 32 && wrongShare === 0
  );
}

/** Errors of 100, to a tenth. */
export const ofHundred = (error: number): string => number(100 * error, 1);
/** Labels, to two figures. */
export const about = (labels: number): string => number(Number(labels.toPrecision(2)));

/** The takeaway: how much is read wrong, then what the plain network needs for that. */
export function say(settings: MindSettings, outcome: MindOutcome, before?: MindOutcome): string {
  const { labels, features, model } = settings;
  const error = errorOf(outcome);
  if (typeof error !== 'number') return 'Nothing has been learned yet.';
  const was = before ? errorOf(before) : undefined;
  const moved = typeof was === 'number' && was !== error ? `, after ${ofHundred(was)} before` : '';
  const reads = `With ${number(labels)} labels and ${CALLED[features]}, ${CALLED[model]} reads ${ofHundred(error)} of 100 new digits wrong${moved}.`;
  if (isPlain(settings)) return reads;
  const match = labelsToMatch(outcome);
  if (typeof match === 'number')
    return `${reads} The plain network on raw pixels needs about ${about(match)} labels for that.`;
  const plain = plainErrorOf(outcome);
  return typeof plain === 'number' && plain < error
    ? `${reads} The plain network does better than that with its first ${number(outcome.plain[0]?.labels ?? 0)} labels.`
    : `${reads} The plain network on raw pixels does not get there with 2,500.`;
}

/** Both curves, and what was paid. */
export function tabulate({ features }: MindSettings, outcome: MindOutcome): Rows {
  const { plain, own } = outcome;
  const written = (error: number): number => Number((100 * error).toFixed(1));
  return {
    caption: `Read wrong of 100 new digits, by the number of labels; ${number(paid(outcome), 1)} coins paid`,
    head: ['Labels', 'plain network, raw pixels', `this model, ${CALLED[features]}`],
    rows: plain.map(({ labels, error }) => {
      const other = own.find((point) => point.labels === labels);
      return [labels, written(error), other ? written(other.error) : null];
    }),
  };
}
