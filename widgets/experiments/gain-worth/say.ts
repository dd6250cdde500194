/** What a gain is worth in words, and as a table. */
import { number, plain } from '#kit/draw';
import { rowsOf, type Rows } from '#kit/contract';
import { QUANTITIES, type WorthOutcome } from './model.ts';
import type { WorthSettings } from './params.ts';

const FIGURES = 3;

/** Dollars in three significant figures: `$962`, `$100,000`, `$1.5 million`. */
function dollars(value: number): string {
  const sum = Number(Math.abs(value).toPrecision(FIGURES));
  if (sum >= 1e9) return `$${short(sum / 1e9)} billion`;
  return sum >= 1e6 ? `$${short(sum / 1e6)} million` : `$${number(sum)}`;
}

/** What is left of it, or lost, in a year. */
export function leftOf({ left }: WorthOutcome): string {
  if (Math.abs(left) < 0.5) return 'it just breaks even';
  return `${dollars(left)} a year ${left > 0 ? 'is left' : 'is lost'}`;
}

/** The takeaway. */
export function say(settings: WorthSettings, outcome: WorthOutcome): string {
  const { spend, gain, paidFor } = settings;
  const { saved, cost, left, breakEvenSpend: from } = outcome;
  if (paidFor === 'nothing') {
    return `Nobody pays for the difference, so a gain of ${points(gain)} saves nothing. The model loses what it costs, ${dollars(cost)} a year, however large the gain.`;
  }
  const errors =
    paidFor === 'errors' ? `puts ${perCent(outcome.shareSaved)} of the errors right and ` : '';
  const most = outcome.wholeGain ?? gain;
  const gained =
    gain > most ? `Only ${points(most)} can be gained, and that` : `A gain of ${points(gain)}`;
  const sum = `${gained} ${errors}saves ${dollars(saved)} of ${dollars(spend * 1e6)} a year, and the model costs ${dollars(cost)}.`;
  if (left >= 0 || from === null) return `${sum} So ${leftOf(outcome)}.`;
  return `${sum} So it loses ${dollars(left)} a year; it would break even on a bill of ${dollars(from)} a year.`;
}

/** The sum as rows, in dollars. */
export function tabulate(_: WorthSettings, outcome: WorthOutcome): Rows {
  return {
    caption: 'What the gain is worth',
    head: ['What', 'Unit', 'Value'],
    rows: rowsOf(QUANTITIES, outcome, {
      saved: 'Saved in a year',
      cost: 'Cost of the model in a year',
      left: 'Left in a year',
      breakEvenSpend: 'Pays from a spend of',
      breakEvenGain: 'Pays from a gain of',
      paybackMonths: 'Pays back after',
    }),
  };
}

function perCent(share: number): string {
  return `${short(100 * share)} %`;
}

function points(gain: number): string {
  return `${short(gain)} ${gain === 1 ? 'point' : 'points'}`;
}

/** Three significant figures, and no zeros at the end. */
function short(value: number): string {
  return plain(value, FIGURES);
}
