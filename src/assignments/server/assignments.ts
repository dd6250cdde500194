/** The assignments for the pages of a build: proved once, however many pages ask. Build only. */
import { provenAssignments, type ProvenAssignment } from '../author/load.ts';

let proven: Promise<readonly ProvenAssignment[]> | undefined;

/** All assignments of the book. */
export function assignments(): Promise<readonly ProvenAssignment[]> {
  // In `astro dev` a file may have changed since.
  if (import.meta.env.DEV) return provenAssignments();
  return (proven ??= provenAssignments());
}

/** Where an assignment stands, from the book’s root. */
export const assignmentPath = ({ source }: Pick<ProvenAssignment, 'source'>): string =>
  `/assignments/${source.id}/`;

/** Whether this build is an instructor’s: only then is there a key in it. */
export const isInstructors = (): boolean => process.env['INSTRUCTOR'] === '1';
