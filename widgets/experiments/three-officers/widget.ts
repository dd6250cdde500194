/** The experiment on who is approved, put together. */
import { cross } from 'd3-array';
import { measure, preset, share, type Measure, type Missing, type Widget } from '#kit/contract';
import { draw, edit } from './figure.ts';
import type { OfficerOutcome } from './outcome.ts';
import { follow, params } from './params.ts';
import { COUNTS, litOf, NAMES, shareOf, SHARES } from './rates.ts';
import type { Compared, Groups, Share } from './rates.ts';
import { say, tabulate, tellRedraw } from './say.ts';

const BANK: Missing = { why: 'the banks cannot be checked against themselves' };
const NOBODY: Missing = { why: 'nobody is approved in one of the groups' };
const TOO_FEW: Missing = { why: 'these applicants are too few to tell' };
const POINTS = { unit: 'points', digits: 1 } as const;

/** What follows from a share in both groups, or why they cannot be compared. */
const ofCompared =
  (of: Share, told: (one: Compared) => number | Missing) =>
  ({ isBank, compared: { [of]: one } }: OfficerOutcome): number | Missing =>
    one ? told(one) : isBank ? BANK : NOBODY;

const ENDS = [
  ['', 'gap', ''],
  ['Low', 'low', ', lower end'],
  ['High', 'high', ', upper end'],
] as const;

const GAPS = cross(SHARES, ENDS, (of, [suffix, end, told]) => {
  const label = `gap in ${of === 'approval' ? 'approvals' : NAMES[of]}${told}`;
  const inPoints = ofCompared(of, (one) => 100 * one[end]);
  return [`${of}Gap${suffix}`, measure(label, inPoints, POINTS)];
});

const approved = (name: keyof Groups, label: string): Measure<OfficerOutcome> =>
  share(label, ({ groups }) => shareOf(COUNTS.approval(groups[name])), { digits: 1 });

/** A share of both groups together, which the banks have not. */
const ofAll =
  (of: Share) =>
  ({ isBank, groups: { white, black } }: OfficerOutcome): number | Missing => {
    const [[a, m], [b, n]] = [COUNTS[of](white), COUNTS[of](black)];
    return isBank ? BANK : (a + b) / (m + n);
  };

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
    approvedWhite: approved('white', 'white applicants approved'),
    approvedBlack: approved('black', 'Black applicants approved'),
    accuracy: share('accuracy', ofAll('accuracy'), { digits: 1 }),
    deniedApproved: share('false positive rate, both groups', ofAll('fpr')),
    ...Object.fromEntries(GAPS),
    chanceGap: measure(
      'gap in the mean chance of approval',
      ({ chances }) => (chances ? 100 * (chances.white - chances.black) : BANK),
      POINTS,
    ),
    lampsLit: measure(
      'shares that are equal',
      ({ isBank, groups }) => (isBank ? BANK : litOf(groups)),
      { unit: 'of 5' },
    ),
    tprLamp: measure(
      NAMES.tpr,
      ofCompared('tpr', ({ lamp }) => (lamp === 'cannot tell' ? TOO_FEW : Number(lamp === 'lit'))),
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
