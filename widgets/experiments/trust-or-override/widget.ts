/** The experiment on a spam filter and whoever overrules it, put together. */
import { mean, sum } from 'd3-array';
import { measure, preset, share, type Missing, type Widget } from '#kit/contract';
import { actions, board, sayDesk, tabulateDesk } from './desk.ts';
import { draw, edit } from './figure.ts';
import type { Kind, Other } from './mails.ts';
import { homeOf, mailAt, medianOf, shareOf, type TrustOutcome } from './outcome.ts';
import { params } from './params.ts';
import { say, tabulate } from './say.ts';
import type { Reader } from './twenty.ts';

const MORE = { better: 'more' } as const;
const TENTHS = { digits: 1 };
const FINE = { ...TENTHS, ...MORE };
const NONE: Missing = { why: 'no newsletters are flagged, or no spam' };
const AT_HOME: Missing = { why: 'nothing is flagged at home' };

const rightOf = ({ right, of }: Reader['plain']): number => right / of;
const heaviest = ({ heavy }: TrustOutcome) => heavy[0] ?? { weight: 0, cost: 0 };

const flagged = (label: string, kind: Kind, better: 'more' | 'less', digits = 0) =>
  share<TrustOutcome>(label, (outcome) => shareOf(outcome, kind), { better, digits });

/** What a rule of thumb decides rightly. */
const rule = (label: string, name: keyof TrustOutcome['rules'], none = NONE) =>
  share<TrustOutcome>(label, ({ rules }) => rules[name] ?? none, MORE);

/** Right decisions, which count only once every mail on the desk is decided. */
const decided = (label: string, of: (reader: Reader) => Reader['plain']) => {
  const value = ({ desk: { length }, reader }: TrustOutcome): number | Missing => {
    if (length === 0) return NONE;
    if (reader.decided === length) return rightOf(of(reader));
    return { why: `${reader.decided} of ${length} emails are decided` };
  };
  return share(label, value, MORE);
};

/** How many words free half of the mails of a kind, where any are flagged. */
const toFreeHalf = (label: string, kind: Other) =>
  measure<TrustOutcome>(label, ({ toFree }) =>
    sum(toFree[kind]) > 0 ? medianOf(toFree[kind]) : NONE,
  );

/** The widget `trust-or-override`: facts only. */
export const trustOrOverride: Widget<typeof params, TrustOutcome> = {
  tag: 'trust-or-override',
  version: 1,
  title: 'Trust or override',
  params,
  presets: [
    preset('start', 'as it was trained', {}),
    preset('html', 'without HTML', { without: 'html' }),
    preset('seen', 'with 100 newsletters', { newsletters: 100 }),
  ],
  runner: 'sim/trust-or-override',
  spreadMeasure: 'newslettersFlagged',
  measures: {
    homeAccuracy: share('the office’s mail judged correctly', (o) => rightOf(homeOf(o)), FINE),
    homeFalseAlarms: flagged('the office’s genuine mail flagged', 'genuine', 'less', 1),
    laterSpamCaught: flagged('later spam flagged', 'laterSpam', 'more'),
    newslettersFlagged: flagged('newsletters flagged', 'newsletters', 'less'),
    readerAccuracy: decided('your right decisions', ({ right, decided: of }) => ({ right, of })),
    explainedAccuracy: decided('your right decisions with an explanation', (o) => o.explained),
    plainAccuracy: decided('your right decisions without one', (o) => o.plain),
    acceptAccuracy: share(
      'right decisions if every email is accepted',
      ({ desk }) => mean(desk, ({ isSpam }) => Number(isSpam)) ?? NONE,
      MORE,
    ),
    overrides: measure('emails overridden', ({ reader }) => reader.overrides),
    htmlRule: rule('right if all HTML is overridden', 'html'),
    threeWordsRule: rule('right if what three words would free is overridden', 'three'),
    secondFilter: rule('right if a filter that knows newsletters decides', 'second'),
    htmlRuleAtHome: rule('at home, right if all HTML is overridden', 'htmlAtHome', AT_HOME),
    acceptAtHome: rule('at home, right if all is accepted', 'acceptAtHome', AT_HOME),
    heaviestWeight: measure('weight of the heaviest word', (o) => heaviest(o).weight, TENTHS),
    shuffledCost: share('accuracy at home lost if it is shuffled', (o) => heaviest(o).cost, TENTHS),
    wordsToFreeNewsletter: toFreeHalf('words that free half of the newsletters', 'newsletters'),
    wordsToFreeSpam: toFreeHalf('words that free half of the spam', 'laterSpam'),
    oneWordFrees: share(
      'flagged newsletters that one word would free',
      ({ toFree: { newsletters: counts } }) =>
        sum(counts) > 0 ? (counts[0] ?? 0) / sum(counts) : NONE,
    ),
  },
  // Another filter, or other mails: what was decided belonged to those before.
  follow: (settings, changed) =>
    changed === 'decisions' || changed === 'desk' ? settings : { ...settings, decisions: '' },
  edit,
  timeline: {
    kind: 'moments',
    count: (outcome) =>
      outcome.isAtDesk ? mailAt(outcome) + 1 : outcome.groups.genuine.steps.length,
    label: ({ isAtDesk }, moment) =>
      isAtDesk ? `email ${moment + 1}` : moment === 0 ? 'untrained' : `step ${moment}`,
    // Twenty mails, and none decided yet.
    none: 'email 1',
    seconds: (outcome) => (outcome.isAtDesk ? 2 * outcome.reader.decided : 4),
  },
  draw,
  board,
  actions,
  say: (settings, outcome) => (outcome.isAtDesk ? sayDesk(outcome) : say(settings, outcome)),
  tabulate: (settings, outcome) => (outcome.isAtDesk ? tabulateDesk : tabulate)(settings, outcome),
};
