/** Whose a file is, by the name that a course’s system gave it in its bulk download. */
import { normalised, type Student } from '../../../sets/pure/variants/student.ts';

/** Moodle’s folder for a student’s files: `Ada Cho_123456_assignsubmission_file_`. */
const MOODLE = /^(.+?)_\d+_assign(?:submission|feedback)_/u;
/** Canvas’ name of a file: `choada_LATE_1234_56789_hand-in.json`. */
const CANVAS = /^([^_]+)(?:_LATE)?_\d+_\d+_/u;

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
    const parts = file.split('/');
    for (const part of parts.toReversed()) {
      const said = MOODLE.exec(part)?.[1] ?? CANVAS.exec(part)?.[1];
      if (said !== undefined) return byName.get(letters(said));
    }
    // As the assignment’s page names it, the number comes first; else the folder may be a student’s.
    const own = /^([^-]+)-/u.exec(parts.at(-1) ?? '')?.[1];
    return own === undefined ? undefined : byNumber.get(normalised(own));
  };
}
