/** What a network got right, counted from the probabilities that it gave: ten for each digit. */
import { answerTo } from '../../shared/digits/answers.ts';
import { imageAt, KINDS, type Digits } from '../../shared/digits/digits.ts';
import { BINS, PILE, type ConfidenceHistogram, type ExampleDigit, type Score } from './outcome.ts';
import { FULL_INK } from './sets.ts';

/** Accuracy and mean confidence. */
export function score(digits: Digits, chances: Float32Array): Score {
  let right = 0;
  let sum = 0;
  for (let i = 0; i < digits.count; i += 1) {
    const given = answerTo(chances, i);
    if (given.answer === digits.labels[i]) right += 1;
    sum += given.confidence;
  }
  return { accuracy: right / digits.count, confidence: sum / digits.count, digits: digits.count };
}

/** Right and wrong answers by confidence. */
export function confidenceHistogram(digits: Digits, chances: Float32Array): ConfidenceHistogram {
  const right = new Array<number>(BINS).fill(0);
  const wrong = new Array<number>(BINS).fill(0);
  for (let i = 0; i < digits.count; i += 1) {
    const given = answerTo(chances, i);
    const bin = Math.min(BINS - 1, Math.floor(given.confidence * BINS));
    const bars = given.answer === digits.labels[i] ? right : wrong;
    bars[bin] = (bars[bin] as number) + 1;
  }
  return { right, wrong };
}

/** How often each digit was taken for each. */
export function confusion(digits: Digits, chances: Float32Array): number[][] {
  const counts = Array.from({ length: KINDS }, () => new Array<number>(KINDS).fill(0));
  for (let i = 0; i < digits.count; i += 1) {
    const row = counts[digits.labels[i] as number] as number[];
    const given = answerTo(chances, i).answer;
    row[given] = (row[given] as number) + 1;
  }
  return counts;
}

/** The first digits with the answers they got, sorted by label: not picked, so that the pile is as bad as the model. */
export function pile(digits: Digits, chances: Float32Array): ExampleDigit[] {
  const examples = Array.from({ length: Math.min(PILE, digits.count) }, (_, i) => ({
    pixels: Array.from(imageAt(digits, i), (ink) => ink * FULL_INK),
    label: digits.labels[i] as number,
    ...answerTo(chances, i),
  }));
  return examples.sort((a, b) => a.label - b.label);
}

/** The commonest mistake abroad; `null` when there is none. */
export function commonestMistake(
  counts: readonly (readonly number[])[],
): { label: number; answer: number; times: number } | null {
  let worst = { label: 0, answer: 0, times: 0 };
  counts.forEach((row, label) =>
    row.forEach((times, given) => {
      if (label !== given && times > worst.times) worst = { label, answer: given, times };
    }),
  );
  return worst.times > 0 ? worst : null;
}
