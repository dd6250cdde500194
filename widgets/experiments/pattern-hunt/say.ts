/** The hunt in words: the takeaway, what changed, and the same as a table. */
import { nearly, number } from '#kit/draw';
import type { Cell, Rows } from '#kit/contract';
import { cameBy } from './came.ts';
import { chanceOf, standing } from './luck.ts';
import { countsOf, rightOf, shareRight, type HuntOutcome } from './model.ts';
import type { HuntSettings } from './params.ts';

/** The takeaway and, given the run before, what changed. */
export function say(settings: HuntSettings, outcome: HuntOutcome, before?: HuntOutcome): string {
  const share = shareRight(outcome, 'guesses');
  if (share === undefined)
    return 'Press Heads or Tails, as randomly as you can: the learner has made its first guess already.';
  if (settings.source === 'own') return ofCoins(outcome);
  const was = before && shareRight(before, 'guesses');
  const then = was !== undefined && nearly(was) !== nearly(share) ? `, was ${nearly(was)}` : '';
  const right = `The learner guesses ${number(rightOf(outcome, 'guesses'))} of ${number(outcome.drawn.length)} right (${nearly(share)}${then})`;
  return `${right}; always naming the commonest so far gets ${number(rightOf(outcome, 'usual'))}. ${found(settings, outcome)}`;
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
  const [all, right] = [outcome.drawn.length, rightOf(outcome, 'guesses')];
  const told = `The learner has guessed ${right} of your ${all} ${all === 1 ? 'coin' : 'coins'}.`;
  if (all < 40) return `${told} Its next guess is made.`;
  const times = Math.round(100 * chanceOf(right, all));
  const rarely = times < 1 ? 'less than once in 200 tries' : `in about ${times} of 100 tries`;
  return `${told} With fair coins it would guess that many or more ${rarely}.`;
}

/** What was guessed, and how often each symbol came. */
export function tabulate({ source }: HuntSettings, outcome: HuntOutcome): Rows {
  const { alphabet, drawn, best } = outcome;
  const { all } = countsOf(outcome);
  const counted = (what: string, count = 0): Cell[] => {
    return [what, count, drawn === '' ? null : nearly(count / drawn.length, 1)];
  };
  return {
    caption: `Of ${number(drawn.length)} symbols`,
    head: ['What', 'Symbols', 'Share'],
    rows: [
      counted('Guessed by the learner', rightOf(outcome, 'guesses')),
      counted('The commonest so far', rightOf(outcome, 'usual')),
      ['Best possible in the long run', null, typeof best === 'number' ? nearly(best, 1) : null],
      ...looksOf(alphabet, source).map((look, k) => counted(`Came: ${nameOf(look)}`, all[k])),
    ],
  };
}

/** Signs as they stand in a figure. */
export function looksOf(signs: string, source: HuntSettings['source']): readonly string[] {
  return Array.from(source === 'bikes' ? signs.replace(/u/g, '↑').replace(/d/g, '↓') : signs);
}

const NAMES: Record<string, string> = {
  _: 'a space',
  '↑': 'up',
  '↓': 'down',
  H: 'heads',
  T: 'tails',
};

/** Such a sign in words. */
export function nameOf(look: string): string {
  return NAMES[look] ?? look;
}

/** What is told of a moment of the hunt. */
export function sayAt(_: HuntSettings, outcome: HuntOutcome, moment: number): string {
  const came = cameBy(outcome.drawn.length, moment);
  const [right, usual] = [rightOf(outcome, 'guesses', came), rightOf(outcome, 'usual', came)];
  const symbols = came === 1 ? 'one symbol' : `${number(came)} symbols`;
  return `After ${symbols}: the learner has guessed ${number(right)}, and the commonest so far would have been right ${number(usual)} times.`;
}
