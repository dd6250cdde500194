/** The experiment on a spam filter and whoever overrules it, put together. */
import type { Missing, Widget } from '#kit/contract';
import { measure, preset, share } from '#kit/contract';
import { actions, board } from './board.ts';
import { draw, edit } from './figure.ts';
import { medianOf } from './figure-steps.ts';
import { flaggedOf, homeOf, mailAt, type Kind, type TrustOutcome } from './outcome.ts';
import { params } from './params.ts';
import { say, tabulate } from './say.ts';

const MORE = { better: 'more' } as const;
const LESS = { better: 'less' } as const;
const NONE: Missing = { why: 'no newsletters are flagged, or no spam' };

const flaggedShare =
  (kind: Kind) =>
  (outcome: TrustOutcome): number =>
    flaggedOf(outcome, kind) / outcome.groups[kind].count;

/** What counts only once every mail on the desk is decided. */
const decided =
  (of: (outcome: TrustOutcome) => number) =>
  (outcome: TrustOutcome): number | Missing => {
    const { desk, reader } = outcome;
    if (desk.length === 0) return NONE;
    return reader.decided < desk.length
      ? { why: `${reader.decided} of ${desk.length} emails are decided` }
      : of(outcome);
  };

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
      (o) => homeOf(o).right / homeOf(o).of,
      {
        digits: 1,
        ...MORE,
      },
    ),
    homeFalseAlarms: share('the office’s genuine mail flagged', flaggedShare('genuine'), {
      digits: 1,
      ...LESS,
    }),
    laterSpamCaught: share('later spam flagged', flaggedShare('laterSpam'), MORE),
    newslettersFlagged: share('newsletters flagged', flaggedShare('newsletters'), LESS),
    readerAccuracy: share(
      'your right decisions',
      decided(({ reader }) => reader.right / reader.decided),
      MORE,
    ),
    explainedAccuracy: share(
      'your right decisions with an explanation',
      decided(({ reader: { explained } }) => explained.right / explained.of),
      MORE,
    ),
    plainAccuracy: share(
      'your right decisions without one',
      decided(({ reader: { plain } }) => plain.right / plain.of),
      MORE,
    ),
    acceptAccuracy: share(
      'right decisions if every email is accepted',
      ({ desk }) =>
        desk.length > 0 ? desk.filter(({ isSpam }) => isSpam).length / desk.length : NONE,
      MORE,
    ),
    overrides: measure('emails overridden', ({ reader }) => reader.overrides),
    htmlRule: share('right if all HTML is overridden', ({ rules }) => rules.html ?? NONE, MORE),
    threeWordsRule: share(
      'right if what three words would free is overridden',
      ({ rules }) => rules.three ?? NONE,
      MORE,
    ),
    secondFilter: share(
      'right if a filter that knows newsletters decides',
      ({ rules }) => rules.second ?? NONE,
      MORE,
    ),
    htmlRuleAtHome: share(
      'at home, right if all HTML is overridden',
      ({ rules }) => rules.htmlAtHome ?? { why: 'nothing is flagged at home' },
      MORE,
    ),
    acceptAtHome: share(
      'at home, right if all is accepted',
      ({ rules }) => rules.acceptAtHome ?? { why: 'nothing is flagged at home' },
      MORE,
    ),
    heaviestWeight: measure('weight of the heaviest word', ({ heavy }) => heavy[0]?.weight ?? 0, {
      digits: 1,
    }),
    shuffledCost: share(
      'accuracy at home lost if it is shuffled',
      ({ heavy }) => heavy[0]?.cost ?? 0,
      { digits: 1 },
    ),
    wordsToFreeNewsletter: measure('words that free half of the newsletters', ({ toFree }) =>
      flaggedMedian(toFree.newsletters),
    ),
    wordsToFreeSpam: measure('words that free half of the spam', ({ toFree }) =>
      flaggedMedian(toFree.laterSpam),
    ),
    oneWordFrees: share('flagged newsletters that one word would free', ({ toFree }) => {
      const all = toFree.newsletters.reduce((sum, one) => sum + one, 0);
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
  say,
  tabulate,
};

function flaggedMedian(counts: readonly number[]): number | Missing {
  return counts.some((count) => count > 0) ? medianOf(counts) : NONE;
}
