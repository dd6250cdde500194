/** One item of a kind in an assignment of its own: what is made of it, and how an answer to it is graded. */
import { expect } from 'vitest';
import type { Key } from '../../src/tasks/sets/pure/format/assignment.ts';
import { grade } from '../../src/tasks/grading/pure/grade/grade.ts';
import type { ItemVerdict } from '../../src/tasks/grading/pure/grade/verdict.ts';
import type { Given } from '../../src/tasks/sets/pure/submission/submission.ts';
import { signed } from '../../src/tasks/sets/pure/submission/write.ts';
import { drawn, variantOf } from '../../src/tasks/sets/pure/variants/variant.ts';
import { answered, begun, submissionOf } from '../../src/tasks/sets/pure/work/work.ts';
import { madeOf } from './sets/fixture.ts';

const HEAD = `id: small
version: 1
title: Small
summary: One item.
instructions: Do it.
salt: test
solutions: Later.
variants: 8
`;

/** The assignment of an item that is written as a list’s entry. */
export const asYaml = (item: string, before = ''): string => `${HEAD}${before}items:\n${item}`;

export async function keyOf(item: string, before = ''): Promise<Key> {
  const { made, faults } = await madeOf(asYaml(item, before));
  expect(faults).toEqual([]);
  if (!made) throw new Error('not made');
  return made.key;
}

/** What is said of an item when a text of it is replaced. */
export async function faultsOf(item: string, from: string, to: string): Promise<string> {
  expect(item).toContain(from);
  const { faults } = await madeOf(asYaml(item.replaceAll(from, to)));
  return faults.join('\n');
}

/** The only item’s verdict on an answer of the student with this number. */
export function verdictOn(key: Key, answer: Given, number = '7'): ItemVerdict {
  const { assignment } = key;
  const [item] = assignment.items;
  if (!item) throw new Error('no item');
  const work = answered(begun(assignment, { name: 'A', number }, 'a'.repeat(16)), item, answer);
  const submission = signed(submissionOf(work, assignment, '2026-11-27T12:00:00.000Z'));
  const [verdict] = grade(key, submission, new Map()).items;
  if (!verdict) throw new Error('no verdict');
  return verdict;
}

/** What stands in the variant of that student. */
export function valuesOf({ assignment }: Key, number = '7'): Readonly<Record<string, unknown>> {
  const [item] = assignment.items;
  if (!item) throw new Error('no item');
  return drawn(item, variantOf(assignment, item, number));
}
