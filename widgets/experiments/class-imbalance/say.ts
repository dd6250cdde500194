/** The run in a sentence, and as a table. */
import { number } from '../../kit/draw/format.ts';
import { hundredths, perCent } from '../../kit/draw/shares.ts';
import type { Rows } from '../../kit/contract/widget.ts';
import { costOfSilence, standingOf, type ImbalanceOutcome } from './outcome.ts';
import type { ImbalanceSettings } from './params.ts';

/** A share near 1 or 0 in per cent, with as many decimals as set it apart from both. */
export function percent(share: number): string {
  const rest = Math.min(share, 1 - share);
  if (rest <= 0) return perCent(share, 0);
  const digits = Math.min(3, Math.max(0, Math.ceil(-Math.log10(rest)) - 2));
  return perCent(share, rest < 0.1 ? Math.max(1, digits) : 0);
}

/** How many alarms are real: of 100, or of as many as it takes to count one: "of 1,000 alarms 2 are real". */
function alarmsReal(share: number): { readonly of: string; readonly real: string } {
  const enough = share > 0 ? [100, 1000, 10_000, 100_000].find((n) => share * n >= 0.995) : 100;
  const count = enough ?? 1_000_000;
  return { of: number(count), real: number(share * count) };
}

/** How rare spam is where the filter works: "one in 500". */
export function oneIn(share: number): string {
  const count = 1 / share;
  return `one in ${number(count, count < 10 && !Number.isInteger(count) ? 1 : 0)}`;
}

/** The takeaway; given the run before, what it caught, and at which price. */
export function say(
  _: ImbalanceSettings,
  outcome: ImbalanceOutcome,
  before?: ImbalanceOutcome,
): string {
  const { recall, precision, accuracy } = standingOf(outcome);
  let alarms = ', for it never raises an alarm';
  if (typeof precision === 'number') {
    const { of, real } = alarmsReal(precision);
    alarms = `, and of ${of} alarms ${real} ${real === '1' ? 'is' : 'are'} real`;
  }
  const takeaway = `Of 100 spam messages the filter catches ${hundredths(recall)}${alarms}; it judges ${percent(accuracy)} right, a filter that never raises an alarm ${percent(1 - outcome.use.share)}.`;
  return before ? `${takeaway} ${was(before)}` : takeaway;
}

function was(before: ImbalanceOutcome): string {
  const { recall, precision } = standingOf(before);
  const caught = `Before: ${hundredths(recall)} caught`;
  if (typeof precision !== 'number') return `${caught}, no alarm.`;
  const { of, real } = alarmsReal(precision);
  return `${caught}, ${of === '100' ? real : `${real} of ${of}`} real.`;
}

const OF = 100_000;

/** The four fates of a message: counted among the held-out ones, and as they occur in use. */
export function tabulate(_: ImbalanceSettings, outcome: ImbalanceOutcome): Rows {
  const { test, use } = outcome;
  const now = standingOf(outcome);
  const caught = Math.round(now.recall * test.spam.length);
  const alarms = Math.round(now.alarmRate * test.genuine.length);
  const row = (name: string, counted: number, share: number, price: number) => [
    name,
    counted,
    number(share * OF, share * OF < 10 ? 1 : 0),
    `$${number(share * 1000 * price, 2)}`,
  ];
  return {
    caption: `What becomes of the held-out messages, and of ${number(OF)} in use when ${oneIn(use.share)} is spam; 1,000 of them cost $${number(now.cost, 2)}, and $${number(costOfSilence(outcome), 2)} without a filter`,
    head: ['message', 'held out', `of ${number(OF)} in use`, 'cost in 1,000'],
    rows: [
      row('spam, caught', caught, now.caught, 0),
      row('spam, missed', test.spam.length - caught, now.missed, use.costs.miss),
      row('genuine, held back', alarms, now.falseAlarms, use.costs.alarm),
      row('genuine, let through', test.genuine.length - alarms, now.passed, 0),
    ],
  };
}
