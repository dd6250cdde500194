/** Any widget on Node, for the build, the proofs and the command line. The lab is loaded only for what learns. */
import type { AnySettings } from '../kit/contract/params.ts';
import { workerOf, type AnyWidget } from '../kit/contract/widget.ts';

/** What a widget runs on here, by name. */
export function backendOnNode(widget: AnyWidget): string {
  return workerOf(widget) === 'lab' ? 'wasm' : 'sim';
}

/** Runs a widget once; resolves with the last outcome that it shows. */
export async function runOnNode(widget: AnyWidget, settings: AnySettings): Promise<unknown> {
  const node =
    workerOf(widget) === 'lab' ? await import('./lab/node.ts') : await import('./sim/node.ts');
  return node.runOnNode(widget, settings);
}

/** Runs a list of settings, all at once where the widget's learner can; resolves with their last outcomes in order. */
export async function runManyOnNode(
  widget: AnyWidget,
  list: readonly AnySettings[],
): Promise<readonly unknown[]> {
  if (workerOf(widget) === 'lab') return (await import('./lab/node.ts')).sweepOnNode(widget, list);
  const outcomes: unknown[] = [];
  for (const settings of list) outcomes.push(await runOnNode(widget, settings));
  return outcomes;
}
