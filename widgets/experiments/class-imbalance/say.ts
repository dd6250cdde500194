/** The run in a sentence, and as a table. */
import { number } from '../../kit/draw/format.ts';
import { hundredths, perCent } from '../../kit/draw/shares.ts';
import type { Rows } from '../../kit/contract/widget.ts';
import { accuracy, recall } from './metrics.ts';
import { confusionOf, costsOf, operatingPoint, precisionOf } from './outcome.ts';
import type { ImbalanceOutcome } from './outcome.ts';
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
  const table = confusionOf(outcome);
  const precise = precisionOf(outcome);
  let alarms = ', for it never raises an alarm';
  if (typeof precise === 'number') {
    const { of, real } = alarmsReal(precise);
    alarms = `, and of ${of} alarms ${real} ${real === '1' ? 'is' : 'are'} real`;
  }
  const takeaway = `Of 100 spam messages the filter catches ${hundredths(recall(table))}${alarms}; it judges ${percent(accuracy(table))} right, a filter that never raises an alarm ${percent(1 - outcome.use.share)}.`;
  return before ? `${takeaway} ${change(before)}` : takeaway;
}

function change(before: ImbalanceOutcome): string {
  const caught = hundredths(recall(confusionOf(before)));
  const precise = precisionOf(before);
  if (typeof precise !== 'number') return `Before: ${caught} caught, no alarm.`;
  const { of, real } = alarmsReal(precise);
  const alarms = of === '100' ? `${real} real` : `${real} of ${of} real`;
  return `Before: ${caught} caught, ${alarms}.`;
}

const OF = 100_000;

/** The four fates of a message: counted among the held-out ones, and as they occur in use. */
export function tabulate(_: ImbalanceSettings, outcome: ImbalanceOutcome): Rows {
  const { spam, genuine } = outcome.test;
  const point = operatingPoint(outcome);
  const caught = Math.round(point.recall * spam.length);
  const alarms = Math.round(point.alarmRate * genuine.length);
  const table = confusionOf(outcome);
  const costs = costsOf(outcome);
  const { miss, alarm } = outcome.use.costs;
  const row = (name: string, counted: number, share: number, price: number) => [
    name,
    counted,
    number(share * OF, share * OF < 10 ? 1 : 0),
    `$${number(share * 1000 * price, 2)}`,
  ];
  return {
    caption: `What becomes of the held-out messages, and of ${number(OF)} in use when ${oneIn(outcome.use.share)} is spam; 1,000 of them cost $${number(costs.filter, 2)}, and $${number(costs.never, 2)} without a filter`,
    head: ['message', 'held out', `of ${number(OF)} in use`, 'cost in 1,000'],
    rows: [
      row('spam, caught', caught, table.caught, 0),
      row('spam, missed', spam.length - caught, table.missed, miss),
      row('genuine, held back', alarms, table.falseAlarms, alarm),
      row('genuine, let through', genuine.length - alarms, table.passed, 0),
    ],
  };
}
