/** What students get back, as files: in the folders by which Moodle knows them, else in those in which they were handed in. */
import { FEEDBACK } from '#words/src/tasks/grading/pure/out/words';
import type { Key } from '../../../sets/pure/format/assignment.ts';
import type { ClassResult, StudentResult } from '../grade/class.ts';
import { uploadIn } from '../grade/owner.ts';
import type { ClassList } from './class-list.ts';
import { feedbackMarkdown } from './feedback.ts';
import { placed } from './lines.ts';

/**
 * A name that every system unpacks: nothing that a disk may not take and no sign that turns a line round. Letters keep their
 * marks. Nothing is put in the place of what goes, least of all an underscore: by those Moodle tells the parts of a name.
 */
const asName = (text: string): string =>
  text.replace(/[\p{Cc}<>:"/\\|?*\u202A-\u202E\u2066-\u2069]/gu, '').replace(/^[.~\s]+/u, '');

/** Disks take 255 bytes of a name; a letter is up to four. */
const LONGEST = 40;
const short = (text: string): string => [...text].slice(0, LONGEST).join('').trim();

/** The folder that Moodle takes for a participant’s; what stands before the number is for people. */
const moodleFolder = (name: string, number: string, end = ''): string =>
  `${short(asName(name.replaceAll('_', ' '))) || FEEDBACK.participant}_${number}_assignfeedback_file${end}`;

/** As Moodle’s own download calls the student’s folder, or their file. */
function inDownload(file: string): string | undefined {
  const upload = uploadIn(file);
  return upload?.kind === 'worksheet'
    ? moodleFolder(upload.name, upload.account, upload.end)
    : undefined;
}

const folderOf = (file: string): string | undefined => file.split('/').slice(0, -1).at(-1);

/** The name and text of each. Lists: a worksheet among them knows participants; `withSolutions` adds what is right. */
export function feedbackFiles(
  { assignment, items }: Key,
  { students }: ClassResult,
  lists: readonly ClassList[] = [],
  withSolutions = false,
): readonly (readonly [name: string, text: string])[] {
  const worksheet = lists.find(({ kind }) => kind === 'worksheet');
  const others = lists.filter((one) => one !== worksheet);
  const lines = worksheet && placed(worksheet, students, others);
  const inWorksheet = (one: StudentResult): string | undefined => {
    const line = lines?.get(one)?.line;
    return line && moodleFolder(line.name, line.account);
  };
  const folders = students.map(({ file }) => folderOf(file));
  return students.map((one, i) => {
    const folder = folders[i];
    // A folder in which there are several students is the class’s, and no student’s own.
    const isOwn = folder !== undefined && folders.indexOf(folder) === folders.lastIndexOf(folder);
    const name = `${asName(one.student.number)}-${FEEDBACK.file}.md`;
    const place =
      inDownload(one.file) ??
      inWorksheet(one) ??
      (isOwn ? asName(folder).replace(/[.\s]+$/u, '') : undefined) ??
      '';
    const text = feedbackMarkdown(assignment, one, withSolutions ? items : undefined);
    return [place === '' ? name : `${place}/${name}`, text];
  });
}
