/** What a network takes digits for: from the ten probabilities that it gives to each. */
import { KINDS, type Digits } from './digits.ts';

/** The likeliest kind, and its probability: how sure the network is. */
export interface Answer {
  readonly answer: number;
  readonly confidence: number;
}

/** The answer to each digit; `chances` holds ten probabilities for each. Of equal ones the first counts. */
export function answersOf(chances: Float32Array): Answer[] {
  return Array.from({ length: chances.length / KINDS }, (_, i) => {
    const from = i * KINDS;
    let best = from;
    for (let at = from; at < from + KINDS; at += 1)
      if ((chances[at] as number) > (chances[best] as number)) best = at;
    return { answer: best - from, confidence: chances[best] as number };
  });
}

/** An answer, and the kind that would be right. */
export interface Judged extends Answer {
  readonly label: number;
}

/** Answers to digits, in their order, beside what these are. */
export function judgedBy({ labels }: Digits, answers: readonly Answer[]): Judged[] {
  return answers.map((one, i) => ({ ...one, label: labels[i] as number }));
}

/** Whether an answer is right. */
export function isRight({ answer, label }: Judged): boolean {
  return answer === label;
}

/** The share of right answers, 0 to 1. */
export function accuracyOf(judged: readonly Judged[]): number {
  return judged.filter(isRight).length / judged.length;
}

/** How often each whole number below `kinds` comes. */
export function counted(numbers: Iterable<number>, kinds = KINDS): number[] {
  const counts = new Array<number>(kinds).fill(0);
  for (const one of numbers) counts[one] = (counts[one] as number) + 1;
  return counts;
}
