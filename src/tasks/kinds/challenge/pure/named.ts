/** Which numbers an answer names, and whether of images or of rows: page and grader read it alike. */
import { CHALLENGE } from '#words/src/tasks/kinds/challenge/pure/words';
import type { Given } from '../../../sets/pure/submission/submission.ts';

/** The two ways to do the same: neither asks why. */
export const WAYS = ['images', 'table'] as const;
export type Way = (typeof WAYS)[number];

export interface Named {
  readonly way: Way;
  /** From 1, each once, in order. */
  readonly numbers: readonly number[];
}

/** What an answer names, or what is wrong with it, in words. */
export function named(answer: Given, places: number): Named | string {
  const [first, ...rest] = Array.isArray(answer) ? (answer as readonly string[]) : [];
  const way = WAYS.find((one) => one === first);
  if (!way) return CHALLENGE.noWay;
  if (rest.length === 0) return CHALLENGE.none;
  const strange = rest.find((one) => !/^\d{1,4}$/.test(one) || +one < 1 || +one > places);
  if (strange !== undefined) return CHALLENGE.strange(strange, places);
  return { way, numbers: [...new Set(rest.map(Number))].toSorted((a, b) => a - b) };
}

/** The numbers in a text that somebody has typed: between them may stand what they like. */
export function typed(text: string): readonly string[] {
  return text.split(/[\s,;.]+/).filter((one) => one !== '');
}
