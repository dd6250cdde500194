/** What a class has said, counted. */
import type { Poll } from './poll.ts';

/** Hands for each option from A on, and numbers that were typed. */
export interface Votes {
  readonly counts: readonly number[];
  readonly guesses: readonly number[];
}

/** The answers of a poll, by option; numbers stay numbers. */
export function tallied(said: Poll['said'], options: number): Votes {
  const counts = Array.from({ length: options }, () => 0);
  const guesses: number[] = [];
  for (const one of said)
    if ('guess' in one) guesses.push(one.guess);
    else counts[one.option] = (counts[one.option] ?? 0) + 1;
  return { counts: counts.some((n) => n > 0) ? counts : [], guesses };
}
