/** Outcomes for tests that only look at them: of one code and one setting there is one, for pages, proofs and tests alike. */
import {
  defaults,
  type AnySettings,
  type Settings,
  type Table,
} from '../widgets/kit/contract/params.ts';
import type { AnyWidget, Widget } from '../widgets/kit/contract/widget.ts';
import { keptOutcomes } from '../widgets/run/kept/kept-outcomes.ts';

/** How an experiment is run with some of its settings changed. */
export function ranBy<T extends Table, Outcome>(
  widget: Widget<T, Outcome>,
): (changes?: Partial<Settings<T>>) => Promise<Outcome> {
  const start = defaults(widget.params);
  return async (changes = {}) => {
    const settings = { ...start, ...changes } as AnySettings;
    const [outcome] = await keptOutcomes(widget as unknown as AnyWidget, [settings]);
    return outcome as Outcome;
  };
}
