/** What is asked for below the filter or the desk: its heaviest words, what would free a mail, and what rules of thumb reach. */
import { cumsum, sum } from 'd3-array';
import type { BarRow, Part, Step } from '#kit/draw';
import { askedChart, barRows, below, hundredths, line, number, panel, perCent } from '#kit/draw';
import { rule, series, STEP_WIDTH, toStep } from '#kit/draw';
import { named } from './names.ts';
import { isDone, medianOf, MOST_WORDS, type TrustOutcome } from './outcome.ts';

/** A bar in its row. */
function row(name: string, length: number, told: string, look = 'run'): BarRow {
  return { name, told, say: 'words', bars: [[length, look]] };
}

/** Bars in rows under a title. */
function rows(title: string, note: string, list: readonly BarRow[]): Part {
  const most = Math.max(1, ...list.flatMap(({ bars }) => bars.map(([length]) => length)));
  return panel({ title, note }, barRows(list, { width: STEP_WIDTH, most, pitch: 34, bar: 10 }));
}

/** The heaviest words, and what it costs at home to lose each. */
export function wordsStep({ heavy }: TrustOutcome): Step {
  const points = (cost: number): string => number(100 * cost, 1);
  const added = heavy.map(({ word, weight }) => row(named(word), weight, `+${number(weight, 1)}`));
  const lost = heavy.map(({ word, cost }) => row(named(word), 100 * cost, points(cost), 'before'));
  const weights = rows('The heaviest words', 'added to the log-odds of spam', added);
  const costs = rows('Each shuffled at home', 'points of accuracy lost', lost);
  const whole = below(10, weights, costs);
  const { word = '', weight = 0, cost = 0 } = heavy[0] ?? {};
  const says = `${named(word)} weighs most, ${number(weight, 1)} log-odds. Yet if it is shuffled among the emails at home, so that it tells nothing, only ${points(cost)} of 100 more are judged wrongly.`;
  return toStep(whole, { name: 'words', asks: 'Which words does it go by?', says });
}

/** Which share of the flagged mails is free once so many words are gone. */
export function freeStep({ toFree: { newsletters, laterSpam } }: TrustOutcome): Step {
  const freed = (counts: readonly number[]) =>
    Array.from(cumsum(counts.slice(0, MOST_WORDS)), (so) => so / (sum(counts) || 1));
  const [letters, spam] = [freed(newsletters), freed(laterSpam)];
  const says = `One word frees ${hundredths(letters[0] ?? 0)} of 100 flagged newsletters, and ${hundredths(spam[0] ?? 0)} of 100 emails of spam. Half of the newsletters need ${number(medianOf(newsletters))} words or fewer, half of the spam ${number(medianOf(laterSpam))}.`;
  return askedChart({
    ...{ name: 'free', asks: 'How many words would have to go?', says },
    title: 'Free once so many words are gone',
    x: { extent: [1, MOST_WORDS], label: 'words taken away', ticks: MOST_WORDS },
    y: { extent: [0, 1], label: 'of 100 flagged', format: hundredths },
    marks: [
      rule({ y: 0.5 }),
      line(series(letters, 1), { look: 'cat-1 cat-line', key: 'newsletters' }),
      line(series(spam, 1), { look: 'cat-2 cat-line', key: 'spam' }),
    ],
    keyBelow: true,
  });
}

/** What rules of thumb decide rightly, beside accepting everything and, once all is decided, the reader. */
export function rulesStep(outcome: TrustOutcome): Step {
  const { rules, reader, desk } = outcome;
  const told = (share: number | null): string => (share === null ? 'none' : perCent(share, 0));
  const share = (name: string, of: number | null, look?: string): BarRow =>
    row(name, of ?? 0, told(of), look);
  const drawn = rows('Right decisions', 'half spam, half newsletters, all flagged', [
    share('accept everything', 0.5, 'before'),
    share('override if HTML', rules.html),
    share('override if 3 words free it', rules.three),
    share('ask a second filter', rules.second),
    ...(isDone(outcome) ? [share('you', reader.right / desk.length, 'cat-2')] : []),
  ]);
  const says = `Overriding all that is written in HTML is right in ${told(rules.html)} of these cases. On what is flagged at home it is right in ${told(rules.htmlAtHome)}, where accepting everything is right in ${told(rules.acceptAtHome)}.`;
  return toStep(drawn, { name: 'rules', asks: 'What would rules of thumb reach?', says });
}
