/** What proves the tasks of lessons. */
import type { Prover } from '../sets/author/prove/proof.ts';
import { runsOf, type Runs } from './author/context.ts';
import type { ProofContext } from './contract.ts';

/** One proof’s: what comes again is not run again. */
export function proverIn(context: ProofContext): Pick<Prover, 'widgets' | 'runs'> {
  const known = new Map<string, Runs>();
  return {
    widgets: context.widgets,
    runs: (widget, list) => {
      const runs = known.get(widget.tag) ?? runsOf(context, widget);
      known.set(widget.tag, runs);
      return runs(list);
    },
  };
}
