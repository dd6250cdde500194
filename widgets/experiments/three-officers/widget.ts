/** The experiment on who is approved, put together. */
import type { Measure, Missing, Widget } from '#kit/contract';
import { measure, preset, share } from '#kit/contract';
import { draw, edit, timeline } from './figure.ts';
import type { OfficerOutcome } from './outcome.ts';
import { follow, params } from './params.ts';
import { COUNTS, NAMES, SHARES, type Share } from './rates.ts';
import { say, tabulate } from './say.ts';

type Officers = Measure<OfficerOutcome>;

const BANK: Missing = { why: 'the banks cannot be checked against themselves' };
const NOBODY: Missing = { why: 'nobody is approved in one of the groups' };
const LOOK = { unit: 'points', digits: 1 } as const;

/** The gaps and the ends of their intervals, in points. */
const GAPS = SHARES.flatMap((share) => {
  const label = `gap in ${share === 'approval' ? 'approvals' : NAMES[share]}`;
  const ofOne = (end: 'gap' | 'low' | 'high', told = '') =>
    measure<OfficerOutcome>(
      `${label}${told}`,
      ({ compared: { [share]: one }, isBank }) => (one ? 100 * one[end] : isBank ? BANK : NOBODY),
      LOOK,
    );
  return [
    [`${share}Gap`, ofOne('gap')],
    [`${share}GapLow`, ofOne('low', ', lower end')],
    [`${share}GapHigh`, ofOne('high', ', upper end')],
  ] as const;
});

/** A share of both groups together. */
function ofAll(of: Share, { isBank, groups: { white, black } }: OfficerOutcome): number | Missing {
  if (isBank && of !== 'approval') return BANK;
  const [[a, m], [b, n]] = [COUNTS[of](white), COUNTS[of](black)];
  return (a + b) / (m + n);
}

function approved(name: 'white' | 'black'): Officers['of'] {
  return ({ groups }) => {
    const [some, all] = COUNTS.approval(groups[name]);
    return some / all;
  };
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
    approvedWhite: share('white applicants approved', approved('white'), { digits: 1 }),
    approvedBlack: share('Black applicants approved', approved('black'), { digits: 1 }),
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
  timeline,
  say,
  tabulate,
};
