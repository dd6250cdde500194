/** Simulations on Node: the same code for the build, the tests, the command line and the grader. */
import { dataFile } from '../data/data-file.ts';
import { lastOutcome } from '../last-outcome.ts';
import type { AnySettings } from '../../kit/contract/params.ts';
import type { AnyWidget } from '../../kit/contract/widget.ts';
import { simEnv } from './env.ts';
import { RUNS } from './runs.ts';

/** Runs a widget that simulates; resolves with the last outcome it shows. */
export async function runOnNode(widget: AnyWidget, settings: AnySettings): Promise<unknown> {
  const run = RUNS[widget.runner as `sim/${string}`];
  if (!run) throw new RangeError(`there is no simulation called ${widget.runner}`);
  return lastOutcome(run, settings, simEnv(dataFile));
}
