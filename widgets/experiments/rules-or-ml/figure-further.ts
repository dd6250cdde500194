/** Each word of the rules, with messages that have it. */
import type { Part } from '#kit/draw';
import { number, panel, part, shortened, svg } from '#kit/draw';
import type { Rule, RulesOutcome } from './outcome.ts';
import { MOST_RULES } from './rules.ts';

const [LINE, ROW] = [18, 64];

/** The words one by one: what each catches and holds back by itself, and a message of each kind. */
export function drawWords({ rules }: RulesOutcome, width: number): Part {
  const rows = rules.map((rule, i) => {
    const lines = linesOf(rule).map(
      (line, j) =>
        svg`<text class="${j === 0 ? 'words' : 'soft words'}" x="${j === 0 ? 0 : 14}" y="${13 + i * ROW + j * LINE}">${shortened(line, width - 14)}</text>`,
    );
    return svg`${lines}`;
  });
  const title = rules.length === 0 ? 'No word, no rule' : 'Word by word, in all messages';
  const note = 'a spam message, then a genuine one; digits masked';
  return panel({ title, note }, part(width, MOST_RULES * ROW, svg`${rows}`));
}

function linesOf({ word, caught, alarms, nearest, spam, genuine }: Rule): readonly string[] {
  if (nearest) {
    return [
      `${word}: not among the 400 words`,
      `Nearest: ${nearest.join(', ')}.`,
      'It catches nothing.',
    ];
  }
  const held = number(1000 * alarms, alarms > 0 && alarms < 0.01 ? 1 : 0);
  return [
    `${word}: ${number(100 * caught)} of 100 spam, ${held} of 1,000 genuine`,
    spam ?? (caught > 0 ? 'None of these may be shown.' : 'No spam message has it.'),
    genuine ??
      (alarms > 0 ? 'None of the genuine ones may be shown.' : 'No genuine message has it.'),
  ];
}
