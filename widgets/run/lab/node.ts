/** The lab on Node: the same learners for the build, the tests, the command line and the grader. */
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { dataFile } from '../data/data-file.ts';
import { lastOutcome } from '../last-outcome.ts';
import type { AnySettings } from '../../kit/contract/params.ts';
import type { NamedRun } from '../../kit/contract/run-name.ts';
import { learnerOf, type AnyRun, type AnyWidget } from '../../kit/contract/widget.ts';
import type { Env, Learner } from '../../kit/contract/widget.ts';
import { openBackend } from './backends.ts';
import { LEARNERS } from './learners.ts';
import { envOf, ModelShelf, type ModelRoom } from './models.ts';
import { verifiedData } from '../data/verified.ts';

type NodeBackend = 'wasm' | 'cpu';
type Runs = Readonly<Record<string, AnyRun | Learner>>;
const LAB = 'lab/';
/**
 * The back end that is open, for the whole process: a bundler may have made a copy of this file, while all copies use one
 * TF.js. Opened by two copies at once, each one's self-test would count the tensors of the other.
 */
const OPEN = Symbol.for('widgets/run/lab/node');
const shared = globalThis as {
  [OPEN]?: { readonly name: NodeBackend; readonly opened: Promise<void> };
};

const shelf = new ModelShelf();

/** What a learner is given on Node. */
export async function nodeEnv(backend: NodeBackend = 'wasm'): Promise<Env> {
  return envOf(await roomFor(backend, LEARNERS));
}

/** Runs a widget that learns; resolves with the last outcome it shows. */
export async function runOnNode(
  widget: AnyWidget,
  settings: AnySettings,
  backend: NodeBackend = 'wasm',
  runs: Runs = LEARNERS,
): Promise<unknown> {
  const room = await roomFor(backend, runs, widget);
  return lastOutcome(learnerFor(widget, runs).run, settings, envOf(room, named(widget, settings)));
}

/** Runs a list of settings, at once where the widget's learner has a sweep; resolves with their last outcomes in order. */
export async function sweepOnNode(
  widget: AnyWidget,
  list: readonly AnySettings[],
  backend: NodeBackend = 'wasm',
): Promise<readonly unknown[]> {
  const { sweep } = learnerFor(widget, LEARNERS);
  if (sweep) {
    let last: readonly unknown[] = [];
    const keep = async (outcomes: readonly unknown[]): Promise<void> => void (last = outcomes);
    await sweep(list as never, keep as never, envOf(await roomFor(backend, LEARNERS, widget)));
    return last;
  }
  const all: unknown[] = [];
  for (const settings of list) all.push(await runOnNode(widget, settings, backend));
  return all;
}

/** For a widget only with the runs whose models it says it asks for: what it depends on must be known before it is run. */
async function roomFor(backend: NodeBackend, runs: Runs, widget?: AnyWidget): Promise<ModelRoom> {
  if (shared[OPEN]?.name !== backend) shared[OPEN] = { name: backend, opened: opened(backend) };
  await shared[OPEN].opened;
  const clock = (): number => performance.now();
  const readData: Env['readData'] = (name) => verifiedData(name, dataFile);
  const named = Object.entries(runs).filter(([name]) =>
    widget?.models?.includes(name.slice(LAB.length)),
  );
  const within = widget ? Object.fromEntries(named) : runs;
  return { shelf, runs: within, bare: { backend, clock, readData } };
}

function named({ runner }: AnyWidget, settings: AnySettings): NamedRun {
  return { run: runner.slice(LAB.length), settings };
}

function learnerFor({ runner }: AnyWidget, runs: Runs): Learner {
  const given = runs[runner];
  if (!given) throw new RangeError(`there is no learner called ${runner}`);
  return learnerOf(given);
}

async function opened(backend: NodeBackend): Promise<void> {
  const onLoss = (did: string): void => {
    throw new Error(`${backend} ${did}`);
  };
  const finding = await openBackend(backend, true, { onLoss, clock: () => performance.now() });
  if (finding.state !== 'ready') throw new Error(`${backend} ${finding.detail}`);
}
