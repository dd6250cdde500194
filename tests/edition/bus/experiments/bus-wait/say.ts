import { rowsOf, type Rows } from '#kit/contract';
import { number } from '#kit/draw';
import { QUANTITIES, type BusOutcome } from './model.ts';
import type { BusSettings } from './params.ts';

/** The takeaway. */
export function say({ headway }: BusSettings, { meanWait, p95Wait }: BusOutcome): string {
  return `With a bus every ${number(headway)} minutes on average, passengers wait ${number(meanWait, 1)} minutes in the mean, and one in twenty waits longer than ${number(p95Wait, 1)}.`;
}

/** What was measured, as rows. */
export function tabulate(_: BusSettings, outcome: BusOutcome): Rows {
  const rows = rowsOf(QUANTITIES, outcome);
  return { caption: 'What passengers met', head: ['What', 'Unit', 'Value'], rows };
}
