/** What a network takes digits for: from the ten probabilities that it gives to each. */
import { KINDS } from './digits.ts';

/** The likeliest kind, and its probability: how sure the network is. */
export interface Answer {
  readonly answer: number;
  readonly confidence: number;
}

/** The answer to digit `i`; `chances` holds ten probabilities for each digit. Of equal ones the first counts. */
export function answerTo(chances: Float32Array, i: number): Answer {
  let best = 0;
  for (let kind = 1; kind < KINDS; kind += 1) {
    if ((chances[i * KINDS + kind] as number) > (chances[i * KINDS + best] as number)) best = kind;
  }
  return { answer: best, confidence: chances[i * KINDS + best] as number };
}
