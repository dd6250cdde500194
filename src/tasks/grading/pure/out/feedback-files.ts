/** What students get back, as files: in the folders in which a course’s system has handed theirs out, where it did. */
import { FEEDBACK } from '#words/src/tasks/grading/pure/out/words';
import type { Key } from '../../../sets/pure/format/assignment.ts';
import type { ClassResult } from '../grade/class.ts';
import { feedbackMarkdown } from './feedback.ts';

/** A name that every system unpacks: no folder above, no sign that a disk may not take. */
const asName = (text: string): string => text.replace(/[^\p{L}\p{N}._ -]/gu, '_').slice(0, 100);

const folderOf = (file: string): string | undefined => file.split('/').slice(0, -1).at(-1);

/** The name and text of each. */
export function feedbackFiles(
  { assignment }: Pick<Key, 'assignment'>,
  { students }: ClassResult,
): readonly (readonly [name: string, text: string])[] {
  const folders = students.map(({ file }) => folderOf(file));
  return students.map((one, i) => {
    const folder = folders[i];
    // A folder in which there are several students is the class’s, and no student’s own.
    const isOwn = folder !== undefined && folders.indexOf(folder) === folders.lastIndexOf(folder);
    const name = `${asName(one.student.number)}-${FEEDBACK.file}.md`;
    return [isOwn ? `${asName(folder)}/${name}` : name, feedbackMarkdown(assignment, one)];
  });
}
