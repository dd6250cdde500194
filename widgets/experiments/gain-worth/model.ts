/** What a gain is worth in a year: a share of what somebody pays, less what the model costs. Arithmetic, without chance. */
import type { Known, Run } from '#kit/contract';
import type { params, WorthSettings } from './params.ts';

const MILLION = 1e6;

const NOTHING = 'nobody pays for the difference, or no gain is large enough';
const money = { unit: '$', figures: 3 } as const;

/** What is computed, as it is measured and listed. Money in dollars a year, gain in points. */
export const QUANTITIES = {
  /** What is saved less what the model costs: below 0, it loses money. */
  left: { label: 'Left', ...money, better: 'more' },
  saved: { label: 'Saved in a year', ...money },
  /** Running it, and building it shared out over the years in use. */
  cost: { label: 'Cost of the model in a year', ...money },
  /** Share of what is paid that is saved. */
  shareSaved: { label: 'Share saved', unit: 'share', digits: 1 },
  /** What must be paid a year for this gain to pay. */
  breakEvenSpend: {
    ...{ label: 'Break-even spend', unit: '$ million', per: MILLION, figures: 3, digits: 1 },
    why: NOTHING,
  },
  /** The least gain that pays at this spend. */
  breakEvenGain: { label: 'Break-even gain', unit: 'points', figures: 3, digits: 2, why: NOTHING },
  /** Until what is saved has paid for building it. */
  paybackMonths: {
    ...{ label: 'Pays back after', unit: 'months', figures: 3, digits: 1 },
    why: 'running it costs as much as it saves, or more',
  },
} as const;

/** What a gain is worth, and the gain in points that would save all that is paid; `null`: none would, for nothing is paid. */
export interface WorthOutcome extends Known<typeof QUANTITIES> {
  readonly wholeGain: number | null;
}

/** What the gain of these settings is worth. */
function worthOf(settings: WorthSettings): WorthOutcome {
  const { gain, build, run, years } = settings;
  const spend = settings.spend * MILLION;
  const wholeGain = wholeGainOf(settings);
  const shareSaved = wholeGain === null ? 0 : Math.min(1, gain / wholeGain);
  const saved = spend * shareSaved;
  const cost = run + build / years;
  return {
    saved,
    cost,
    left: saved - cost,
    shareSaved,
    wholeGain,
    breakEvenSpend: shareSaved > 0 ? cost / shareSaved : null,
    breakEvenGain: wholeGain !== null && cost <= spend ? (wholeGain * cost) / spend : null,
    paybackMonths: saved > run ? (12 * build) / (saved - run) : null,
  };
}

/** A hundred points where the money pays for all of the work; as many as there are errors where it pays for those. */
function wholeGainOf({ paidFor, accuracy }: WorthSettings): number | null {
  if (paidFor === 'nothing') return null;
  return paidFor === 'errors' ? 100 - accuracy : 100;
}

/** The run behind the widget. */
export const runGainWorth: Run<typeof params, WorthOutcome> = async (settings, show) => {
  await show(worthOf(settings), 1);
};
