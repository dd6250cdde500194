/** The experiment on who is approved, put together. */
import { cross } from 'd3-array';
import type { Missing, Widget } from '#kit/contract';
import { measure, preset, share } from '#kit/contract';
import { draw, edit } from './figure.ts';
import type { OfficerOutcome } from './outcome.ts';
import { follow, params } from './params.ts';
import { COUNTS, NAMES, shareOf, SHARES, type Share } from './rates.ts';
import { say, tabulate, tellRedraw } from './say.ts';

const BANK: Missing = { why: 'the banks cannot be checked against themselves' };
const NOBODY: Missing = { why: 'nobody is approved in one of the groups' };
const LOOK = { unit: 'points', digits: 1 } as const;

const ENDS = [
  ['', 'gap', ''],
  ['Low', 'low', ', lower end'],
  ['High', 'high', ', upper end'],
] as const;

/** The gaps and the ends of their intervals, in points. */
const GAPS = cross(SHARES, ENDS, (share, [suffix, end, told]) => [
  `${share}Gap${suffix}`,
  measure<OfficerOutcome>(
    `gap in ${share === 'approval' ? 'approvals' : NAMES[share]}${told}`,
    ({ compared: { [share]: one }, isBank }) => (one ? 100 * one[end] : isBank ? BANK : NOBODY),
    LOOK,
  ),
]);

/** A share of both groups together. */
function ofAll(of: Share, { isBank, groups: { white, black } }: OfficerOutcome): number | Missing {
  if (isBank && of !== 'approval') return BANK;
  const [[a, m], [b, n]] = [COUNTS[of](white), COUNTS[of](black)];
  return (a + b) / (m + n);
}

/** The widget `three-officers`: facts only. */
export const threeOfficers: Widget<typeof params, OfficerOutcome> = {
  tag: 'three-officers',
  version: 1,
  title: 'Who is approved?',
  params,
  follow,
  presets: [
    preset('banks', 'the banks', {}),
    preset('blind', 'a model without race', { features: 'blind' }),
    preset('two-lines', 'two lines', {
      features: 'blind',
      rule: 'separate',
      refusedWhite: 0.13,
      refusedBlack: 0.2,
    }),
  ],
  runner: 'sim/three-officers',
  spreadMeasure: 'approvalGap',
  measures: {
    approvedWhite: share(
      'white applicants approved',
      ({ groups }) => shareOf(COUNTS.approval(groups.white)),
      { digits: 1 },
    ),
    approvedBlack: share(
      'Black applicants approved',
      ({ groups }) => shareOf(COUNTS.approval(groups.black)),
      { digits: 1 },
    ),
    accuracy: share('accuracy', (o) => ofAll('accuracy', o), { digits: 1 }),
    deniedApproved: share('false positive rate, both groups', (o) => ofAll('fpr', o)),
    ...Object.fromEntries(GAPS),
    chanceGap: measure(
      'gap in the mean chance of approval',
      ({ chances }) => (chances ? 100 * (chances.white - chances.black) : BANK),
      LOOK,
    ),
    lampsLit: measure(
      'shares that are equal',
      ({ isBank, compared }) =>
        isBank ? BANK : SHARES.filter((one) => compared[one]?.lamp === 'lit').length,
      { unit: 'of 5' },
    ),
    tprLamp: measure(
      NAMES.tpr,
      ({ isBank, compared: { tpr } }) => {
        if (!tpr) return isBank ? BANK : NOBODY;
        return tpr.lamp === 'cannot tell'
          ? { why: 'these applicants are too few to tell' }
          : Number(tpr.lamp === 'lit');
      },
      { says: ['unequal', 'equal'] },
    ),
    raceGuessed: share(
      'pairs in which race is guessed right from the facts',
      ({ guess }) => guess.pairs,
    ),
  },
  draw,
  edit,
  // A hundred other draws of as many applicants from these, one after the other: what chance does to each gap.
  timeline: {
    kind: 'moments',
    count: ({ redraws }) => redraws.length,
    label: (_, moment) => String(moment + 1),
    seconds: () => 15,
    played: () => Promise.resolve({ draw, say: tellRedraw }),
  },
  say,
  tabulate,
};
