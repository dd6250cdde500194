/** Answers to a goal: a run on its bounds, runs that miss one of them, and what is no whole run. */
import type { JudgedRun } from '../../judge/answers.ts';
import type { Limit } from '../../judge/conditions.ts';
import type { Sample } from '../../sample.ts';
import { drawn, settingsIn } from '../../sets/pure/variants/variant.ts';
import type { ReachKey } from './check.ts';
import type { ReachItem, ReachItemKey } from './item.ts';

export function sampleOf({ goal }: ReachKey): Sample {
  const measures = Object.fromEntries(
    Object.entries(goal).map(([name, limit = {}]) => [name, within(limit)]),
  );
  const run: JudgedRun = { state: 'done', measures, why: {} };
  const missing = (name: string): JudgedRun => ({
    ...run,
    measures: { ...measures, [name]: null },
  });
  return {
    right: [run],
    wrong: Object.keys(goal).map((name) => ({ id: name, answer: missing(name) })),
    invalid: ['x', [], { ...run, state: 'partial' }],
  };
}

/** A value that meets a condition: on a bound that is in it, between two, or a little off one that is not. */
function within({ atLeast, atMost, above, below }: Limit): number {
  const on = atLeast ?? atMost;
  if (on !== undefined) return on;
  if (above !== undefined && below !== undefined) return (above + below) / 2;
  return above === undefined ? (below ?? 0) - 1 : above + 1;
}

/** The same in a variant of a set, by the settings of a run that meets it; nothing where the key has no such variant. */
export function sampleIn(
  item: ReachItem,
  { answers }: ReachItemKey,
  seed: number,
): Sample | undefined {
  const own = answers[seed];
  const start = settingsIn(item.start, drawn(item, seed));
  return own && { right: [''], wrong: [], invalid: [''], runs: [{ ...start, ...own }] };
}
