/** Repeats runs on the page of an instructor, each distinct one once: simulations by several workers, learners in sweeps. */
import type { AnySettings } from '../../../../widgets/kit/contract/params.ts';
import { measureAll, workerOf, type AnyWidget } from '../../../../widgets/kit/contract/widget.ts';
import { figureOf } from '../../../../widgets/kit/draw/drawing.ts';
import type { Markup } from '../../../../widgets/kit/draw/markup.ts';
import { runKey, type Runnable } from '../../../../widgets/kit/record/run-key.ts';
import { factsIn, type FactsModule } from '../../../../widgets/load.ts';
import { spreadOnPage } from '../../../../widgets/run/page/runners.ts';
import { grouped } from '../pure/grouped.ts';
import { refusalOf } from '../pure/grade/refusal.ts';
import type { Rerun } from '../pure/grade/reruns.ts';
import { TEACH } from '#words/src/tasks/grading/teach/words';
import { Hand } from './hand.ts';

/** Runs that go to a worker at once: so many are lost, at most, when it is stopped. */
const TOGETHER = 12;
/** More workers than this wait for each other. */
const MOST_HANDS = 8;

/** So many runs are looked at before the page may answer its reader again. */
const AT_ONCE = 100;
const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

export type Done = readonly (readonly [string, Rerun])[];

/** Runs of one experiment that go together. */
interface Parcel {
  readonly widget: AnyWidget;
  readonly runs: readonly Runnable[];
}
/** Brings the last outcomes of some settings, in order. */
type Outcomes = (widget: AnyWidget, list: readonly AnySettings[]) => Promise<readonly unknown[]>;

/** Repeats the runs; tells each parcel as it comes. Ends early, without an error, when it is stopped. */
export async function repeatOnPage(
  runs: readonly Runnable[],
  widgetOf: (tag: string) => Promise<AnyWidget | undefined>,
  signal: AbortSignal,
  onDone: (done: Done) => Promise<void>,
): Promise<void> {
  const [sims, labs]: [Parcel[], Parcel[]] = [[], []];
  for (const [tag, all] of grouped(runs, ({ widget }) => widget)) {
    const widget = await widgetOf(tag);
    if (!widget) {
      await onDone(all.map((run) => [runKey(run), { state: 'failed', why: TEACH.noExperiment }]));
      continue;
    }
    const left: (readonly [name: string, run: Runnable])[] = [];
    for (const [i, run] of all.entries()) {
      if (i % AT_ONCE === 0) await breath();
      const name = runKey(run);
      const refusal = refusalOf(widget, run);
      if (refusal) await onDone([[name, refusal]]);
      else left.push([name, run]);
    }
    // In the order of their names those that share data stand together.
    left.sort(([a], [b]) => (a < b ? -1 : 1));
    const parcels = Array.from({ length: Math.ceil(left.length / TOGETHER) }, (_, i) => ({
      widget,
      runs: left.slice(i * TOGETHER, (i + 1) * TOGETHER).map(([, run]) => run),
    }));
    (workerOf(widget) === 'lab' ? labs : sims).push(...parcels);
  }
  const work = async (queue: Parcel[], outcomesOf: Outcomes): Promise<void> => {
    for (let one = queue.shift(); one && !signal.aborted; one = queue.shift()) {
      const done = await doneOf(one, outcomesOf, signal);
      if (done) await onDone(done);
    }
  };
  const count = Math.min(navigator.hardwareConcurrency, MOST_HANDS, sims.length);
  const hands = Array.from({ length: count }, () => new Hand(signal));
  await Promise.all([
    work(labs, inLab(signal)),
    ...hands.map((hand) => work(sims, ({ runner }, list) => hand.run(runner, list))),
  ]);
  for (const hand of hands) hand.close();
}

/** Learners have one worker for all: it takes the cores that it needs. */
const inLab =
  (signal: AbortSignal): Outcomes =>
  async ({ runner }, list) => {
    const outcomes: unknown[] = [];
    await spreadOnPage(runner, list, {
      signal,
      onNotice: () => undefined,
      onOutcome: (outcome: unknown, index) => {
        outcomes[index] = outcome;
        return Promise.resolve();
      },
    });
    return list.map((_, index) => outcomes[index]);
  };

/** A cited run as whoever reads sees it. */
export interface DrawnRun {
  readonly figure: Markup;
  readonly says: string;
}

/** Runs one more time what is to be seen. */
export async function drawnOnPage(
  widget: AnyWidget,
  { settings }: Runnable,
  signal: AbortSignal,
): Promise<DrawnRun> {
  const hand = new Hand(signal);
  try {
    const [outcome] =
      workerOf(widget) === 'lab'
        ? await inLab(signal)(widget, [settings])
        : await hand.run(widget.runner, [settings]);
    const figure = figureOf(widget.draw(settings, outcome, { layout: 'narrow' }));
    return { figure, says: widget.say(settings, outcome) };
  } finally {
    hand.close();
  }
}

/** One parcel; where it breaks, each run by itself, so that only the one that breaks is lost. Nothing when it was stopped. */
async function doneOf(
  { widget, runs }: Parcel,
  outcomesOf: Outcomes,
  signal: AbortSignal,
): Promise<Done | undefined> {
  try {
    const outcomes = await outcomesOf(
      widget,
      runs.map(({ settings }) => settings),
    );
    return runs.map((run, i) => {
      const outcome = outcomes[i];
      const rerun: Rerun =
        outcome === undefined
          ? { state: 'failed', why: TEACH.noOutcome }
          : { state: 'done', ...measureAll(widget, outcome) };
      return [runKey(run), rerun] as const;
    });
  } catch (error) {
    if (signal.aborted) return undefined;
    const [only, ...others] = runs;
    if (only && others.length === 0) {
      const why = error instanceof Error ? error.message : String(error);
      return [[runKey(only), { state: 'failed', why }]];
    }
    const all: (readonly [string, Rerun])[] = [];
    for (const run of runs)
      all.push(...((await doneOf({ widget, runs: [run] }, outcomesOf, signal)) ?? []));
    return all;
  }
}

/** An experiment’s facts, from its module. Here, so that the page begins without what experiments need. */
export function factsOf(module: FactsModule, tag: string): AnyWidget {
  return factsIn(module, tag);
}
