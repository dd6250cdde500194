/** What a network takes digits for: from the ten probabilities that it gives to each. */
import { KINDS } from './digits.ts';

/** The likeliest kind, and its probability: how sure the network is. */
export interface Answer {
  readonly answer: number;
  readonly confidence: number;
}

/** The answer to each digit; `chances` holds ten probabilities for each. Of equal ones the first counts. */
export function answersOf(chances: Float32Array): Answer[] {
  return Array.from({ length: chances.length / KINDS }, (_, i) => {
    const own = chances.subarray(i * KINDS, (i + 1) * KINDS);
    const answer = own.reduce((best, one, kind) => (one > (own[best] as number) ? kind : best), 0);
    return { answer, confidence: own[answer] as number };
  });
}

/** How often each whole number below `kinds` comes. */
export function counted(numbers: Iterable<number>, kinds = KINDS): number[] {
  const counts = new Array<number>(kinds).fill(0);
  for (const one of numbers) counts[one] = (counts[one] as number) + 1;
  return counts;
}
