/** Who has copied, and from whom: pretended classes in which some have, and some have not. */
import '../../../src/tasks/kinds/code/engine/node.ts';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ALL } from '../../all.ts';
import { simulated, type RunAll, type Truth } from '../../../scripts/hand-in/class.ts';
import type { Trait } from '../../../scripts/hand-in/students.ts';
import { provenAssignments } from '../../../src/tasks/sets/author/load.ts';
import type { Key } from '../../../src/tasks/sets/pure/format/assignment.ts';
import { isProblem, readSubmission } from '../../../src/tasks/sets/pure/submission/read.ts';
import type { Submission } from '../../../src/tasks/sets/pure/submission/submission.ts';
import { signed } from '../../../src/tasks/sets/pure/submission/write.ts';
import { submissionOf } from '../../../src/tasks/sets/pure/work/work.ts';
import { alikeIn, type Alike } from '../../../src/tasks/grading/pure/grade/alike.ts';
import { gradeClass } from '../../../src/tasks/grading/pure/grade/class.ts';
import { pseudonymous } from '../../../src/tasks/grading/pure/out/pseudonymous.ts';
import { gradeAll } from './toy-class.ts';
import { submissionFor, TOY, workOf } from './toy.ts';

/** A third paste one message, a third have a friend’s file or answers, a third work. */
const COPYING: readonly Trait[] = [
  ...(['message', 'copied-file', 'plain', 'message', 'copied-answers', 'plain'] as const),
];
const STUDENTS = 60;

/** What runs come to says nothing of who copied. */
const runAll: RunAll = async (runs, onDone) => {
  for (const run of runs) onDone(run, { state: 'done', measures: {}, why: {} });
};

const keys = (await provenAssignments()).map(({ key }) => key);

async function classOf(key: Key, seed: number, traitOf: (at: number) => Trait) {
  const { files, truth } = await simulated(key, STUDENTS, seed, runAll, traitOf);
  const found = [...files].map(([file, text]) => ({ file, read: readSubmission(text) }));
  const submissions = found.flatMap(({ read }): Submission[] => (isProblem(read) ? [] : [read]));
  return { files: found, submissions, truth, alike: alikeIn(key, submissions, () => false) };
}

/** How many of each trait are named. */
function namedIn(
  truth: Truth,
  alike: ReadonlyMap<number, Alike>,
): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [at, { trait }] of truth.students.entries())
    counts[trait] = (counts[trait] ?? 0) + Number(alike.has(at));
  return counts;
}

describe('a class of sixty in which two thirds have copied', () => {
  const seeds = [101, 102, 103, 104, 105];
  const cases = keys.flatMap((key, i) =>
    (ALL || i === 0 ? seeds : seeds.slice(0, 2)).map(
      (seed) => [key.assignment.id, seed, key] as const,
    ),
  );

  it.each(cases)(
    'in %s, seed %i: they are named, with whom they are alike, and nobody else',
    async (id, seed, key) => {
      const { truth, alike } = await classOf(
        key,
        seed,
        (at) => COPYING[at % COPYING.length] ?? 'plain',
      );
      // One of the message’s twenty has by chance numbers that it fits: that one may have written it, and is named beside the others.
      const message = id === 'the-night-shift' && seed === 102 ? 19 : 20;
      expect(namedIn(truth, alike)).toEqual({
        ...{ message, 'copied-file': 10, 'copied-answers': 10, plain: 0 },
      });
      const traits = (one: Alike | undefined): readonly (string | undefined)[] =>
        one?.others.map((other) => truth.students[other]?.trait) ?? [];
      for (const [at, { trait }] of truth.students.entries()) {
        // Whoever has a friend’s answers is told beside that friend; of a message, beside others who have it.
        if (trait === 'message' && alike.has(at))
          expect(new Set(traits(alike.get(at)))).toEqual(new Set(['message']));
        else if (trait.startsWith('copied')) expect(traits(alike.get(at))).toContain('plain');
      }
    },
  );

  it('is flagged so, in words that a class without names may have', async () => {
    const [key] = keys;
    if (!key) throw new Error('a key');
    const { files } = await classOf(key, 101, (at) => COPYING[at % COPYING.length] ?? 'plain');
    const result = gradeClass(key, files.slice(0, 12), new Map());
    const says = result.students.flatMap(({ flags }) =>
      flags.flatMap((one) => (one.flag === 'alike' ? [one.says] : [])),
    );
    expect(says.length).toBeGreaterThan(4);
    for (const one of says)
      expect(one).toMatch(
        /^(Of \d+ answers that are not explained|It was made of a file that).*: .* \(\d{7}\)/,
      );
    expect(JSON.stringify(pseudonymous(result))).not.toMatch(/\(\d{7}\)/);
  });
});

it.each(keys.map((key) => [key.assignment.id, key] as const))(
  'in a class of %s in which everybody works nobody is named',
  async (_, key) => {
    for (const seed of ALL ? [1, 2, 3, 4, 5, 6] : [1, 2])
      expect((await classOf(key, seed, () => 'plain')).alike.size).toBe(0);
  },
);

it('what a file of before says in its log is told once, as it was', () => {
  const kept = JSON.parse(readFileSync('tests/compat/fixtures/assignments/saved.json', 'utf8')) as {
    students: { flags: { flag: string }[] }[];
  };
  const flags = kept.students.flatMap((one) => one.flags.map(({ flag }) => flag));
  expect(flags.filter((flag) => flag === 'same-log')).toHaveLength(3);
  expect(flags).not.toContain('alike');
});

it('one ticket under two numbers is of one file: the edited one is named, or both', () => {
  const made = '2026-11-27T12:00:00.000Z';
  const hidden = (number: string, session?: string) =>
    signed(
      submissionOf(workOf(number, { sum: '1', pick: ['red'] }, session), TOY, made, {
        salt: number,
      }),
    );
  const flagged = (...all: readonly Submission[]): readonly boolean[] =>
    gradeAll(all).students.map(({ flags }) => flags.some(({ flag }) => flag === 'alike'));
  const own = hidden('7');
  const edited = { ...own, student: { name: 'B', number: '8' } };
  expect(flagged(own, edited)).toEqual([false, true]);
  expect(flagged(own, hidden('8', own.session))).toEqual([true, true]);
  // A log that went over into another file, with a ticket of its own.
  expect(flagged(own, { ...hidden('8'), log: own.log })).toEqual([false, true]);
  expect(flagged(own, submissionFor('8', { sum: '1' }))).toEqual([false, false]);
});
