/** The hunt: a learner that guesses each symbol from those before it, and learns from it once it has come. */
import type { Run } from '#kit/contract';
import type { params } from './params.ts';
import { fileOf, symbolsOf, type Symbols } from './sources.ts';

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
function guessesOf(
  { alphabet, drawn }: Pick<Symbols, 'alphabet' | 'drawn'>,
  memory: number,
): Pick<HuntOutcome, 'guesses' | 'usual'> {
  const size = alphabet.length;
  const all = new Int32Array(size);
  const after = new Map<string, Int32Array>();
  let guesses = '';
  let usual = '';
  for (let i = 0; i < drawn.length; i += 1) {
    const context = i >= memory ? drawn.slice(i - memory, i) : undefined;
    const counts = context === undefined ? undefined : after.get(context);
    const weigh = (k: number): number => (counts?.[k] ?? 0) + (all[k] ?? 0) / Math.max(1, i);
    guesses += alphabet.charAt(largest(size, weigh));
    usual += alphabet.charAt(largest(size, (k) => all[k] ?? 0));
    const came = alphabet.indexOf(drawn.charAt(i));
    all[came] = (all[came] ?? 0) + 1;
    if (context === undefined) continue;
    const kept = counts ?? new Int32Array(size);
    kept[came] = (kept[came] ?? 0) + 1;
    after.set(context, kept);
  }
  return { guesses, usual };
}

/** The place of the greatest value; the first of several. */
function largest(size: number, of: (k: number) => number): number {
  let best = 0;
  for (let k = 1; k < size; k += 1) if (of(k) > of(best)) best = k;
  return best;
}

/** How many of the first `count` were guessed right. */
export function rightOf(
  { drawn }: Pick<HuntOutcome, 'drawn'>,
  guesses: string,
  count = drawn.length,
): number {
  let right = 0;
  for (let i = 0; i < count; i += 1) if (guesses.charAt(i) === drawn.charAt(i)) right += 1;
  return right;
}

/** The share of guesses that were right; nothing where nothing was guessed. */
export function shareRight(outcome: HuntOutcome): number | undefined {
  const { drawn, guesses } = outcome;
  return drawn === '' ? undefined : rightOf(outcome, guesses) / drawn.length;
}

/** How often each symbol came, and how often each came after each, in the order of the alphabet: `after[last][next]`. */
export function countsOf({ alphabet, drawn }: Pick<Symbols, 'alphabet' | 'drawn'>): {
  readonly all: readonly number[];
  readonly after: readonly (readonly number[])[];
} {
  const all = Array.from(alphabet, () => 0);
  const after = Array.from(alphabet, () => Array.from(alphabet, () => 0));
  let last: number[] | undefined;
  for (const sign of drawn) {
    const came = alphabet.indexOf(sign);
    all[came] = (all[came] ?? 0) + 1;
    if (last) last[came] = (last[came] ?? 0) + 1;
    last = after[came];
  }
  return { all, after };
}

/** The run behind the widget. */
export const runPatternHunt: Run<typeof params, HuntOutcome> = async (settings, show, env) => {
  const file = fileOf(settings);
  const text = file ? String.fromCharCode(...(await env.readData(file))) : '';
  const symbols = symbolsOf(settings, text);
  await show({ ...symbols, ...guessesOf(symbols, settings.memory) }, 1);
};
