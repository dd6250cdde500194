/** The assignments for the pages of a build: read once, however many pages ask; proved for an instructor's build. Build only. */
import { WIDGETS } from '../../../book/widgets.ts';
import {
  provenAssignments,
  provenStock,
  setAssignments,
  type ProvenAssignment,
  type ProvenStock,
  type SetAssignment,
} from '../author/load.ts';

/** In `astro dev` a file may have changed since. */
export function once<T>(read: () => Promise<T>): () => Promise<T> {
  let known: Promise<T> | undefined;
  return () => (import.meta.env.DEV ? read() : (known ??= read()));
}

/** Whether this build is an instructor’s: only then is there a key in it. */
export const isInstructors = (): boolean => process.env['INSTRUCTOR'] === '1';

/** All assignments of the book, as a student may see them. */
export const assignments: () => Promise<readonly SetAssignment[]> = once(() =>
  setAssignments(WIDGETS),
);

/** The same with their keys, in an instructor’s build; none in any other. */
export const keyedAssignments: () => Promise<readonly ProvenAssignment[]> = once(async () =>
  isInstructors() ? provenAssignments() : [],
);

/** The stock with its key, in an instructor’s build; nothing in any other. */
export const keyedStock: () => Promise<ProvenStock | undefined> = once(async () =>
  isInstructors() ? provenStock() : undefined,
);

/** Where an assignment stands, from the book’s root. */
export const assignmentPath = ({ source }: Pick<SetAssignment, 'source'>): string =>
  `/assignments/${source.id}/`;
