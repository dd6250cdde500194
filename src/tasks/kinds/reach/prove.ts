/**
 * Proves a goal in every variant: a solution holds on seeds 1 to 5 with room for what back ends differ by, the start misses
 * it, and fiddling at random meets it hardly ever, in one variant no more often than in another.
 */
import { fullSettings } from '../../../../widgets/kit/contract/author-settings.ts';
import type { AnySettings } from '../../../../widgets/kit/contract/params.ts';
import {
  answersAtOnce,
  runsOnBackend,
  type AnyWidget,
} from '../../../../widgets/kit/contract/widget.ts';
import { startAsWritten } from '../../sets/author/on-experiment.ts';
import type { Prover, Found, Proof, RunAll } from '../../sets/author/prove/proof.ts';
import type { Variant } from '../../sets/author/prove/variants.ts';
import type { ExperimentSource } from '../../sets/author/schema.ts';
import type { ReachItemKey } from './item.ts';
import type { Written } from '../../sets/pure/format/head.ts';
import { atLeast, wilson, type Estimate } from '../../grading/pure/stats/numbers.ts';
import { goalIn, settingsIn } from '../../sets/pure/variants/variant.ts';
import { experimentOf, shownMeasure, widgetOf } from '../../practice/author/context.ts';
import { marginOf, overSeeds } from '../../practice/author/seeds.ts';
import type { JudgedRun } from '../../judge/answers.ts';
import { conditions, type Goal } from '../../judge/conditions.ts';
import type { BookQuestion, ProofContext } from '../../practice/contract.ts';
import { proverIn } from '../../practice/prover.ts';
import { PRACTICE, saysIn } from '../../sample.ts';
import { randomSettings } from './random.ts';
import type { ReachQuestion, ReachSource } from './schema.ts';

/** How lucky one may be, and how that is found out. */
interface LuckRule {
  /** The share of random settings that may meet the goal. */
  readonly most: number;
  /** After how many of them it is looked at. */
  readonly steps: (widget: AnyWidget, models: number) => readonly number[];
  /** What is known of luck is small enough to draw no more; after the step of this number. */
  readonly isEnough: (luck: Estimate, step: number) => boolean;
  readonly isTooMuch: (luck: Estimate) => boolean;
}

/** In a set, where luck earns points, it must be known to be small. Of what learns few are trained. */
const LUCKY = 0.05;
const CLEAR = [0.8, 0.9, 1, 1];
const FEW_MODELS = 30;
const IN_SET: LuckRule = {
  most: LUCKY,
  steps: (widget, models) => {
    const most = !runsOnBackend(widget) ? 2_000 : models > FEW_MODELS ? 80 : 600;
    return [250, 500, 1_000, 2_000]
      .filter((one, i, all) => one < most || (all[i - 1] ?? 0) < most)
      .map((one) => Math.min(one, most));
  },
  isEnough: ({ high }, step) => high < (CLEAR[step] ?? 1) * LUCKY,
  isTooMuch: ({ high }) => high > LUCKY,
};

/** In a lesson, where it earns nothing, it is looked at; the rest before a release, and of a slow run fewer. */
const LUCKY_IN_LESSON = 0.2;
const inLesson = (isThorough: boolean): LuckRule => ({
  most: LUCKY_IN_LESSON,
  steps: (widget) => [answersAtOnce(widget) ? 10 : 5, 20],
  isEnough: ({ value }) => value <= LUCKY_IN_LESSON && !isThorough,
  isTooMuch: ({ value }) => value > LUCKY_IN_LESSON,
});

/** How often all variants of a fair item together would raise an alarm. */
const FALSE_ALARM = 0.001;

interface Case {
  readonly variant: Variant;
  readonly start: AnySettings;
  readonly goal: Goal;
}

/** What is proved, whatever it was written as. */
interface Asked {
  readonly widget: AnyWidget;
  readonly vary: readonly string[];
  /** Settings of which the first that holds in a variant is its solution, and what its author calls them. */
  readonly solve: readonly Readonly<Record<string, Written>>[];
  readonly solution: string;
  readonly called: string;
  readonly cases: readonly Case[];
}

/** A goal of a lesson. */
export async function proveInLesson(
  loaded: BookQuestion<ReachQuestion>,
  context: ProofContext,
): Promise<readonly string[]> {
  const { instance, start, goal, vary, answerSettings, solution } = loaded.question;
  const { widget } = experimentOf(context, loaded, instance);
  for (const measure of Object.keys(goal)) shownMeasure(widget, measure);
  const cases = PRACTICE.map((variant) => ({
    variant,
    start: fullSettings(widget, start, 'start'),
    goal,
  }));
  const asked = {
    widget,
    vary,
    solve: [answerSettings],
    solution,
    called: 'answerSettings',
    cases,
  };
  const { faults } = await proveGoal(
    asked,
    proverIn(context).runs,
    inLesson(context.isThorough === true),
  );
  return faults;
}

/** A goal of a set. */
export function proveInSet(
  item: ReachSource,
  experiment: ExperimentSource,
  variants: readonly Variant[],
  { widgets, runs }: Prover,
  isOpen = false,
): Promise<Proof<ReachItemKey>> {
  const widget = widgetOf(widgets, experiment.widget);
  for (const measure of Object.keys(item.goal)) shownMeasure(widget, measure);
  const written = startAsWritten(item, widget, experiment);
  const cases = variants.map((variant): Case => ({
    variant,
    start: fullSettings(widget, settingsIn(written, variant.values), 'start'),
    goal: goalIn(item, variant.values),
  }));
  const { vary, solve, solution } = item;
  return proveGoal(
    { widget, vary, solve, solution, called: 'solve', cases },
    runs,
    isOpen ? inLesson(false) : IN_SET,
  );
}

async function proveGoal(asked: Asked, runs: RunAll, rule: LuckRule): Promise<Proof<ReachItemKey>> {
  const { widget, vary, solve, solution, called, cases } = asked;
  const answers: Record<string, AnySettings> = {};
  const key: ReachItemKey = { kind: 'reach', solution, answers };
  const faults: string[] = [];
  const stray = solve.flatMap((one) => Object.keys(one)).filter((name) => !vary.includes(name));
  if (stray.length > 0) {
    const reason = `${called} moves ${stray.join(', ')}, which vary does not let the reader move`;
    return { key, faults: [reason] };
  }
  const starts = cases.map(({ start }) => start);
  // All variants’ together, and the first solution, which mostly holds: they are run, and trained, side by side.
  const first = cases.flatMap((one) => tried(asked, one, solve[0] ?? {}));
  const atStart = (await runs(widget, [...starts, ...first])).slice(0, starts.length);
  const found: Record<string, Found> = {};
  for (const [i, one] of cases.entries()) {
    const say = saysIn(one.variant, faults);
    if (meets(one.goal, atStart[i]))
      say('the start already meets the goal; begin elsewhere, or ask for more');
    const solved = await solutionOf(asked, one, runs);
    if ('fault' in solved) say(solved.fault);
    else {
      answers[one.variant.seed] = solved.settings;
      found[one.variant.seed] = { slack: solved.slack, distance: -roomIn(one.goal, atStart[i]) };
    }
  }
  if (faults.length > 0) return { key, faults };
  return withLuck(key, cases, rule, await drawnAtRandom(asked, runs, rule), found);
}

const meets = (
  goal: Goal,
  run: JudgedRun | undefined,
  margin?: (measure: string) => number,
): boolean => run !== undefined && conditions(goal, run, margin).every((one) => one.met);

/** A solution’s runs, on every seed. */
function tried(
  { widget, called }: Asked,
  { variant, start }: Case,
  written: Asked['solve'][number],
): readonly AnySettings[] {
  const moved = { ...start, ...settingsIn(written, variant.values) };
  const settings = fullSettings(widget, moved, called);
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
  asked: Asked,
  one: Case,
  runs: RunAll,
): Promise<
  { readonly settings: AnySettings; readonly slack: number } | { readonly fault: string }
> {
  const { widget, solve } = asked;
  const { goal, variant } = one;
  let missed = '';
  for (const written of solve) {
    const moved = settingsIn(written, variant.values);
    const solved = await runs(widget, tried(asked, one, written));
    const failed = solved.find((run) => !meets(goal, run, marginOf(widget)));
    if (!failed) {
      return { settings: moved, slack: Math.min(...solved.map((run) => roomIn(goal, run))) };
    }
    const values = conditions(goal, failed, marginOf(widget))
      .filter((condition) => !condition.met)
      .map(({ measure, value, why }) => `${measure} ${value ?? `has no value (${why ?? ''})`}`);
    const seed = failed.settings?.['seed'];
    const at = seed === undefined ? '' : ` with seed ${seed}`;
    missed = `${JSON.stringify(moved)}${at} gives ${values.join(', ')}`;
  }
  return { fault: `no solution holds: ${missed}` };
}

interface Drawn {
  readonly at: number;
  readonly met: number;
}

/** For each variant in turn, whether random settings meet its goal. */
async function drawnAtRandom(
  { widget, vary, cases }: Asked,
  runs: RunAll,
  { steps, isEnough }: LuckRule,
): Promise<readonly Drawn[]> {
  const draw = (i: number) => {
    const at = i % cases.length;
    const { start, goal } = cases[at] as Case;
    return { at, goal, settings: { ...start, ...randomSettings(widget, vary, i + 1) } };
  };
  const modelOf = (i: number): unknown => widget.modelOf?.(draw(i).settings as never) ?? i;
  const many = Array.from({ length: runsOnBackend(widget) ? 600 : 0 }, (_, i) => modelOf(i));
  const all: Drawn[] = [];
  for (const [step, upTo] of steps(widget, new Set(many).size).entries()) {
    const some = Array.from({ length: upTo - all.length }, (_, i) => draw(all.length + i));
    const found = await runs(
      widget,
      some.map(({ settings }) => settings),
    );
    all.push(...some.map(({ at, goal }, i) => ({ at, met: Number(meets(goal, found[i])) })));
    const luck = wilson(all.map(({ met }) => met));
    if (luck && isEnough(luck, step)) break;
  }
  return all;
}

/** The luck of all variants together, and of each against it: a variant that chance meets more often than the others is no fair one. */
function withLuck(
  key: ReachItemKey,
  cases: readonly Case[],
  { most, isTooMuch }: LuckRule,
  draws: readonly Drawn[],
  found: Readonly<Record<string, Found>>,
): Proof<ReachItemKey> {
  const luck = wilson(draws.map(({ met }) => met));
  if (!luck) return { key, faults: [] };
  const faults = isTooMuch(luck)
    ? [
        `${percent(luck.value)} of random settings meet the goal, up to ${percent(luck.high)} for all that is known; at most ${percent(most)} may: ask for more`,
      ]
    : [];
  const each: Record<string, Found> = {};
  for (const [at, { variant }] of cases.entries()) {
    const own = draws.filter((one) => one.at === at);
    const hits = own.filter(({ met }) => met === 1).length;
    each[variant.seed] = { ...found[variant.seed], draws: own.length, passed: hits };
    if (atLeast(hits, own.length, luck.high) < FALSE_ALARM / cases.length)
      saysIn(
        variant,
        faults,
      )(
        `${hits} of ${own.length} random settings meet the goal, of all variants together ${percent(luck.value)}; it asks for less than the others`,
      );
  }
  return { key, faults, luck, found: each };
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
