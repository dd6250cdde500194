/** The key of an assignment of the source, or of a set by its link. */
import {
  AssignmentFaults,
  assignmentNames,
  provenAssignments,
  provenStock,
  readAssignments,
} from '../../src/tasks/sets/author/load.ts';
import { keyByLink } from '../../src/tasks/sets/pure/composed/composed.ts';
import { codeOfItem, isSet, setIn } from '../../src/tasks/sets/pure/composed/link.ts';
import type { Key } from '../../src/tasks/sets/pure/format/assignment.ts';
import { Misread } from '../misread.mjs';
import { SetupFailed } from '../setup.mjs';

/**
 * Proves an assignment’s own file alone; what is wrong with others is told, and stops nothing. Throws Misread where there is none
 * of this name, SetupFailed with a sentence for each fault of its own.
 */
export async function sourceKey(id: string): Promise<Key> {
  if (id.includes('~')) return keyOfLink(id);
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

/** Of a set only what it asks is proved. */
async function keyOfLink(link: string): Promise<Key> {
  const set = setIn(link);
  const codes = isSet(set) ? set.items.map(({ code }) => code) : [];
  const { key: stock } = await provenStock((one) => codes.includes(codeOfItem(one.id)));
  const key = keyByLink(link, stock);
  if (typeof key === 'string') throw new Misread(key);
  return key;
}
