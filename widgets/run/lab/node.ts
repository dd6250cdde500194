/** The lab on Node: the same learners for the build, the tests, the command line and the grader. */
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { dataFile } from '../data/data-file.ts';
import { lastOutcome } from '../last-outcome.ts';
import type { AnySettings } from '../../kit/contract/params.ts';
import { learnerOf, type AnyWidget, type Learner, type Env } from '../../kit/contract/widget.ts';
import { openBackend } from './backends.ts';
import { LEARNERS } from './learners.ts';
import { verifiedData } from '../data/verified.ts';

type NodeBackend = 'wasm' | 'cpu';
let open: { readonly name: NodeBackend; readonly opened: Promise<void> } | undefined;

/** What a learner is given on Node. */
export async function nodeEnv(backend: NodeBackend = 'wasm'): Promise<Env> {
  if (open?.name !== backend) open = { name: backend, opened: opened(backend) };
  await open.opened;
  const clock = (): number => performance.now();
  return { backend, clock, readData: (name) => verifiedData(name, dataFile) };
}

/** Runs a widget that learns; resolves with the last outcome it shows. */
export async function runOnNode(
  widget: AnyWidget,
  settings: AnySettings,
  backend: NodeBackend = 'wasm',
): Promise<unknown> {
  return lastOutcome(learnerFor(widget).run, settings, await nodeEnv(backend));
}

/** Runs a list of settings, at once where the widget's learner has a sweep; resolves with their last outcomes in order. */
export async function sweepOnNode(
  widget: AnyWidget,
  list: readonly AnySettings[],
  backend: NodeBackend = 'wasm',
): Promise<readonly unknown[]> {
  const { run, sweep } = learnerFor(widget);
  const env = await nodeEnv(backend);
  let last: readonly unknown[] = [];
  if (sweep) {
    const keep = async (outcomes: readonly unknown[]): Promise<void> => void (last = outcomes);
    await sweep(list as never, keep as never, env);
    return last;
  }
  const all: unknown[] = [];
  for (const settings of list) all.push(await lastOutcome(run, settings, env));
  return all;
}

function learnerFor(widget: AnyWidget): Learner {
  const given = LEARNERS[widget.runner as `lab/${string}`];
  if (!given) throw new RangeError(`there is no learner called ${widget.runner}`);
  return learnerOf(given);
}

async function opened(backend: NodeBackend): Promise<void> {
  const onLoss = (did: string): void => {
    throw new Error(`${backend} ${did}`);
  };
  const finding = await openBackend(backend, true, { onLoss, clock: () => performance.now() });
  if (finding.state !== 'ready') throw new Error(`${backend} ${finding.detail}`);
}
