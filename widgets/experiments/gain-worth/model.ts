/** What a gain is worth in a year: a share of what somebody pays, less what the model costs. Arithmetic, without chance. */
import type { Run } from '../../kit/contract/widget.ts';
import type { params, WorthSettings } from './params.ts';

const MILLION = 1e6;

/** Money in dollars a year, unless it says otherwise. */
export interface WorthOutcome {
  readonly saved: number;
  /** Running it, and building it shared out over the years in use. */
  readonly cost: number;
  /** What is saved less what it costs: below 0, the model loses money. */
  readonly left: number;
  /** Share of what is paid that is saved, 0 to 1. */
  readonly shareSaved: number;
  /** The gain in points that would save all that is paid; `null`: none would, for nothing is paid. */
  readonly wholeGain: number | null;
  /** What must be paid a year, in dollars, for this gain to pay; `null`: no sum is enough. */
  readonly breakEvenSpend: number | null;
  /** The least gain in points that pays at this spend; `null`: none does. */
  readonly breakEvenGain: number | null;
  /** Until what is saved has paid for building it; `null`: never. */
  readonly paybackMonths: number | null;
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
