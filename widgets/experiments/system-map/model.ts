/** A month of a canteen's digit reader, box by box: what becomes of the slips, and how long a fault goes unseen. */
import type { Run } from '../../kit/contract/widget.ts';
import { boxesIn, type Box, type params } from './params.ts';

/** Slips a day, and days of a month on which the canteen is open. Assumed. */
export const SLIPS = 300;
export const DAYS = 20;
/** The share of the guests that find a hidden button. Assumed. */
const FOUND = 0.05;

/**
 * Digits read right of the 1,334 that `first-look` counts, with seed 4: by the whole network or by an eighth of it, in place or one column
 * off. A test holds them against its runs.
 */
export const READ = {
  tested: 1334,
  whole: { inPlace: 1229, off: 838 },
  eighth: { inPlace: 971, off: 611 },
} as const;

/** What a run yields. */
export interface MapOutcome {
  readonly down: readonly Box[];
  /** Of the test on Lina's laptop: the share of stored digits read right. */
  readonly report: number;
  /** On a day on which the fault lasts: the share of the slips that become the dish that was ordered, and of those that never get to the network. */
  readonly served: number;
  readonly unread: number;
  /** Days on which the canteen works like that before it is mended. */
  readonly lasts: number;
  /** Wrong dishes in a month. */
  readonly wrong: number;
}

/** The run behind the widget. */
export const runSystemMap: Run<typeof params, MapOutcome> = async (settings, show) => {
  await show(monthOf(boxesIn(settings.down)), 1);
};

/** A month that begins with these boxes down. */
export function monthOf(down: readonly Box[]): MapOutcome {
  const isDown = (box: Box): boolean => down.includes(box);
  const network = READ[isDown('algorithm') ? 'eighth' : 'whole'];
  const report = network.inPlace / READ.tested;
  const right = network[isDown('data') ? 'off' : 'inPlace'] / READ.tested;
  const reach = isDown('hardware') ? 0 : isDown('interface') ? FOUND : 1;
  const lasts = daysOf(isDown);
  const usual = 1 - READ.whole.inPlace / READ.tested;
  const wrong = SLIPS * (lasts * reach * (1 - right) + (DAYS - lasts) * usual);
  return { down, report, served: reach * right, unread: 1 - reach, lasts, wrong };
}

/**
 * How long a fault lasts. A dead machine is seen by everybody within the day. With the infrastructure, a worse network fails its test and
 * is not released, and what guests complain of is looked at every evening. Without it, nobody looks before the month is over.
 */
function daysOf(isDown: (box: Box) => boolean): number {
  if (isDown('hardware')) return 1;
  const isQuiet = isDown('data') || isDown('interface');
  if (isDown('infrastructure')) return isQuiet || isDown('algorithm') ? DAYS : 0;
  return isQuiet ? 1 : 0;
}
