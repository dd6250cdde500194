/**
 * Times a network on batches of growing size, on the back end that is open. This is no experiment: nothing is set, and each
 * machine has an outcome of its own.
 */
import type { DeviceTimes } from '../../kit/device/fit.ts';
import type { AnyRun } from '../../kit/contract/widget.ts';
import { seeded } from '../../kit/numbers/random.ts';
import { lookAt, rowsOf, type Rows } from '../../engine/look.ts';
import { network } from '../../engine/nn.ts';
import * as tf from '../../engine/tf.ts';

/** That of the digits, with many more units between: else a graphics card would be done before a clock has moved. */
const SIZE = { features: 196, hidden: 4096, classes: 10 };
const LARGEST = 256;
/** Rounds in which each size has its turn, so that what else the machine does for a while meets them all; fewer where they take long. */
const [ROUNDS, FEWEST, ENOUGH] = [9, 5, 6000] as const;
/** A timing lasts so many steps of the clock, and so many ms; with a clock that hardly moves it is given up at the longest. */
const [TICKS, SHORTEST, LONGEST] = [20, 4, 150] as const;
/** No larger batch is tried once one has taken so long, in ms. */
const SLOW = 500;

/** Makes batches of this network answer, and reads what it says. */
export const timeDevice: AnyRun = async (_, show, { clock }) => {
  const weights = network(SIZE, [1]);
  const models = lookAt(
    () => weights,
    () => Promise.resolve(),
  );
  const laid = new Map<number, Rows>();
  const random = seeded(1, 'device');
  const pass = async (size: number): Promise<void> => {
    let rows = laid.get(size);
    if (!rows) {
      const pixels = Float32Array.from({ length: size * SIZE.features }, () => random.uniform());
      laid.set(size, (rows = rowsOf(pixels, SIZE.features)));
    }
    await models.probabilities(rows);
  };
  try {
    await timeBatches(pass, clock, show as Show);
  } finally {
    tf.dispose([...weights]);
    for (const rows of laid.values()) rows.free();
  }
};

type Show = (times: DeviceTimes, share: number) => Promise<void>;

/** Times batches of 1, 2, 4 … items that `pass` takes, in rounds; shows all rounds so far after each. */
export async function timeBatches(
  pass: (size: number) => Promise<void>,
  clock: () => number,
  show: Show,
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
  for (let size = 1; size <= LARGEST; size *= 2) {
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
