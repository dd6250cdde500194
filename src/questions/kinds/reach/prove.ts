/** Proves that a goal can be reached, is not reached at the start, and is not reached by luck. */
import { kindOf } from '../../../../widgets/controls/kinds.ts';
import type {
  AnySettings,
  NumberParam,
  Param,
  Table,
} from '../../../../widgets/kit/contract/params.ts';
import { seeded, type Random } from '../../../../widgets/kit/numbers/random.ts';
import { answersAtOnce, type AnyWidget } from '../../../../widgets/kit/contract/widget.ts';
import { AuthorFault, fullSettings } from '../../../../widgets/kit/contract/author-settings.ts';
import { experimentOf, runsOf, shownMeasure, type Runs } from '../../author/context.ts';
import type { BookQuestion, Faults, ProofContext } from '../../author/contract.ts';
import { marginOf, overSeeds } from '../../author/seeds.ts';
import type { JudgedRun } from '../../judge/answers.ts';
import { conditions, type Goal } from '../../judge/conditions.ts';
import type { ReachQuestion } from './schema.ts';

/** Random settings that are tried, and how many of them may meet the goal. */
const TRIES = 20;
const LUCKY = 4;
/** Where of the first so many no larger share is lucky, the others are let be until before a release; a slow run has fewer. */
const FIRST_TRIES = { quick: 10, slow: 5 };
/** Words of a text that is written by chance, at most. */
const MOST_WORDS = 6;
/** The faults of a goal. */
export async function proveReach(
  loaded: BookQuestion<ReachQuestion>,
  context: ProofContext,
): Promise<Faults> {
  const { question } = loaded;
  const { widget } = experimentOf(context, loaded, question.instance);
  return faultsOf(question, widget, runsOf(context, widget), context.isThorough === true);
}

async function faultsOf(
  question: ReachQuestion,
  widget: AnyWidget,
  runs: Runs,
  isThorough: boolean,
): Promise<Faults> {
  for (const measure of Object.keys(question.goal)) shownMeasure(widget, measure);
  const start = fullSettings(widget, question.start, 'start');
  fullSettings(widget, question.answerSettings, 'answerSettings');
  const stray = Object.keys(question.answerSettings).filter((k) => !question.vary.includes(k));
  if (stray.length > 0) {
    return [`answerSettings moves ${stray.join(', ')}, which vary does not let the reader move`];
  }
  const faults: string[] = [];
  const solution = { ...start, ...question.answerSettings };
  const seeds = overSeeds(widget, solution);
  // One list: a learner that can trains all of them together.
  const [first, ...solved] = await runs([start, solution, ...seeds]);
  if (first && meets(question.goal, first)) {
    faults.push('the start already meets the goal; begin elsewhere, or ask for more');
  }
  faults.push(...solutionFaults(question, widget, solved));
  if (faults.length > 0) return faults;
  const lucky = await countLucky(question, widget, start, runs, isThorough);
  if (lucky > LUCKY) {
    faults.push(
      `${lucky} of ${TRIES} random settings meet the goal, at most ${LUCKY} may; ask for more`,
    );
  }
  return faults;
}

function meets(goal: Goal, run: JudgedRun, margin?: (measure: string) => number): boolean {
  return conditions(goal, run, margin).every((condition) => condition.met);
}

function solutionFaults(
  question: ReachQuestion,
  widget: AnyWidget,
  solved: readonly JudgedRun[],
): readonly string[] {
  const faults = solved.flatMap((run) => {
    const failed = conditions(question.goal, run, marginOf(widget)).filter((one) => !one.met);
    if (failed.length === 0) return [];
    const values = failed.map(
      (one) => `${one.measure} ${one.value ?? `has no value (${one.why ?? ''})`}`,
    );
    const seed = run.settings?.['seed'];
    const at = seed === undefined ? '' : ` with seed ${seed}`;
    return [
      `answerSettings${at} misses the goal: ${values.join(', ')}; mend the goal or the answer`,
    ];
  });
  return [...new Set(faults)];
}

async function countLucky(
  question: ReachQuestion,
  widget: AnyWidget,
  start: AnySettings,
  runs: Runs,
  isThorough: boolean,
): Promise<number> {
  const drawn = Array.from({ length: TRIES }, (_, i) => ({
    ...start,
    ...randomSettings(widget, question.vary, i + 1),
  }));
  const count = async (list: readonly AnySettings[]): Promise<number> =>
    (await runs(list)).filter((run) => meets(question.goal, run)).length;
  const tries = answersAtOnce(widget) ? FIRST_TRIES.quick : FIRST_TRIES.slow;
  const first = await count(drawn.slice(0, tries));
  if (first / tries <= LUCKY / TRIES && !isThorough) return first;
  return first + (await count(drawn.slice(tries)));
}

/** Where blind fiddling might end: each control that may be moved, somewhere on its own scale. */
export function randomSettings(
  widget: AnyWidget,
  vary: readonly string[],
  seed: number,
): AnySettings {
  const table = widget.params as Table;
  const entries = vary.map((name): readonly [string, number | string] => {
    const param = Object.hasOwn(table, name) ? table[name] : undefined;
    if (!param) throw new AuthorFault(`vary: ${widget.tag} has no control "${name}"`);
    return [name, randomValue(name, param, seeded(seed, name))];
  });
  return Object.fromEntries(entries);
}

function randomValue(name: string, param: Param, random: Random): number | string {
  if (param.kind === 'number') return randomNumber(param, random.uniform());
  const kind = param.kind === 'text' && kindOf(param);
  if (kind) return kind.random(param, random);
  if (param.kind === 'text' && param.byChance !== undefined) return someOf(param.byChance, random);
  const options = param.options ?? [];
  const option = options[random.whole(options.length)];
  if (!option) throw new AuthorFault(`vary: "${name}" has no list of values to choose from`);
  return option.value;
}

/** Up to six of the words, in a random order. */
function someOf(samples: string, random: Random): string {
  const words = samples.split(' ');
  const count = 1 + random.whole(Math.min(MOST_WORDS, words.length));
  return [...random.order(words.length)]
    .slice(0, count)
    .map((i) => words[i])
    .join(' ');
}

function randomNumber(param: NumberParam, share: number): number {
  const { min, max, step } = param;
  const low = param.scale === 'log' ? Math.max(min, step) : min;
  const raw = param.scale === 'log' ? low * (max / low) ** share : low + (max - low) * share;
  const onStep = min + Math.round((raw - min) / step) * step;
  return Number(Math.min(max, Math.max(min, onStep)).toPrecision(12));
}
