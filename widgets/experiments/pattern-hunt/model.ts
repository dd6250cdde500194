/** The hunt: a learner that guesses each symbol from those before it, and learns from it once it has come. */
import { maxIndex, sum } from 'd3-array';
import type { Run } from '#kit/contract';
import type { params } from './params.ts';
import { FILES, symbolsOf, type Symbols } from './sources.ts';

/** What a run yields: what came, and what was guessed before it came, sign by sign. */
export interface HuntOutcome extends Symbols {
  readonly guesses: string;
  /** What was the commonest symbol so far, before each came. */
  readonly usual: string;
}

/**
 * What the learner guesses of each symbol, and the commonest symbol so far. It has counted what followed the last `memory`
 * symbols; what came after them most often is its guess. The counts are smoothed by the shares of all symbols so far, with
 * the weight of one symbol: so these decide where counts are alike, and where it has not met the last symbols before.
 */
function guessesOf({ alphabet, drawn }: Symbols, memory: number) {
  const all = Array.from(alphabet, () => 0);
  const after = new Map<string, number[]>();
  let [guesses, usual] = ['', ''];
  for (let i = 0; i < drawn.length; i += 1) {
    const past = drawn.slice(Math.max(0, i - memory), i);
    const counts = after.get(past) ?? all.map(() => 0);
    const weigh = (times: number, k: number): number => (counts[k] ?? 0) + times / Math.max(1, i);
    guesses += alphabet.charAt(maxIndex(all, weigh));
    usual += alphabet.charAt(maxIndex(all));
    const came = alphabet.indexOf(drawn.charAt(i));
    add(all, came);
    add(counts, came);
    after.set(past, counts);
  }
  return { guesses, usual };
}

function add(counts: number[], k: number): void {
  counts[k] = (counts[k] ?? 0) + 1;
}

/** Who has guessed: the learner, or whoever always names the commonest so far. */
type By = 'guesses' | 'usual';

/** How many of the first `count` symbols, or of all, were guessed right. */
export function rightOf({ drawn, ...by }: HuntOutcome, who: By, count?: number): number {
  return sum(drawn.slice(0, count), (sign, i) => Number(sign === by[who][i]));
}

/** Their share; nothing where nothing was guessed. */
export function shareRight(outcome: HuntOutcome, who: By, count?: number): number | undefined {
  const { length } = outcome.drawn.slice(0, count);
  return length > 0 ? rightOf(outcome, who, count) / length : undefined;
}

/** How often each symbol came, and how often each came after each, in the order of the alphabet: `after[last][next]`. */
export function countsOf({ alphabet, drawn }: Pick<Symbols, 'alphabet' | 'drawn'>) {
  const all = Array.from(alphabet, () => 0);
  const after = all.map(() => all.map(() => 0));
  let last: number[] | undefined;
  for (const sign of drawn) {
    const came = alphabet.indexOf(sign);
    add(all, came);
    if (last) add(last, came);
    last = after[came];
  }
  return { all, after };
}

/** The run behind the widget. */
export const runPatternHunt: Run<typeof params, HuntOutcome> = async (settings, show, env) => {
  const file = FILES[settings.source];
  const text = file ? String.fromCharCode(...(await env.readData(file))) : '';
  const symbols = symbolsOf(settings, text);
  await show({ ...symbols, ...guessesOf(symbols, settings.memory) }, 1);
};
