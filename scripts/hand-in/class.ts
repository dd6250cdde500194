/** A class of pretended students: their files, and what a grader should find in each. */
import { runKey, type Runnable } from '../../widgets/kit/record/run-key.ts';
import type { AnySettings } from '../../widgets/kit/contract/params.ts';
import type { Measured } from '../../widgets/kit/contract/widget.ts';
import type { Assignment, Key } from '../../src/tasks/sets/pure/format/assignment.ts';
import type { Rerun } from '../../src/tasks/grading/pure/grade/reruns.ts';
import type { Submission } from '../../src/tasks/sets/pure/submission/submission.ts';
import { submissionText, signed } from '../../src/tasks/sets/pure/submission/write.ts';
import { earlierIn, numbersFor } from '../../src/tasks/grading/pure/grade/numbers.ts';
import { variantOf } from '../../src/tasks/sets/pure/variants/variant.ts';
import { submissionOf, type Work } from '../../src/tasks/sets/pure/work/work.ts';
import { copied, inOwnWords, settingsFor, workOf, type Ran, type RunItem } from './doing.ts';
import { COPYING, outsider, students, type Pretended, type Trait } from './students.ts';
import { truthOf, type ItemTruth } from './truth.ts';

/** What a grader should find. */
export interface Truth {
  readonly students: readonly {
    readonly number: string;
    readonly file: string;
    readonly trait: string;
    readonly items: Readonly<Record<string, ItemTruth>>;
    /** The flags that must be there, and no others. Of who has copied, nothing else is told. */
    readonly flags: readonly string[];
  }[];
  /** Files that are refused, each with the word for why. */
  readonly refused: Readonly<Record<string, string>>;
}

/** Repeats runs, and tells each as it is done. */
export type RunAll = (
  runs: readonly Runnable[],
  onDone: (run: Runnable, rerun: Rerun) => void,
) => Promise<void>;

const MADE = (minute: number): string => new Date(Date.UTC(2026, 10, 27, 18, minute)).toISOString();

export async function simulated(
  key: Key,
  count: number,
  seed: number,
  runAll: RunAll,
  traitOf?: (at: number) => Trait,
): Promise<{ readonly files: ReadonlyMap<string, string>; readonly truth: Truth }> {
  const { assignment } = key;
  const all = students(count, seed, traitOf);
  const stranger = outsider(seed);
  // Whoever copies, copies from somebody who knows.
  const able = all.filter(({ trait, skill }) => trait === 'plain' && skill > 0.5);
  const sources = all.map(({ trait }, i) =>
    trait.startsWith('message')
      ? stranger
      : trait.startsWith('copied')
        ? able[i % able.length]
        : undefined,
  );
  const everybody = sources.includes(stranger) ? [...all, stranger] : all;
  const ran = await runsOf(key, everybody, runAll, sources);
  const own = new Map(
    everybody.map((one) => {
      const work = workOf(key, one, ran);
      return [one, traitOf ? inOwnWords(key, work, one.name) : work];
    }),
  );
  const files = new Map<string, string>();
  const found: Truth['students'][number][] = [];
  const refused: Record<string, string> = {};
  for (const [i, student] of all.entries()) {
    const file = `${student.number}-${assignment.id}.json`;
    const source = sources[i];
    const from = source && own.get(source);
    const done = own.get(student) as Work;
    const isTyped = student.trait in COPYING;
    const share = isTyped ? COPYING[student.trait as keyof typeof COPYING] : 0;
    const work =
      isTyped && from ? copied(key, { from, own: done, share }, student, source, ran) : done;
    const made = madeBy(assignment, student, work, from);
    files.set(file, made.text);
    for (const [name, text] of made.others) files.set(`${student.number}-${name}.json`, text);
    if (made.refused !== undefined) {
      refused[file] = made.refused;
      continue;
    }
    const items = truthsOf(
      key,
      student.number,
      made.submission.items,
      (item, settings) => ran(item, settings).measures,
    );
    found.push({
      number: student.number,
      file,
      trait: student.trait,
      items: isTyped ? {} : items,
      flags: made.flags,
    });
  }
  return { files, truth: { students: found, refused } };
}

/** What is true of each item in a file with this number. */
export function truthsOf(
  key: Key,
  number: string,
  handed: Submission['items'],
  measuresOf: (item: RunItem, settings: AnySettings) => Measured | undefined,
): Readonly<Record<string, ItemTruth>> {
  return Object.fromEntries(
    key.assignment.items.map((item): [string, ItemTruth] => {
      const own = key.items[item.id];
      if (!own) throw new Error(`the key has no ${item.id}`);
      const of = {
        ...{ item, key: own, seed: variantOf(key.assignment, item, number) },
        measuresOf: (settings: AnySettings) =>
          'widget' in item ? measuresOf(item, settings) : undefined,
        numbers: {
          right: numbersFor(key, item.id, number),
          own: numbersFor(key, item.id, number, earlierIn(key, handed)),
        },
      };
      return [item.id, truthOf(of, handed[item.id])];
    }),
  );
}

const runOf = ({ widget, widgetVersion }: RunItem, settings: AnySettings): Runnable => ({
  widget,
  version: widgetVersion,
  settings,
});

/** Every run that somebody ends at, run honestly. */
export async function runsOf(
  key: Key,
  all: readonly Pretended[],
  runAll: RunAll,
  sources: readonly (Pretended | undefined)[] = [],
): Promise<Ran> {
  const reaches = key.assignment.items.filter((item) => 'widget' in item);
  const runs = all.flatMap((student, i) =>
    reaches.flatMap((item) =>
      [settingsFor(key, item, student), settingsFor(key, item, student, sources[i])]
        .flat()
        .map((settings) => runOf(item, settings)),
    ),
  );
  const done = new Map<string, Rerun>();
  await runAll([...new Map(runs.map((one) => [runKey(one), one])).values()], (one, rerun) =>
    done.set(runKey(one), rerun),
  );
  return (item: RunItem, settings: AnySettings) => {
    const run = runOf(item, settings);
    const rerun = done.get(runKey(run));
    if (rerun?.state !== 'done') throw new Error(`a run of ${item.widget} could not be made`);
    return { ...run, measures: rerun.measures, backend: 'sim' };
  };
}

interface MadeFile {
  readonly submission: Submission;
  readonly text: string;
  readonly others: readonly (readonly [string, string])[];
  readonly flags: readonly string[];
  readonly refused?: string;
}

/** The file of a student, with what their way of doing things leaves in it. */
function madeBy(
  assignment: Assignment,
  student: Pretended,
  work: Work,
  other: Work | undefined,
): MadeFile {
  const made = MADE(student.random.whole(50));
  const submission = signed(submissionOf(work, assignment, made, { salt: student.number }));
  const plain = { submission, text: submissionText(submission), others: [], flags: [] };
  const as = (changed: Submission, ...flags: readonly string[]): MadeFile => ({
    submission: changed,
    text: submissionText(changed),
    others: [],
    flags,
  });
  switch (student.trait) {
    case 'hand-in-twice': {
      const early = signed({ ...submission, items: {}, incomplete: [], made: MADE(-60) });
      return { ...plain, others: [['early', submissionText(early)]], flags: ['repeated'] };
    }
    case 'forged-measures':
      return forged(assignment, submission, as);
    case 'copied-file': {
      if (!other) return plain;
      const theirs = signed(submissionOf(other, assignment, made, { salt: other.student.number }));
      const { name, number } = student;
      const isStrange = assignment.items.some(
        (item) =>
          theirs.items[item.id] &&
          variantOf(assignment, item, number) !== theirs.items[item.id]?.variant,
      );
      const flags = ['edited', 'chain', ...(isStrange ? ['variant'] : []), 'alike'];
      return as({ ...theirs, student: { name, number } }, ...flags);
    }
    case 'message':
    case 'message-most':
    case 'copied-answers':
    case 'copied-most':
    case 'copied-some':
      return as(submission, 'alike');
    case 'broken-chain': {
      const [first, ...rest] = submission.log.entries;
      if (!first) return plain;
      return as(
        signed({
          ...submission,
          log: { ...submission.log, entries: [{ ...first, value: '42' }, ...rest] },
        }),
        'chain',
      );
    }
    case 'edited-file':
      return as({ ...submission, incomplete: assignment.items.map(({ id }) => id) }, 'edited');
    case 'other-edition':
      return as(signed({ ...submission, edition: '0' }), 'edition');
    case 'truncated-file':
      return { ...plain, text: plain.text.slice(0, plain.text.length - 200), refused: 'not-json' };
    default:
      return plain;
  }
}

/** Whoever has a run claims that it meets every bound there is. */
function forged(
  assignment: Assignment,
  submission: Submission,
  as: (changed: Submission, ...flags: readonly string[]) => MadeFile,
): MadeFile {
  const items = Object.entries(submission.items).map(([id, one]) => {
    const isRun = assignment.items.some((item) => item.id === id && 'widget' in item);
    const runs = one.runs.map((run) => ({
      ...run,
      measures: Object.fromEntries(
        Object.entries(run.measures).map(([name, value]) => [name, (value ?? 1) * 0.5]),
      ),
    }));
    return [id, isRun ? { ...one, runs } : one] as const;
  });
  const isForged = items.some(([, { runs }]) => runs.length > 0);
  return as(
    signed({ ...submission, items: Object.fromEntries(items) }),
    ...(isForged ? ['measures'] : []),
  );
}
