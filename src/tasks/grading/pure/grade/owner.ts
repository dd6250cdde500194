/** Whose a file is, by the name that a course’s system gave it in its bulk download. */
import { normalised, type Student } from '../../../sets/pure/variants/student.ts';
import { grouped } from '../grouped.ts';

/** Moodle’s folder for a student’s files, or how the names of those begin: `Ada Cho_123456_assignsubmission_file_`. */
const MOODLE = /^(.*?)_(\d+)_assign(?:submission|feedback)_[a-z]+(_?)/su;
/** Canvas’ name of a file: `choada_LATE_1234_56789_hand-in.json`. */
const CANVAS = /^([^_]+)(?:_LATE)?_(\d+)_\d+_/u;

/** What a course’s system has written in a path: who has uploaded, and how the name goes on. */
export interface Upload {
  readonly kind: 'worksheet' | 'canvas';
  readonly name: string;
  /** The number of the account there. */
  readonly account: string;
  readonly end: string;
}

/** It, where there is any. The outermost folder says it: what lies in that is called as whoever has uploaded it likes. */
export function uploadIn(file: string): Upload | undefined {
  const folders = file.split('/');
  const own = folders.pop() ?? '';
  const canvas = CANVAS.exec(own);
  const moodle = folders.map((one) => MOODLE.exec(one)).find(Boolean);
  const [, name = '', account = '', end = ''] = moodle ?? canvas ?? MOODLE.exec(own) ?? [];
  if (account === '') return undefined;
  return { kind: !moodle && canvas ? 'canvas' : 'worksheet', name, account, end };
}

/** The account that has uploaded a file, where the platform says so; whose it is, only a class list tells. */
export function accountIn(file: string): string | undefined {
  const upload = uploadIn(file);
  return upload && `${upload.name} ${upload.account}`;
}

/** Hidden files, and others; but for the folder of who is called `. Suharto`, as platforms write people with one name alone. */
const BESIDE =
  /^(?:\._|\.(?![^]*_\d+_assign(?:submission|feedback)_)|(?:__MACOSX|Thumbs\.db|desktop\.ini|truth\.json|[^]*-feedback\.md)$)/iu;

/** What lies in a folder of hand-ins and was handed in by nobody: what systems and the commands of this book leave there. */
export const isBeside = (file: string): boolean =>
  file.split('/').some((part) => BESIDE.test(part));

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

/** A student, and under which number the platform knows them, where a list says so. */
type Listed = Student & { readonly account?: string };

/** Finds the student of a file’s name among these people; nobody where none fits, or two do whose account nobody knows. */
export function ownerIn(people: readonly Listed[]): (file: string) => Student | undefined {
  const byName = grouped(
    people.flatMap((one) => waysToWrite(one.name).map((way) => [way, one] as const)),
    ([way]) => way,
  );
  const byNumber = new Map(people.map((one) => [normalised(one.number), one]));
  return (file) => {
    const upload = uploadIn(file);
    if (upload) {
      const named = (byName.get(letters(upload.name)) ?? []).map(([, one]) => one);
      const own = named.filter(({ account }) => named.length === 1 || account === upload.account);
      return own.length === 1 ? own[0] : undefined;
    }
    // As the assignment’s page names it, the number comes first; else the folder may be a student’s.
    const own = /^([^-]+)-/u.exec(file.split('/').at(-1) ?? '')?.[1];
    return own === undefined ? undefined : byNumber.get(normalised(own));
  };
}
