/** The outcome of settings at build time: the widget's own code, run on Node, each settings once a build. */
import { runOnNode } from '../run/node.ts';
import type { AnySettings } from '../kit/contract/params.ts';
import type { AnyWidget } from '../kit/contract/widget.ts';

const done = new Map<string, Promise<unknown>>();

/** Runs a widget on Node, or hands back what the same settings gave before. */
export function outcomeOf(widget: AnyWidget, settings: AnySettings): Promise<unknown> {
  const key = `${widget.tag} ${widget.version} ${JSON.stringify(settings)}`;
  let outcome = done.get(key);
  if (!outcome) {
    outcome = runOnNode(widget, settings);
    done.set(key, outcome);
  }
  return outcome;
}

/** As `outcomeOf`; what goes wrong says where in the book it went wrong. */
export async function outcomeAt(
  where: string,
  widget: AnyWidget,
  settings: AnySettings,
): Promise<unknown> {
  try {
    return await outcomeOf(widget, settings);
  } catch (error) {
    throw new Error(`${where}: ${(error as Error).message}`, { cause: error });
  }
}
