/** Times what a device does with batches of growing size. */
import type { DeviceTimes } from '../kit/device/fit.ts';

/** Rounds in which each size has its turn, so that what else the machine does for a while meets them all; fewer where they take long. */
const [ROUNDS, FEWEST, ENOUGH] = [9, 5, 6000] as const;
/** A timing lasts so many steps of the clock, and so many ms; with a clock that hardly moves it is given up at the longest. */
const [TICKS, SHORTEST, LONGEST] = [20, 4, 150] as const;
/** No larger batch is tried once one has taken so long, in ms. */
const SLOW = 500;

/** Puts all rounds so far on the page, and how much is done, 0 to 1. */
export type Show = (times: DeviceTimes, share: number) => Promise<void>;

/** Times batches of 1, 2, 4 … to `largest` items that `pass` takes, in rounds; shows all rounds so far after each. */
export async function timeBatches(
  pass: (size: number) => Promise<void>,
  clock: () => number,
  show: Show,
  largest: number,
): Promise<void> {
  const step = stepOf(clock);
  const least = Math.min(LONGEST, Math.max(SHORTEST, TICKS * step));
  const timed = async (size: number, passes: number): Promise<number> => {
    const from = clock();
    for (let i = 0; i < passes; i += 1) await pass(size);
    return clock() - from;
  };
  const sizes: number[] = [];
  const passes: number[] = [];
  const rounds: number[][] = [];
  const put = (share: number): Promise<void> => show({ sizes, rounds, passes, step }, share);
  for (let size = 1; size <= largest; size *= 2) {
    // The first time, shaders are compiled and loops optimised.
    await pass(size);
    let count = 1;
    const quicker = async (): Promise<number> =>
      Math.min(await timed(size, count), await timed(size, count));
    let took = await quicker();
    for (; took < least; took = await quicker()) count *= 2;
    sizes.push(size);
    passes.push(count);
    await put(0);
    if (sizes.length > 3 && took > SLOW * count) break;
  }
  const began = clock();
  for (let share = 0; share < 1; await put(share)) {
    const round: number[] = [];
    for (const [i, size] of sizes.entries()) {
      const count = passes[i] as number;
      round.push((await timed(size, count)) / count);
    }
    rounds.push(round);
    const isLong = rounds.length >= FEWEST && clock() - began > ENOUGH;
    share = isLong ? 1 : rounds.length / ROUNDS;
  }
}

/** The step in which a clock moves on: browsers make it a tenth of a millisecond, or longer. */
function stepOf(clock: () => number): number {
  let least = Infinity;
  for (let i = 0; i < 5; i += 1) {
    const from = clock();
    let now = from;
    while (now === from) now = clock();
    least = Math.min(least, now - from);
  }
  return least;
}
