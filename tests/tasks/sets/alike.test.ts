/** Who has copied, and from whom: pretended classes in which some have, and some have not. */
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
import { kept } from './every-kind.ts';
import { gradeAll } from './toy-class.ts';
import { submissionFor, TOY, workOf } from './toy.ts';

/** A third paste one message, a third have a friend’s file or answers, a third work. */
const THIRDS: readonly Trait[] = [
  ...(['message', 'copied-file', 'plain', 'message', 'copied-answers', 'plain'] as const),
];
/** Others copy a part: of a friend’s answers three fifths, or three tenths. */
const PARTS: readonly Trait[] = ['copied-some', 'copied-most', 'plain', 'plain'];
const STUDENTS = 60;

/** What runs come to says nothing of who copied. */
const runAll: RunAll = async (runs, onDone) => {
  for (const run of runs) onDone(run, { state: 'done', measures: {}, why: {} });
};

const keys = (await provenAssignments()).map(({ key }) => key);

async function classOf(key: Key, seed: number, traits: readonly Trait[]) {
  const traitOf = (at: number): Trait => traits[at % traits.length] ?? 'plain';
  const { files, truth } = await simulated(key, STUDENTS, seed, runAll, traitOf);
  const found = [...files].map(([file, text]) => ({ file, read: readSubmission(text) }));
  const submissions = found.flatMap(({ read }): Submission[] => (isProblem(read) ? [] : [read]));
  return { files: found, submissions, truth, alike: alikeIn(key, submissions, () => false) };
}

/** How many of a trait are named; `isSure`: as those who have copied, and not only as one of two who have the same. */
const named = (
  { students }: Truth,
  alike: ReadonlyMap<number, Alike>,
  trait: Trait,
  isSure = false,
): number =>
  [...alike].filter(([at, { isEither }]) => students[at]?.trait === trait && !(isSure && isEither))
    .length;

const SEEDS = Array.from({ length: ALL ? 20 : 2 }, (_, i) => 101 + i);
const cases = keys.flatMap((key) => SEEDS.map((seed) => [key.assignment.id, seed, key] as const));

describe('a class of sixty in which two thirds have copied', () => {
  it.each(cases)(
    'in %s, seed %i: they are named, with whom they are alike, and nobody else',
    async (_, seed, key) => {
      const { truth, alike } = await classOf(key, seed, THIRDS);
      expect(named(truth, alike, 'plain', true)).toBe(0);
      expect(named(truth, alike, 'plain')).toBeLessThanOrEqual(1);
      expect(named(truth, alike, 'copied-file', true)).toBe(10);
      // Who has by chance numbers that the message fits may have written it; and a friend may have done too little to tell.
      expect(named(truth, alike, 'message')).toBeGreaterThanOrEqual(19);
      expect(named(truth, alike, 'copied-answers')).toBeGreaterThanOrEqual(8);
      const traits = (one: Alike | undefined): readonly (string | undefined)[] =>
        one?.others.map((other) => truth.students[other]?.trait) ?? [];
      for (const [at, { trait }] of truth.students.entries()) {
        // Whoever has a friend’s answers is told beside that friend, or another who has the file; of a message, beside others who have it.
        if (!alike.has(at) || trait === 'plain') continue;
        const beside = new Set(traits(alike.get(at)));
        if (trait === 'message') expect(beside).toEqual(new Set(['message']));
        else expect([...beside].some((one) => one === 'plain' || one === 'copied-file')).toBe(true);
      }
    },
  );

  it.each(cases)(
    'in %s, seed %i: nor is a friend of whom a part was copied',
    async (_, seed, key) => {
      const { truth, alike } = await classOf(key, seed, PARTS);
      expect(named(truth, alike, 'plain', true)).toBe(0);
      expect(named(truth, alike, 'plain')).toBeLessThanOrEqual(3);
      expect(named(truth, alike, 'copied-most', true)).toBeGreaterThanOrEqual(3);
    },
  );

  it('is flagged so, in words that a class without names may have', async () => {
    const [key] = keys;
    if (!key) throw new Error('a key');
    const { files } = await classOf(key, 101, THIRDS);
    const result = gradeClass(key, files.slice(0, 12), new Map());
    const says = result.students.flatMap(({ flags }) =>
      flags.flatMap((one) => (one.flag === 'alike' ? [one.says] : [])),
    );
    expect(says.length).toBeGreaterThan(4);
    for (const one of says)
      expect(one).toMatch(
        /^(Of \d+ answers that are not explained|It was made of a file that).*: .* \(\d{7}\)\./,
      );
    expect(JSON.stringify(pseudonymous(result))).not.toMatch(/\(\d{7}\)/);
  });
});

it.each(keys.map((key) => [key.assignment.id, key] as const))(
  'in a class of %s in which everybody works nobody is named',
  async (_, key) => {
    for (const seed of ALL ? [1, 2, 3, 4, 5, 6] : [1, 2])
      expect((await classOf(key, seed, ['plain'])).alike.size).toBe(0);
  },
);

it('what a file of before says in its log is told once, as it was', () => {
  const saved = JSON.parse(kept('saved.json')) as {
    students: { flags: { flag: string }[] }[];
  };
  const flags = saved.students.flatMap((one) => one.flags.map(({ flag }) => flag));
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
