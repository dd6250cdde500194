/** The run in a sentence, and as a table. */
import type { Rows } from '#kit/contract';
import { hundredths, nearly, number, oneIn, percent, withUnit } from '#kit/draw';
import { placed } from './alarm-line.ts';
import { costOfSilence, probabilityOf, standingOf, type ImbalanceOutcome } from './outcome.ts';
import type { ImbalanceSettings } from './params.ts';

export const dollars = (value: number): string => withUnit(number(value, 2), '$');

/** Of how many alarms how many are real: of 100, or of as many as it takes to count one. */
function counted(precision: number): readonly [of: string, real: string] {
  const of = [100, 1000, 10_000, 100_000, 1_000_000].find((n) => precision * n >= 0.995) ?? 100;
  return [number(of), number(precision * of)];
}

/** How many alarms are real: "of 1,000 alarms 2 are real". */
export function alarmsReal(precision: number | null): string {
  if (precision === null) return 'there is no alarm';
  const [of, real] = counted(precision);
  return `of ${of} alarms ${real} ${real === '1' ? 'is' : 'are'} real`;
}

/** The takeaway; given the run before, what it caught, and at which price. */
export function say(_: ImbalanceSettings, outcome: ImbalanceOutcome, before?: ImbalanceOutcome) {
  const { recall, precision, accuracy } = standingOf(outcome);
  const alarms =
    precision === null ? 'for it never raises an alarm' : `and ${alarmsReal(precision)}`;
  const takeaway = `Of 100 spam messages the filter catches ${hundredths(recall)}, ${alarms}; it judges ${percent(accuracy)} right, a filter that never raises an alarm ${percent(1 - outcome.use.share)}.`;
  if (!before) return takeaway;
  const was = standingOf(before);
  const caught = `${takeaway} Before: ${hundredths(was.recall)} caught`;
  if (was.precision === null) return `${caught}, no alarm.`;
  const [of, real] = counted(was.precision);
  return `${caught}, ${of === '100' ? real : `${real} of ${of}`} real.`;
}

/** The four fates of a message: counted among the held-out ones, and as they occur in use. */
export function tabulate(_: ImbalanceSettings, outcome: ImbalanceOutcome): Rows {
  const { test, use } = outcome;
  const { recall, alarmRate, cost, caught, missed, falseAlarms, passed } = standingOf(outcome);
  const spam = Math.round(recall * test.spam.length);
  const alarms = Math.round(alarmRate * test.genuine.length);
  const row = (name: string, counted: number, share: number, price = 0) => {
    const inUse = share * 100_000;
    return [name, counted, number(inUse, inUse < 10 ? 1 : 0), dollars(share * 1000 * price)];
  };
  return {
    caption: `What becomes of the held-out messages, and of ${number(100_000)} in use when ${oneIn(use.share)} is spam; 1,000 of them cost ${dollars(cost)}, and ${dollars(costOfSilence(outcome))} without a filter`,
    head: ['message', 'held out', `of ${number(100_000)} in use`, 'cost in 1,000'],
    rows: [
      row('spam, caught', spam, caught),
      row('spam, missed', test.spam.length - spam, missed, use.costs.miss),
      row('genuine, held back', alarms, falseAlarms, use.costs.alarm),
      row('genuine, let through', test.genuine.length - alarms, passed),
    ],
  };
}

/** The messages whole, as the list has them, with what becomes of each. */
export function cases(outcome: ImbalanceOutcome): Rows {
  const fates = ['let through', 'held back', 'missed', 'caught'];
  const rows = placed(outcome).shown.map(({ text, score, isSpam, isFlagged }) => {
    return [text, nearly(probabilityOf(score), 1), fates[2 * +isSpam + +isFlagged] ?? ''];
  });
  return { caption: 'The messages whole', head: ['message', 'how sure', 'outcome'], rows };
}
