/** What is asked for below the filter or the desk: its heaviest words, what would free a mail, and what rules of thumb reach. */
import { max, sum } from 'd3-array';
import type { BarRow, Cell, Part, Step } from '#kit/draw';
import { barRows, below, cells, chart, number, panel, perCent, toStep } from '#kit/draw';
import { named } from './names.ts';
import { isDone, medianOf, MOST_WORDS, type TrustOutcome } from './outcome.ts';

/** Steps are shown as wide as this. */
const WIDE = 300;

/** Bars in rows under a title. */
function rows(title: string, note: string, most: number, list: readonly BarRow[]): Part {
  const lay = { width: WIDE, most, pitch: 22, bar: 13, left: 128, right: 46, isAtEnd: true };
  return panel({ title, note }, barRows(list, lay));
}

function row(name: string, told: string, length: number, look = 'run'): BarRow {
  return { name, told, say: 'words', bars: [[length, look]] };
}

/** The heaviest words, and what it costs at home to lose each. */
export function wordsStep({ heavy }: TrustOutcome): Step {
  const weights = heavy.map(({ word, weight }) =>
    row(named(word), `+${number(weight, 1)}`, weight),
  );
  const lost = heavy.map(({ word, cost }) =>
    row(named(word), number(100 * cost, 1), 100 * cost, 'before'),
  );
  const [first] = heavy;
  const says = first
    ? `${named(first.word)} weighs most, ${number(first.weight, 1)} log-odds. Yet if it is shuffled among the emails at home, so that it tells nothing, only ${number(100 * first.cost, 1)} of 100 more are judged wrongly.`
    : '';
  const whole = below(
    10,
    rows('The heaviest words', 'added to the log-odds of spam', first?.weight ?? 1, weights),
    rows(
      'Each shuffled at home',
      'points of accuracy lost',
      Math.max(1, 100 * (max(heavy, ({ cost }) => cost) ?? 0)),
      lost,
    ),
  );
  return toStep(whole, { name: 'words', asks: 'Which words does it go by?', says });
}

/** Which share of the flagged mails so many words would free. */
export function freeStep({ toFree: { newsletters, laterSpam } }: TrustOutcome): Step {
  const shares = (counts: readonly number[]) =>
    counts.map((one) => (100 * one) / (sum(counts) || 1));
  const [letters, spam] = [shares(newsletters), shares(laterSpam)];
  const bars = (list: readonly number[], from: number) =>
    list.map((share, i): Cell => [
      [i + from, i + from + 0.38],
      [0, Math.min(40, share)],
    ]);
  const drawn = chart({
    title: 'The fewest words that free an email',
    width: WIDE,
    height: 190,
    right: 12,
    x: {
      extent: [0.5, MOST_WORDS + 1.5],
      label: 'words',
      ticks: MOST_WORDS + 1,
      format: (value) => (value > MOST_WORDS ? 'more' : number(value)),
    },
    y: { extent: [0, 40], label: '% of those flagged', ticks: 4 },
    marks: [
      cells(bars(letters, 0.6), { look: 'cat-1', key: 'newsletters (left)' }),
      cells(bars(spam, 1.02), { look: 'cat-2', key: 'spam (right)' }),
    ],
    keyBelow: true,
  });
  return toStep(drawn, {
    name: 'free',
    asks: 'How many words would have to go?',
    says: `One word frees ${number(letters[0] ?? 0)} of 100 flagged newsletters, and ${number(spam[0] ?? 0)} of 100 emails of spam. Half of the newsletters need ${number(medianOf(newsletters))} words or fewer, half of the spam ${number(medianOf(laterSpam))}.`,
  });
}

/** What rules of thumb decide rightly, beside accepting everything and, once all is decided, the reader. */
export function rulesStep(outcome: TrustOutcome): Step {
  const { rules, reader, desk } = outcome;
  const told = (share: number | null): string => (share === null ? 'none' : perCent(share, 0));
  const share = (name: string, of: number | null, look?: string): BarRow =>
    row(name, told(of), of ?? 0, look);
  const drawn = rows('Right decisions', 'half spam, half newsletters, all flagged', 1, [
    share('accept everything', 0.5, 'before'),
    share('override if HTML', rules.html),
    share('override if 3 free it', rules.three),
    share('ask a second filter', rules.second),
    ...(isDone(outcome) ? [share('you', reader.right / desk.length, 'cat-2')] : []),
  ]);
  return toStep(drawn, {
    name: 'rules',
    asks: 'What would rules of thumb reach?',
    says: `Overriding all that is written in HTML is right in ${told(rules.html)} of these cases. On what is flagged at home it is right in ${told(rules.htmlAtHome)}, where accepting everything is right in ${told(rules.acceptAtHome)}.`,
  });
}
