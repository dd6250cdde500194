/** Whose a file is, by the name that a course’s system gave it in its bulk download. */
import { normalised, type Student } from '../../../sets/pure/variants/student.ts';

/** Moodle’s folder for a student’s files: `Ada Cho_123456_assignsubmission_file_`. */
const MOODLE = /^(.+?)_(\d+)_assign(?:submission|feedback)_/u;
/** Canvas’ name of a file: `choada_LATE_1234_56789_hand-in.json`. */
const CANVAS = /^([^_]+)(?:_LATE)?_(\d+)_\d+_/u;

/** The last part of a path in which a course’s system has written who uploaded: the name, and the number of the account there. */
function uploadIn(file: string): readonly [name: string, account: string] | undefined {
  for (const part of file.split('/').toReversed()) {
    const [, name, account] = MOODLE.exec(part) ?? CANVAS.exec(part) ?? [];
    if (name !== undefined && account !== undefined) return [name, account];
  }
  return undefined;
}

/** The account that has uploaded a file, where the platform says so; whose it is, only a class list tells. */
export const accountIn = (file: string): string | undefined => uploadIn(file)?.join(' ');

/** What lies in a folder of hand-ins and was handed in by nobody: what systems and the commands of this book leave there. */
export const isBeside = (file: string): boolean =>
  /(^|\/)(\.[^/]*|__MACOSX|Thumbs\.db|desktop\.ini|truth\.json|[^/]*-feedback\.md)(\/|$)/i.test(
    file,
  );

/** The letters of a name, whatever their marks: systems write them differently. */
const letters = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Both orders of a name: `Cho, Ada` and `Ada Cho` are one person. */
function waysToWrite(name: string): readonly string[] {
  const comma = name.indexOf(',');
  const words =
    comma < 0 ? name.trim().split(/\s+/u) : [name.slice(comma + 1), name.slice(0, comma)];
  const plain = letters(words.join(' '));
  const turned = words.map((_, i) => letters([...words.slice(i), ...words.slice(0, i)].join(' ')));
  return [...new Set([plain, ...turned])];
}

/** Finds the student of a file’s name among these people; nobody where none fits, or two do. */
export function ownerIn(people: readonly Student[]): (file: string) => Student | undefined {
  const byName = new Map<string, Student | undefined>();
  const byNumber = new Map<string, Student>();
  for (const { name, number } of people) {
    byNumber.set(normalised(number), { name, number });
    for (const way of waysToWrite(name)) {
      byName.set(way, byName.has(way) ? undefined : { name, number });
    }
  }
  return (file) => {
    const upload = uploadIn(file);
    if (upload) return byName.get(letters(upload[0]));
    // As the assignment’s page names it, the number comes first; else the folder may be a student’s.
    const own = /^([^-]+)-/u.exec(file.split('/').at(-1) ?? '')?.[1];
    return own === undefined ? undefined : byNumber.get(normalised(own));
  };
}
