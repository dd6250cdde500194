/** What is asked for below the filter or the desk: its heaviest words, what would free a mail, and what rules of thumb reach. */
import type { Part, Step } from '#kit/draw';
import { barsPath, below, legend, number, panel, part, perCent, plot, short, svg } from '#kit/draw';
import { named } from './names.ts';
import { MOST_WORDS, type TrustOutcome } from './outcome.ts';

/** Steps are shown as wide as this. */
const WIDE = 300;
const ROW = 22;

/** Bars under each other, each with its name and its number; those of a look are one path. */
function rows(
  list: readonly { name: string; length: number; told: string; look?: string }[],
): Part {
  const [from, most] = [128, WIDE - 128 - 46];
  const ends = list.map(({ length }) => from + Math.max(1, most * length));
  const paths = [...new Set(list.map(({ look = 'run' }) => look))].map((look) => {
    const bars = list.map(({ look: own = 'run' }, i) => {
      const top = i * ROW + 3;
      return own === look ? `M${from} ${top}H${short(ends[i] ?? from)}v13H${from}Z` : '';
    });
    return svg`<path class="${look}" d="${bars.join('')}"/>`;
  });
  const words = list.map(
    ({ name, told }, i) =>
      svg`<text x="0" y="${i * ROW + 14}">${name}</text><text x="${(ends[i] ?? from) + 6}" y="${i * ROW + 14}">${told}</text>`,
  );
  return part(WIDE, list.length * ROW, svg`${paths}${words}`);
}

function stepOf(name: string, { width, height, body }: Part, asks: string, says: string): Step {
  return { name, width, height: Math.ceil(height), body, asks, says, label: asks };
}

/** The heaviest words, and what it costs at home to lose each. */
export function wordsStep({ heavy }: TrustOutcome): Step {
  const most = heavy[0]?.weight ?? 1;
  const costs = heavy.map(({ cost }) => 100 * cost);
  const top = Math.max(1, ...costs);
  const weights = rows(
    heavy.map(({ word, weight }) => ({
      name: named(word),
      length: weight / most,
      told: `+${number(weight, 1)}`,
    })),
  );
  const lost = rows(
    heavy.map(({ word, cost }) => ({
      name: named(word),
      length: Math.max(0, (100 * cost) / top),
      told: number(100 * cost, 1),
      look: 'before',
    })),
  );
  const [first] = heavy;
  const says = first
    ? `${named(first.word)} weighs most, ${number(first.weight, 1)} log-odds. Yet if it is shuffled among the emails at home, so that it tells nothing, only ${number(100 * first.cost, 1)} of 100 more are judged wrongly.`
    : '';
  return stepOf(
    'words',
    below(
      10,
      panel({ title: 'The heaviest words', note: 'added to the log-odds of spam' }, weights),
      panel({ title: 'Each shuffled at home', note: 'points of accuracy lost' }, lost),
    ),
    'Which words does it go by?',
    says,
  );
}

/** Which share of the flagged mails so many words would free. */
export function freeStep({ toFree }: TrustOutcome): Step {
  const shares = (counts: readonly number[]): readonly number[] => {
    const all = counts.reduce((sum, one) => sum + one, 0) || 1;
    return counts.map((one) => (100 * one) / all);
  };
  const [letters, spam] = [shares(toFree.newsletters), shares(toFree.laterSpam)];
  const drawn = plot(
    {
      width: WIDE,
      height: 190,
      x: {
        extent: [0.5, MOST_WORDS + 1.5],
        label: 'words',
        ticks: MOST_WORDS + 1,
        format: (value) => (value > MOST_WORDS ? 'more' : number(value)),
      },
      y: { extent: [0, 40], label: '% of those flagged', ticks: 4 },
      right: 12,
    },
    ({ x, y, floor }) => {
      const step = x(2) - x(1);
      const bar = (list: readonly number[], left: number): string =>
        barsPath(
          list.map((share) => y(Math.min(40, share))),
          floor,
          { left: x(0.5) + left, step, gap: step / 2 + 3 },
        );
      return svg`<path class="cat-1" d="${bar(letters, -step / 5)}"/><path class="cat-2" d="${bar(spam, step / 5)}"/>`;
    },
  );
  const swatch = (look: string) => (at: number, up: number) =>
    svg`<path class="${look}" d="M${at - 5} ${up - 4}h9v8h-9Z"/>`;
  const key = legend(
    [
      { words: 'newsletters (left)', swatch: swatch('cat-1') },
      { words: 'spam (right)', swatch: swatch('cat-2') },
    ],
    WIDE,
  );
  return stepOf(
    'free',
    panel({ title: 'The fewest words that free an email' }, below(2, drawn, key)),
    'How many words would have to go?',
    `One word frees ${number(letters[0] ?? 0)} of 100 flagged newsletters, and ${number(spam[0] ?? 0)} of 100 emails of spam. Half of the newsletters need ${number(medianOf(toFree.newsletters))} words or fewer, half of the spam ${number(medianOf(toFree.laterSpam))}.`,
  );
}

/** The number of words that frees at least half; one more than the last place where that many are not counted. */
export function medianOf(counts: readonly number[]): number {
  const all = counts.reduce((sum, one) => sum + one, 0);
  let so = 0;
  return counts.findIndex((count) => (so += count) * 2 >= all) + 1;
}

/** What rules of thumb decide rightly, beside accepting everything and, once all is decided, the reader. */
export function rulesStep({ rules, reader, desk }: TrustOutcome): Step {
  const isDone = desk.length > 0 && reader.decided === desk.length;
  const list = [
    { name: 'accept everything', share: 0.5, look: 'before' },
    { name: 'override if HTML', share: rules.html },
    { name: 'override if 3 free it', share: rules.three },
    { name: 'ask a second filter', share: rules.second },
    ...(isDone ? [{ name: 'you', share: reader.right / desk.length, look: 'cat-2' }] : []),
  ];
  const drawn = rows(
    list.map(({ name, share, look = 'run' }) => ({
      name,
      look,
      length: share ?? 0,
      told: share === null ? 'none' : perCent(share, 0),
    })),
  );
  const [html, home, accept] = [rules.html, rules.htmlAtHome, rules.acceptAtHome].map((share) =>
    share === null ? 'none' : perCent(share, 0),
  );
  return stepOf(
    'rules',
    panel({ title: 'Right decisions', note: 'half spam, half newsletters, all flagged' }, drawn),
    'What would rules of thumb reach?',
    `Overriding all that is written in HTML is right in ${html ?? ''} of these cases. On what is flagged at home it is right in ${home ?? ''}, where accepting everything is right in ${accept ?? ''}.`,
  );
}
