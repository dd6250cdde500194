/** A run of any experiment as whoever asks for it sees it: every show, every file that it asked for. */
import type { AnySettings } from '../../../widgets/kit/contract/params.ts';
import { learnerOf, workerOf, type AnyRun } from '../../../widgets/kit/contract/widget.ts';
import type { AnyWidget, Env } from '../../../widgets/kit/contract/widget.ts';
import { dataFile } from '../../../widgets/run/data/data-file.ts';
import { LEARNERS } from '../../../widgets/run/lab/learners.ts';
import { envOf, ModelShelf } from '../../../widgets/run/lab/models.ts';
import { nodeEnv } from '../../../widgets/run/lab/node.ts';
import { simEnv } from '../../../widgets/run/sim/env.ts';
import { RUNS } from '../../../widgets/run/sim/runs.ts';

/** What was shown, in its order, each as it was at that moment. */
export type Shows = readonly { readonly outcome: unknown; readonly share: number }[];

/** How a run is interfered with. */
interface Interfering {
  /** The show at which nobody wants it any more. */
  readonly stopAt?: number;
  /** What comes in place of a file. */
  readonly alter?: (bytes: Uint8Array, name: string) => Uint8Array;
  /** Models that earlier runs have left; absent: none. */
  readonly shelf?: ModelShelf;
}

/** Milliseconds that pass from one look at the clock to the next: more than anybody waits before the next show. */
export const TICK = 400;

/** What is thrown at the show that nobody wants. */
export const UNWANTED = new Error('nobody wants it any more');

/** Runs a widget from what the workers know of it; resolves with its shows and the files that it asked for. */
export async function watched(
  widget: AnyWidget,
  settings: AnySettings,
  { stopAt = Infinity, alter = (bytes) => bytes, shelf = new ModelShelf() }: Interfering = {},
): Promise<{ readonly shows: Shows; readonly files: ReadonlySet<string>; readonly end: unknown }> {
  const isLab = workerOf(widget) === 'lab';
  const bare = isLab ? await nodeEnv('wasm') : simEnv(dataFile);
  const files = new Set<string>();
  const readData = async (name: string): Promise<Uint8Array> => {
    files.add(name);
    return alter(await bare.readData(name), name);
  };
  const given = isLab ? LEARNERS[widget.runner as 'lab/'] : RUNS[widget.runner as 'sim/'];
  const run = learnerOf(given as AnyRun).run as (...all: readonly unknown[]) => Promise<void>;
  // Whoever shows by the clock shows at the same places on every machine.
  let time = 0;
  const altered: Env = { ...bare, readData, clock: () => (time += TICK) };
  const env = isLab ? envOf({ shelf, runs: LEARNERS, bare: altered }) : altered;
  const shows: Shows[number][] = [];
  const show = async (outcome: unknown, share: number): Promise<void> => {
    shows.push(structuredClone({ outcome, share }));
    if (shows.length >= stopAt) throw UNWANTED;
  };
  const end = await run(settings, show, env).catch((reason: unknown) => reason);
  return { shows, files, end };
}

/** Has a shelf free all that runs have left there: others that weigh nothing take their places. */
export function emptied(shelf: ModelShelf): void {
  for (const place of [1, 2, 3, 4]) shelf.keep(`nothing ${place}`, { free: () => undefined });
}
