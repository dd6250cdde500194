/** What is a list among files that somebody has dropped, by how each begins: nobody should have to sort. */
import { readClassList } from './class-list.ts';
import { uploadIn } from '../grade/owner.ts';

/** So much of a file is enough to tell, in bytes. */
export const BEGINNING = 8_000;

/**
 * Whether it is a list. Never what lies in a folder, nor what a course’s system has named after a student: whatever students have
 * handed in, it must not say who is in the class, or until when.
 */
export function isList(name: string, beginning: string): boolean {
  if (name.includes('/') || uploadIn(name)) return false;
  if (/\.json$/i.test(name) || /^\uFEFF?\s*\{|\0/.test(beginning)) return false;
  return /\.[ct]sv$/i.test(name) || !('problem' in readClassList(beginning));
}
