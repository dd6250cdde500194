/** A file that a student opens: a backup, or a hand-in, which shows what was on screen when it was made. */
import { NOT_TAKEN } from '#words/src/tasks/sets/page/words';
import { decoded } from './decoded.ts';
import { isProblem, readSubmission } from '../pure/submission/read.ts';
import { backupIn, editionOf } from '../pure/work/kept.ts';
import { workIn, type Work } from '../pure/work/work.ts';

/** Far more than the log of a semester. */
const LARGEST_BACKUP = 5_000_000;

/** The work in a file: a backup is a state of a work, a hand-in is what was on screen, and no more. */
export interface Opened {
  readonly work: Work;
  readonly isBackup: boolean;
  /** The edition whose items it answers. */
  readonly edition: string;
}

/** What is in a file, or why nothing is. */
export async function workInFile(file: File, assignment: string): Promise<Opened | string> {
  if (file.size > LARGEST_BACKUP) return NOT_TAKEN.broken;
  const text = decoded(new Uint8Array(await file.arrayBuffer()));
  const backup = backupIn(text, assignment);
  if (backup) return { work: backup, isBackup: true, edition: editionOf(text) };
  const read = readSubmission(text);
  if (isProblem(read)) return read.problem === 'newer' ? NOT_TAKEN.newer : NOT_TAKEN.broken;
  return read.assignment.id === assignment
    ? { work: workIn(read), isBackup: false, edition: read.edition }
    : NOT_TAKEN.notThis;
}
