/** The character in a sentence, and lengths of the answer as a table. */
import type { Rows } from '#kit/contract';
import { number, perCent, plain } from '#kit/draw';
import type { CacheOutcome } from './model.ts';
import { CONTEXT, type CacheSettings } from './params.ts';

const MILLION = 1e6;

/** Multiply-adds: all digits below ten million, three figures from there on. */
export function counted(work: number): string {
  return work < 10 * MILLION ? number(work) : `${plain(work / MILLION, 3)} million`;
}

/** Bytes in KiB: three figures, yet no fewer than stand before the point. */
export function kib(bytes: number): string {
  return `${plain(bytes / 1024, bytes < 1000 * 1024 ? 3 : 4)} KiB`;
}

/** The takeaway; what the cache saves stands in a step of its own. */
export function say({ length }: CacheSettings, outcome: CacheOutcome): string {
  const { work, cacheBytes, cacheShare, weightBytes } = outcome;
  return `With the cache, character ${number(length)} takes ${counted(work)} multiply-adds. The cache then holds ${kib(cacheBytes)}, ${perCent(cacheShare)} of the ${kib(weightBytes)} that the weights take.`;
}

/** What the cache saves. */
export function sayWithout({ length }: CacheSettings, outcome: CacheOutcome): string {
  if (length === 1)
    return 'The first character costs the same without a cache, since nothing has been read before it.';
  const { workWithout, workTimes, answerTimes } = outcome;
  return `Without a cache, the model reads all ${number(length)} characters anew for character ${number(length)}: ${counted(workWithout)} multiply-adds, ${number(workTimes, 1)} times as many. Over the whole answer it is ${number(answerTimes, 1)} times as many.`;
}

/** The answer at some of its lengths. */
export function tabulate({ length }: CacheSettings, { lengths }: CacheOutcome): Rows {
  const places = [...new Set([1, 16, 64, 128, CONTEXT, length])].sort((a, b) => a - b);
  return {
    caption:
      'Multiply-adds of a character with a cache, and the size of the cache; the same character without a cache, and the whole answer up to it',
    head: [
      'Character',
      'Multiply-adds with the cache',
      'Cache, KiB',
      'Multiply-adds without a cache',
      'Times as many',
      'Times as many for the whole answer',
    ],
    rows: places.flatMap((place) => {
      const one = lengths[place - 1];
      if (!one) return [];
      const { work, cacheBytes, workWithout, workTimes, answerTimes } = one;
      return [[place, work, cacheBytes / 1024, workWithout, workTimes, answerTimes]];
    }),
  };
}
