/** Any widget on Node, for the build, the proofs and the command line. The lab is loaded only for what learns. */
import type { AnySettings } from './kit/params.ts';
import { kindOf, type AnyWidget } from './kit/widget.ts';

/** Runs a widget once; resolves with the last outcome that it shows. */
export async function runOnNode(widget: AnyWidget, settings: AnySettings): Promise<unknown> {
  const node =
    kindOf(widget) === 'lab' ? await import('./lab/node.ts') : await import('./sim/node.ts');
  return node.runOnNode(widget, settings);
}
