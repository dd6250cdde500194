/** The key that an assignment’s source makes. */
import {
  AssignmentFaults,
  assignmentNames,
  provenAssignments,
  readAssignments,
} from '../../src/tasks/sets/author/load.ts';
import type { Key } from '../../src/tasks/sets/pure/format/assignment.ts';
import { Misread } from '../misread.mjs';
import { SetupFailed } from '../setup.mjs';

/**
 * Proves an assignment’s own file alone; what is wrong with others is told, and stops nothing. Throws Misread where there is none
 * of this name, SetupFailed with a sentence for each fault of its own.
 */
export async function sourceKey(id: string): Promise<Key> {
  const names = assignmentNames();
  for (const other of names.filter((name) => name !== id))
    for (const fault of faultsOf(other))
      process.stderr.write(`Another assignment has a fault, which does no harm here: ${fault}\n`);
  const [found] = await provenAssignments(id).catch((error: unknown) => {
    throw error instanceof AssignmentFaults ? new SetupFailed(error.message) : error;
  });
  if (found) return found.key;
  throw new Misread(`There is no assignment ${id}; there are ${names.join(', ') || 'none'}.`);
}

/** What is seen of the faults of an assignment before anything is run. */
function faultsOf(name: string): readonly string[] {
  try {
    readAssignments(undefined, name);
    return [];
  } catch (error) {
    if (error instanceof AssignmentFaults) return error.faults;
    throw error;
  }
}
