/** The lab on Node: the same learners for the build, the tests, the command line and the grader. */
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { dataFile } from '../kit/data-file.ts';
import { lastOutcome } from '../kit/last-outcome.ts';
import type { AnySettings } from '../kit/params.ts';
import type { AnyWidget, Env } from '../kit/widget.ts';
import { openBackend } from './backends.ts';
import { LEARNERS } from './learners.ts';
import { verifiedData } from '../kit/verified.ts';

export type NodeBackend = 'wasm' | 'cpu';
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
  const learn = LEARNERS[widget.runner as `lab/${string}`];
  if (!learn) throw new RangeError(`there is no learner called ${widget.runner}`);
  return lastOutcome(learn, settings, await nodeEnv(backend));
}

async function opened(backend: NodeBackend): Promise<void> {
  const onLoss = (did: string): void => {
    throw new Error(`${backend} ${did}`);
  };
  const finding = await openBackend(backend, true, { onLoss, clock: () => performance.now() });
  if (finding.state !== 'ready') throw new Error(`${backend} ${finding.detail}`);
}
