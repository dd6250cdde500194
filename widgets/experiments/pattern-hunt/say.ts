/** The hunt in words: the takeaway, what changed, and the same as a table. */
import { nearly, number } from '#kit/draw';
import type { Cell, Rows } from '#kit/contract';
import { cameBy } from './came.ts';
import { chanceOf, standing } from './luck.ts';
import { countsOf, rightOf, shareRight, type HuntOutcome } from './model.ts';
import type { HuntSettings } from './params.ts';

/** The takeaway and, given the run before, what changed. */
export function say(settings: HuntSettings, outcome: HuntOutcome, before?: HuntOutcome): string {
  const { drawn, guesses } = outcome;
  const share = shareRight(outcome);
  if (share === undefined)
    return 'Press Heads or Tails, as randomly as you can: the learner has made its first guess already.';
  if (settings.source === 'own') return ofCoins(outcome);
  const was = before && shareRight(before);
  const then = was !== undefined && nearly(was) !== nearly(share) ? `, was ${nearly(was)}` : '';
  const right = `The learner guesses ${number(rightOf(outcome, guesses))} of ${number(drawn.length)} right (${nearly(share)}${then})`;
  const usual = `always naming the commonest so far gets ${number(rightOf(outcome, outcome.usual))}`;
  return `${right}; ${usual}. ${found(settings, outcome)}`;
}

/** What the learner has found, beside the plain rule. */
function found({ memory }: HuntSettings, outcome: HuntOutcome): string {
  if (memory === 0) return 'Without looking back it does just that.';
  return {
    better: 'It has found a pattern.',
    worse:
      'That is worse than the plain rule: what it has seen after each past is partly chance, and it takes the chance for a habit.',
    alike: 'It has found nothing, whether or not there is something to find.',
  }[standing(outcome)];
}

function ofCoins(outcome: HuntOutcome): string {
  const { drawn, guesses } = outcome;
  const [all, right] = [drawn.length, rightOf(outcome, guesses)];
  const told = `The learner has guessed ${right} of your ${all} ${all === 1 ? 'coin' : 'coins'}.`;
  if (all < 40) return `${told} Its next guess is made.`;
  return `${told} With fair coins it would guess that many or more ${rarely(chanceOf(right, all))}.`;
}

function rarely(chance: number): string {
  if (chance >= 0.995) return 'practically always';
  const times = Math.round(100 * chance);
  if (times >= 1) return times === 1 ? 'once in 100 tries' : `${times} times in 100 tries`;
  return 'less than once in 200 tries';
}

/** What was guessed, and how often each symbol came. */
export function tabulate(settings: HuntSettings, outcome: HuntOutcome): Rows {
  const { alphabet, drawn, guesses, usual, best } = outcome;
  const { all } = countsOf(outcome);
  const share = (right: number): Cell => (drawn === '' ? null : nearly(right / drawn.length, 1));
  const counted = Array.from(alphabet, (sign, k): Cell[] => [
    `Came: ${nameOf(sign, settings.source)}`,
    all[k] ?? 0,
    share(all[k] ?? 0),
  ]);
  return {
    caption: `Of ${number(drawn.length)} symbols`,
    head: ['What', 'Symbols', 'Share'],
    rows: [
      ['Guessed by the learner', rightOf(outcome, guesses), share(rightOf(outcome, guesses))],
      ['The commonest so far', rightOf(outcome, usual), share(rightOf(outcome, usual))],
      ['Best possible in the long run', null, typeof best === 'number' ? nearly(best, 1) : null],
      ...counted,
    ],
  };
}

const NAMES: Readonly<Record<string, string>> = { u: 'up', d: 'down', H: 'heads', T: 'tails' };

function nameOf(sign: string, source: string): string {
  if (sign === '_') return 'a space';
  return source === 'letters' ? sign : (NAMES[sign] ?? sign);
}

/** What is told of a moment of the hunt. */
export function sayAt(_: HuntSettings, outcome: HuntOutcome, moment: number): string {
  const came = cameBy(outcome.drawn.length, moment);
  const right = (guesses: string): string => number(rightOf(outcome, guesses, came));
  const symbols = came === 1 ? 'one symbol' : `${number(came)} symbols`;
  return `After ${symbols}: the learner has guessed ${right(outcome.guesses)}, and the commonest so far would have been right ${right(outcome.usual)} times.`;
}
