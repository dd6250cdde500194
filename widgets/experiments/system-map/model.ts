/** A month of a canteen's digit reader, box by box: what becomes of the slips, and how long a fault goes unseen. */
import type { Run } from '#kit/contract';
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
  /** Of the test of the newest network: the share of stored digits read right; `null` where nobody tests. */
  readonly report: number | null;
  /** On the first day: the share of the slips that become the dish that was ordered, and of those that are never read. */
  readonly served: number;
  readonly unread: number;
  /** Days without a laptop; then days on which another fault reaches the guests, and the share of right dishes on each of these. */
  readonly stopped: number;
  readonly lasts: number;
  readonly meanwhile: number;
  /** Slips of the month that become another dish, and those that are never read; the rest become the right dish. */
  readonly wrong: number;
  readonly neverRead: number;
}

/** The run behind the widget. */
export const runSystemMap: Run<typeof params, MapOutcome> = async (settings, show) => {
  await show(monthOf(boxesIn(settings.down)), 1);
};

/**
 * A month that begins with these boxes down. Everybody sees a dead laptop, and by the next day there is another; what else is wrong
 * shows from then on. With the infrastructure, a network that fails its test is not released, and somebody looks every evening at
 * what came back, so that a fault lasts a day. Without it, faults last the month.
 */
export function monthOf(down: readonly Box[]): MapOutcome {
  const isDown = (box: Box): boolean => down.includes(box);
  const isWatched = !isDown('infrastructure');
  const isPoor = isDown('algorithm');
  const report = isWatched ? READ[isPoor ? 'eighth' : 'whole'].inPlace / READ.tested : null;
  const network = READ[isPoor && !isWatched ? 'eighth' : 'whole'];
  const readRight = network[isDown('data') ? 'off' : 'inPlace'] / READ.tested;
  const usual = READ.whole.inPlace / READ.tested;
  const reach = isDown('interface') ? FOUND : 1;
  const meanwhile = reach * readRight;
  const stopped = isDown('hardware') ? 1 : 0;
  const lasts = meanwhile === usual ? 0 : isWatched ? 1 : DAYS - stopped;
  const isStopped = stopped > 0;
  return {
    down,
    report,
    served: isStopped ? 0 : meanwhile,
    unread: isStopped ? 1 : 1 - reach,
    stopped,
    lasts,
    meanwhile,
    wrong: SLIPS * (lasts * reach * (1 - readRight) + (DAYS - stopped - lasts) * (1 - usual)),
    neverRead: SLIPS * (stopped + lasts * (1 - reach)),
  };
}

/** Slips of the month that do not become the dish that was ordered: another dish, or never read. */
export function wentWrong({ wrong, neverRead }: MapOutcome): number {
  return wrong + neverRead;
}
