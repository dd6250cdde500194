/** The experiment on a spam filter and whoever overrules it, put together. */
import { mean, sum } from 'd3-array';
import type { Missing, Widget } from '#kit/contract';
import { measure, preset, share } from '#kit/contract';
import { actions, board, sayDesk, tabulateDesk } from './desk.ts';
import { draw, edit } from './figure.ts';
import { flaggedOf, homeOf, mailAt, medianOf } from './outcome.ts';
import type { Kind, Reader, Rules, TrustOutcome } from './outcome.ts';
import { params } from './params.ts';
import { say, tabulate } from './say.ts';

const MORE = { better: 'more' } as const;
const LESS = { better: 'less' } as const;
const TENTHS = { digits: 1 } as const;
const [TENTHS_MORE, TENTHS_LESS] = [
  { ...TENTHS, ...MORE },
  { ...TENTHS, ...LESS },
];
const NONE: Missing = { why: 'no newsletters are flagged, or no spam' };
const AT_HOME: Missing = { why: 'nothing is flagged at home' };

const rightOf = ({ right, of }: { readonly right: number; readonly of: number }) => right / of;

const flagged = (label: string, kind: Kind, look: Parameters<typeof share>[2]) =>
  share<TrustOutcome>(label, (o) => flaggedOf(o, kind) / o.groups[kind].count, look);

/** What a rule of thumb decides rightly. */
const rule = (label: string, name: keyof Rules, none = NONE) =>
  share<TrustOutcome>(label, ({ rules }) => rules[name] ?? none, MORE);

/** Right decisions, which count only once every mail on the desk is decided. */
const decided = (label: string, of: (reader: Reader) => Parameters<typeof rightOf>[0]) =>
  share<TrustOutcome>(
    label,
    ({ desk, reader }) => {
      if (desk.length === 0) return NONE;
      if (reader.decided < desk.length)
        return { why: `${reader.decided} of ${desk.length} emails are decided` };
      return rightOf(of(reader));
    },
    MORE,
  );

/** How many words free half of the mails of a kind. */
const toFreeHalf = (label: string, kind: keyof TrustOutcome['toFree']) =>
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
    homeAccuracy: share(
      'the office’s mail judged correctly',
      (o) => rightOf(homeOf(o)),
      TENTHS_MORE,
    ),
    homeFalseAlarms: flagged('the office’s genuine mail flagged', 'genuine', TENTHS_LESS),
    laterSpamCaught: flagged('later spam flagged', 'laterSpam', MORE),
    newslettersFlagged: flagged('newsletters flagged', 'newsletters', LESS),
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
    heaviestWeight: measure('weight of the heaviest word', (o) => o.heavy[0]?.weight ?? 0, TENTHS),
    shuffledCost: share(
      'accuracy at home lost if it is shuffled',
      (o) => o.heavy[0]?.cost ?? 0,
      TENTHS,
    ),
    wordsToFreeNewsletter: toFreeHalf('words that free half of the newsletters', 'newsletters'),
    wordsToFreeSpam: toFreeHalf('words that free half of the spam', 'laterSpam'),
    oneWordFrees: share('flagged newsletters that one word would free', ({ toFree }) => {
      const all = sum(toFree.newsletters);
      return all > 0 ? (toFree.newsletters[0] ?? 0) / all : NONE;
    }),
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
