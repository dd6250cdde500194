/** Viva sheets: three questions a student, chosen by what was answered and cited, and by nothing else. */
import type { AnyWidget } from '../../../../../widgets/kit/contract/widget.ts';
import { seeded } from '../../../../../widgets/kit/numbers/random.ts';
import { runKey, type Runnable } from '../../../../../widgets/kit/record/run-key.ts';
import { SHEET, VIVA } from '#words/src/tasks/grading/pure/viva/words';
import type { Key } from '../../../sets/pure/format/assignment.ts';
import { canonical, digest } from '../../../sets/pure/submission/digest.ts';
import type { Student } from '../../../sets/pure/variants/student.ts';
import { isAnswered } from '../../../sets/pure/work/answered.ts';
import { grouped } from '../grouped.ts';
import type { Reruns, Rerun } from '../grade/reruns.ts';
import { citedIn, handedIn, isCheap } from './experiment.ts';
import type { VivaHand } from './hand.ts';
import {
  ownWords,
  whatChanged,
  whatCame,
  whatIf,
  type Asked,
  type Question,
  type Waits,
} from './questions.ts';

export interface Sheet {
  readonly student: Student;
  readonly made: string;
  readonly questions: readonly Question[];
  /** What is not asked, and why, in sentences. */
  readonly missing: readonly string[];
  /** Who else has these questions, in a sentence; empty where nobody has. */
  readonly same: string;
}

type Widgets = Readonly<Record<string, AnyWidget>>;
/** Repeats runs, each once. */
export type RepeatRuns = (runs: readonly Runnable[]) => Promise<Reruns>;

/** Names what was answered and cited: who hands in the same has the same name for it. */
const workName = ({ items }: VivaHand): string =>
  digest(
    canonical(
      Object.entries(items).map(([id, { answer, runs }]) => [
        id,
        answer,
        runs.map((run) => runKey(run)),
      ]),
    ),
  );

const MAKERS = [whatCame, whatChanged, whatIf] as const;
type Missing = Exclude<keyof typeof VIVA.missing, 'fewer'>;

/** The questions of one student, what is missing, and a name for their work. */
type Made = Pick<Sheet, 'questions' | 'missing'> & { readonly work: string };

function* questionsOf(key: Key, widgets: Widgets, hand: VivaHand): Waits<Made> {
  const work = workName(hand);
  const all = handedIn(key, hand);
  const of: Asked = {
    key,
    answered: all.filter(({ item, handed }) => isAnswered(item, handed)),
    cited: all.flatMap((one) => citedIn(widgets, one)),
    known: new Map(hand.known),
    random: seeded(Number.parseInt(work.slice(0, 8), 16)),
    used: new Set(),
  };
  const made: (Question | undefined)[] = [];
  for (const make of MAKERS) {
    const question = yield* make(of);
    if (question) of.used.add(question.place);
    made.push(question);
  }
  const [, changed, then] = made;
  const missing: Missing[] = [];
  if (of.cited.length === 0) missing.push('runs');
  else {
    if (!changed) missing.push('unmoved');
    if (!then) missing.push(of.cited.some(isCheap) ? 'unclear' : 'slow');
  }
  const questions = made.flatMap((one) => {
    const question = one ?? ownWords(of);
    if (question) of.used.add(question.place);
    return question ?? [];
  });
  if (questions.length === 0) return { work, questions, missing: [VIVA.missing.empty] };
  const says = missing.map((name) => VIVA.missing[name]);
  const isFull = questions.length === MAKERS.length;
  return {
    work,
    questions,
    missing: isFull ? says : [...says, VIVA.missing.fewer(questions.length)],
  };
}

/**
 * A sheet for each, in order. Each round repeats at once what all of them wait for; `onStep` is told between two students how
 * many sheets are done, and a page may answer its reader meanwhile.
 */
export async function sheetsOf(
  key: Key,
  widgets: Widgets,
  hands: readonly VivaHand[],
  repeat: RepeatRuns,
  onStep: (done: number) => Promise<void>,
): Promise<readonly Sheet[]> {
  const known = new Map<string, Rerun>();
  const makers = hands.map((hand) => questionsOf(key, widgets, hand));
  const done = new Map<number, Made>();
  while (done.size < makers.length) {
    const wanted = new Map<string, Runnable>();
    for (const [i, maker] of makers.entries()) {
      if (done.has(i)) continue;
      await onStep(done.size);
      // What another has asked for already is there.
      let step = maker.next(known);
      while (step.done !== true && step.value.every((run) => known.has(runKey(run))))
        step = maker.next(known);
      if (step.done === true) done.set(i, step.value);
      else for (const run of step.value) wanted.set(runKey(run), run);
    }
    const left = [...wanted].flatMap(([name, run]) => (known.has(name) ? [] : [run]));
    if (left.length > 0) for (const [name, rerun] of await repeat(left)) known.set(name, rerun);
  }
  await onStep(done.size);
  return named(
    hands,
    hands.map((_, i) => done.get(i) as Made),
  );
}

/** The sheets, each with the names of those who have the same questions. */
function named(hands: readonly VivaHand[], made: readonly Made[]): readonly Sheet[] {
  const asked = made.map(({ questions }) => JSON.stringify(questions));
  const groups = grouped([...made.keys()], (i) => asked[i] ?? '');
  return made.map(({ work, questions, missing }, i) => {
    const { student, made: at } = hands[i] as VivaHand;
    const others = questions.length === 0 ? [] : (groups.get(asked[i] ?? '') ?? []);
    const left = others.filter((j) => j !== i);
    const names = left.flatMap((j) => hands[j] ?? []).map((one) => SHEET.who(one.student));
    const isWork = left.every((j) => made[j]?.work === work);
    const same = names.length === 0 ? '' : SHEET.same(names, isWork);
    return { student, made: at, questions, missing, same };
  });
}
