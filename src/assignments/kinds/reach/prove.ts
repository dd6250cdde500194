/**
 * Proves a goal in every variant: a solution holds on seeds 1 to 5 with room for what back ends differ by, the start misses
 * it, and fiddling at random meets it hardly ever, in one variant no more often than in another.
 */
import { fullSettings } from '../../../../widgets/kit/contract/author-settings.ts';
import type { AnySettings } from '../../../../widgets/kit/contract/params.ts';
import { runsOnBackend, type AnyWidget } from '../../../../widgets/kit/contract/widget.ts';
import { shownMeasure, widgetOf } from '../../../questions/author/context.ts';
import { marginOf, overSeeds } from '../../../questions/author/seeds.ts';
import type { JudgedRun } from '../../../questions/judge/answers.ts';
import { conditions, type Goal } from '../../../questions/judge/conditions.ts';
import { randomSettings } from '../../../questions/kinds/reach/prove.ts';
import type { ReachItemKey } from '../../pure/format/assignment.ts';
import { atLeast, wilson } from '../../pure/stats/numbers.ts';
import { goalIn, settingsIn } from '../../pure/variants/variant.ts';
import { startAsWritten } from '../../author/on-experiment.ts';
import type { ExperimentSource } from '../../author/schema.ts';
import {
  inVariant,
  type Bench,
  type Found,
  type Proof,
  type RunAll,
} from '../../author/prove/proof.ts';
import type { Variant } from '../../author/prove/variants.ts';
import type { ReachSource } from './schema.ts';

/** Random settings that are tried over all variants. */
const DRAWS = 2_000;
/** After so many of them no more are drawn where all that is known of luck is so much below what is allowed. */
const CLEAR: readonly (readonly [draws: number, share: number])[] = [
  [250, 0.8],
  [500, 0.9],
  [1_000, 1],
  [DRAWS, 1],
];
/** The same of what learns: many where few models answer them all, else few, for each has to be trained. */
const LEARNER_DRAWS = 600;
const TRAINED_DRAWS = 80;
const FEW_MODELS = 30;
/** The share of them that may meet the goal. */
const LUCKY = 0.05;
/** How often all variants of a fair item together would raise an alarm. */
const FALSE_ALARM = 0.001;
interface Case {
  readonly variant: Variant;
  readonly start: AnySettings;
  readonly goal: Goal;
}

export async function proveReach(
  item: ReachSource,
  experiment: ExperimentSource,
  variants: readonly Variant[],
  { widgets, runs }: Bench,
): Promise<Proof<ReachItemKey>> {
  const widget = widgetOf(widgets, experiment.widget);
  for (const measure of Object.keys(item.goal)) shownMeasure(widget, measure);
  const written = startAsWritten(item, widget, experiment);
  const cases = variants.map((variant): Case => ({
    variant,
    start: fullSettings(widget, settingsIn(written, variant.values), 'start'),
    goal: goalIn(item, variant.values),
  }));
  const faults: string[] = [];
  const stray = item.solve
    .flatMap((one) => Object.keys(one))
    .filter((name) => !item.vary.includes(name));
  if (stray.length > 0)
    faults.push(`solve moves ${stray.join(', ')}, which vary does not let the student move`);
  const starts = await runs(
    widget,
    cases.map(({ start }) => start),
  );
  for (const [i, { variant, goal }] of cases.entries()) {
    if (meets(goal, starts[i]))
      faults.push(`${inVariant(variant)}: the start already meets the goal`);
  }
  const answers: Record<string, AnySettings> = {};
  const found: Record<string, Found> = {};
  await runs(
    widget,
    cases.flatMap((one) => firstTries(item, one, widget)),
  );
  for (const [i, { variant, start, goal }] of cases.entries()) {
    const solved = await solutionOf(item, { variant, start, goal }, widget, runs);
    if ('fault' in solved) faults.push(`${inVariant(variant)}: ${solved.fault}`);
    else {
      answers[variant.seed] = solved.settings;
      found[variant.seed] = { slack: solved.slack, distance: -roomIn(goal, starts[i]) };
    }
  }
  const key: ReachItemKey = { kind: 'reach', solution: item.solution, answers };
  if (faults.length > 0) return { key, faults };
  return withLuck(key, cases, await drawnAtRandom(item, cases, widget, runs), found);
}

const meets = (
  goal: Goal,
  run: JudgedRun | undefined,
  margin?: (measure: string) => number,
): boolean => run !== undefined && conditions(goal, run, margin).every((one) => one.met);

/** The runs of the first solution, which mostly holds: all variants’ together are run side by side. */
function firstTries(
  { solve }: ReachSource,
  { variant, start }: Case,
  widget: AnyWidget,
): readonly AnySettings[] {
  const [first] = solve;
  if (!first) return [];
  const own = { ...start, ...settingsIn(first, variant.values) };
  const settings = fullSettings(widget, own, 'solve');
  return [settings, ...overSeeds(widget, settings)];
}

/** How much room a run leaves to the nearest bound, as a share of the bound; below 0 where it misses one. */
function roomIn(goal: Goal, run: JudgedRun | undefined): number {
  const rooms = Object.entries(goal).flatMap(([measure, limits]) => {
    const value = run?.measures[measure] ?? Number.NaN;
    return Object.entries(limits).map(([bound, limit = 0]) => {
      const room = bound === 'atLeast' || bound === 'above' ? value - limit : limit - value;
      return Number.isNaN(room) ? -1 : room / (Math.abs(limit) || 1);
    });
  });
  return Math.min(...rooms);
}

/** The first of the author’s solutions that holds in a variant, on every seed. */
async function solutionOf(
  item: ReachSource,
  { variant, start, goal }: Case,
  widget: AnyWidget,
  runs: RunAll,
): Promise<
  { readonly settings: AnySettings; readonly slack: number } | { readonly fault: string }
> {
  let missed = '';
  for (const written of item.solve) {
    const moved = settingsIn(written, variant.values);
    const settings = fullSettings(widget, { ...start, ...moved }, 'solve');
    const seeds = overSeeds(widget, settings);
    const solved = await runs(widget, [settings, ...seeds]);
    const failed = solved.find((run) => !meets(goal, run, marginOf(widget)));
    if (!failed) {
      return { settings: moved, slack: Math.min(...solved.map((run) => roomIn(goal, run))) };
    }
    const values = conditions(goal, failed, marginOf(widget))
      .filter((one) => !one.met)
      .map(({ measure, value, why }) => `${measure} ${value ?? `has no value (${why ?? ''})`}`);
    missed = `${JSON.stringify(moved)} with seed ${String(failed.settings?.['seed'])} gives ${values.join(', ')}`;
  }
  return { fault: `no solution holds: ${missed}` };
}

/** For each variant in turn, whether random settings meet its goal. */
async function drawnAtRandom(
  item: ReachSource,
  cases: readonly Case[],
  widget: AnyWidget,
  runs: RunAll,
): Promise<readonly { readonly at: number; readonly met: number }[]> {
  const drawn = (length: number) =>
    Array.from({ length }, (_, i) => {
      const at = i % cases.length;
      const { start, goal } = cases[at] as Case;
      return { at, goal, settings: { ...start, ...randomSettings(widget, item.vary, i + 1) } };
    });
  const many = drawn(runsOnBackend(widget) ? LEARNER_DRAWS : DRAWS);
  const models = new Set(many.map(({ settings }, i) => widget.modelOf?.(settings as never) ?? i));
  const draws =
    runsOnBackend(widget) && models.size > FEW_MODELS ? many.slice(0, TRAINED_DRAWS) : many;
  const all: { readonly at: number; readonly met: number }[] = [];
  for (const [upTo, share] of CLEAR) {
    const some = draws.slice(all.length, upTo);
    const found = await runs(
      widget,
      some.map(({ settings }) => settings),
    );
    all.push(...some.map(({ at, goal }, i) => ({ at, met: Number(meets(goal, found[i])) })));
    if ((wilson(all.map((one) => one.met))?.high ?? 1) < share * LUCKY) break;
  }
  return all;
}

/** The luck of all variants together, and of each against it: a variant that chance meets more often than the others is no fair one. */
function withLuck(
  key: ReachItemKey,
  cases: readonly Case[],
  draws: readonly { readonly at: number; readonly met: number }[],
  found: Readonly<Record<string, Found>>,
): Proof<ReachItemKey> {
  const luck = wilson(draws.map(({ met }) => met));
  if (!luck) return { key, faults: [] };
  const faults =
    luck.high > LUCKY
      ? [
          `${percent(luck.value)} of random settings meet the goal, up to ${percent(luck.high)} for all that is known; at most ${percent(LUCKY)} may: ask for more`,
        ]
      : [];
  const each: Record<string, Found> = {};
  for (const [at, { variant }] of cases.entries()) {
    const own = draws.filter((one) => one.at === at);
    const hits = own.filter(({ met }) => met === 1).length;
    each[variant.seed] = { ...found[variant.seed], draws: own.length, passed: hits };
    if (atLeast(hits, own.length, luck.high) < FALSE_ALARM / cases.length) {
      faults.push(
        `${inVariant(variant)}: ${hits} of ${own.length} random settings meet the goal, of all variants together ${percent(luck.value)}; it asks for less than the others`,
      );
    }
  }
  return { key, faults, luck, found: each };
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
