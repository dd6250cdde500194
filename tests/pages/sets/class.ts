/** The book’s first assignment of the usual beginning as an instructor has it, and pretended hand-ins to it. */
import { availableParallelism } from 'node:os';
import { repeat } from '../../../scripts/grade/rerun.ts';
import { simulated } from '../../../scripts/hand-in/class.ts';
import { provenAssignments, type ProvenAssignment } from '../../../src/tasks/sets/author/load.ts';

let proven: Promise<readonly ProvenAssignment[]> | undefined;

export const allAssignments = (): Promise<readonly ProvenAssignment[]> =>
  (proven ??= provenAssignments());

/** What is done first in the one that is worked on. */
const BEGINS = ['number', 'choice', 'reach'];

export async function firstAssignment(): Promise<ProvenAssignment> {
  const first = (await allAssignments()).find(({ source }) =>
    BEGINS.every((kind, i) => source.items[i]?.kind === kind),
  );
  if (!first) throw new Error('the book has no such assignment');
  return first;
}

export async function pretended(count: number, seed: number): ReturnType<typeof simulated> {
  const { key } = await firstAssignment();
  return simulated(key, count, seed, (runs, onDone) =>
    repeat(runs, availableParallelism(), onDone),
  );
}
