/** What a grader says of items, runs and files; read by instructors, and by students in their feedback. */
import { listed } from '#words/src/tasks/judge/lists';

/** Lines that end as sentences do, in one. */
const inOne = (lines: readonly string[]): string =>
  lines.map((line) => line.replace(/\.$/, '')).join('; ');

/** Why a cited run does not count. */
export const RERUNS = {
  otherExperiment: 'The run is of another experiment than the item’s.',
  otherVersion: 'The run is of another version of the experiment, and cannot be repeated here.',
  unreadable: 'The run’s settings are not complete, or not as the page writes them.',
  moved: (names: readonly string[]) => `The run moves what the item holds fixed: ${listed(names)}.`,
  failed: (why: string | undefined) =>
    why === undefined
      ? 'The run has not been repeated yet.'
      : `The run could not be repeated: ${why} Look at it by hand.`,
} as const;

export const GRADES = {
  missing: 'Nothing was handed in.',
  otherVersion: 'This answers another version of the item. Look at it by hand.',
  noKey: 'The key has no answer for this variant. Make the key again from the assignment’s source.',
  conditions: (met: number, of: number) =>
    met === of
      ? 'The repeated run meets the goal.'
      : `The repeated run meets ${met} of ${of} conditions.`,
  withdrawn: 'This variant was withdrawn: full points.',
  carried: 'It follows from the student’s own earlier answer, which was marked where it was given.',
  byHand: (note: string) => (note === '' ? 'Decided by hand.' : `Decided by hand: ${note}`),
  met: (lines: readonly string[]) => `Points for: ${inOne(lines)}.`,
  unmet: (lines: readonly string[]) => `No points for: ${inOne(lines)}.`,
} as const;

/** The first of many, and how many more. */
const few = (files: readonly string[]): string =>
  listed(files.length > 3 ? [...files.slice(0, 2), `${files.length - 2} others`] : files);

const RULES = { last: 'latest', best: 'best', first: 'first' } as const;

/** What somebody should look at. */
export const FLAGS = {
  edition: (edition: string) => `It was made by edition ${edition} of the book.`,
  content:
    'It was made from another state of this assignment, in which items were others or had other numbers.',
  edited: 'The receipt does not fit what the file says: it was edited after it was made.',
  chain: 'The log does not fit the student: it was edited, or it is another student’s.',
  variant: (items: readonly string[]) =>
    `It answers another variant than this student’s, in ${listed(items)}; graded by the student’s own.`,
  measures: (items: readonly string[]) =>
    `It states other results than the repeated runs, in ${listed(items)}; graded by the repeated runs.`,
  foreignItems: (items: readonly string[]) =>
    `It holds what the assignment does not ask: ${listed(items)}.`,
  sameLog: (files: readonly string[]) =>
    `Its log is the same as in ${few(files)}: a shared file, or one backup that was restored twice.`,
  /** `fits` of `of` answers by which one student can be told from another. */
  alike: (
    who: readonly string[],
    {
      fits,
      of,
      ...is
    }: Readonly<Record<'fits' | 'of', number> & Record<'isOneFile' | 'isEither', boolean>>,
  ) => {
    const found = is.isOneFile
      ? 'It was made of a file that another student has handed in, too'
      : `Of ${of} answers that are not explained by its own numbers ${fits} fit another student’s, or are the same`;
    const whose = is.isEither ? ', and nothing tells who had it first' : '';
    return `${found}${whose}: ${few(who)}.`;
  },
  repeated: (files: readonly string[], rule: 'last' | 'best' | 'first') =>
    `There is more than one file with this number; the ${RULES[rule]} that nobody has edited counts. Also: ${few(files)}.`,
  united: (files: readonly string[]) =>
    `There is more than one file of this account; of each item the answer that was saved last counts. Also: ${few(files)}.`,
  conflict: (files: readonly string[]) =>
    `Files from different browsers or accounts bear this number: ${few(files)}.`,
  owner: (name: string) =>
    `It bears another number than the student’s under whose name it was handed in: ${name}.`,
} as const;

/** What to do about each. */
export const TO_DO = {
  edition: 'If its points look wrong, grade it by the key of that edition.',
  content: 'If its points look wrong, grade it by the key of that state.',
  edited:
    'It is graded as it stands. Ask the student for the file as the page saved it, and compare.',
  chain: 'Ask whose work it is before you conclude anything.',
  variant: 'Where this is so of many items, ask whose file it was.',
  measures: 'Look at the item, and ask where its numbers come from.',
  'foreign-items': 'They earn nothing; there is nothing to do.',
  'same-log': 'Ask both how they worked before you conclude anything.',
  alike: 'Ask how that came about before you conclude anything.',
  repeated:
    'There is nothing to do unless the student says that another one counts: leave only that one in the folder, and grade again.',
  conflict:
    'The better one counts meanwhile. Ask the student which is theirs, take the other out of the folder, and grade again.',
  owner: 'Ask who made it.',
  late: 'It costs what is set under “Late days, extensions”, and nothing where nothing is set. For an extension, write its date into the class list and grade again.',
} as const;

/** Why a file as a whole is not graded. */
export const NOT_GRADED = {
  assignment: (id: string) =>
    id.startsWith('set-')
      ? `The file is a hand-in for another set (${id}). Paste the link of that set, and grade again.`
      : `The file is a hand-in for another assignment (${id}). Grade it with that assignment.`,
  edition: (edition: string) =>
    `The file was made in edition ${edition} of the book, in which the same student has other numbers. Grade it with the instructor’s file of that edition.`,
  /** All are graded, by what may be no more so. */
  later: (own: number, newest: number, who: readonly string[]) =>
    `The key is of revision ${own}, and a later one (up to ${newest}) was handed in by: ${who.join('; ')}. Load the link or the key of revision ${newest}, and grade again.`,
  book: (book: string) => `The file belongs to another book (${book}).`,
  number:
    'The student’s number holds neither letters nor digits, so no variant belongs to it. Ask the student to type it again.',
} as const;

/** Before a solution: what is right in the student’s own numbers. */
export const SOLUTIONS = {
  right: (answer: string) => `Right in these numbers: ${answer}`,
  example: (answer: string) => `For example: ${answer}`,
} as const;

/** Of a grading that was saved. */
export const EARLIER = {
  other: (id: string, edition: string, now: string, nowEdition: string) =>
    `The file is a saved grading of ${id} in edition ${edition}, not of ${now} in edition ${nowEdition}: nothing of it is taken.`,
  none: 'The file is no saved grading. “Save everything as JSON” writes one, with names.',
} as const;

/** Why a regrade changed something. */
export const CHANGES = {
  points: 'the item’s points changed',
  answer: 'the right answer changed',
  tolerance: 'the tolerance changed',
  wrong: 'the known wrong answers changed',
  goal: 'the goal changed',
  withdrawn: 'the variant was withdrawn',
  decision: 'somebody decided by hand',
  mark: (max: number) => `the mark, of ${max}`,
  total: (of: number, now: number) => `the set has ${now} points in all and had ${of}`,
  other: 'its runs have been repeated since, or another file counts',
} as const;

/** What assistants read, and what is said of their readings. */
export const READINGS = {
  student: (sign: string) => `Student ${sign}`,
  who: (name: string, number: string) => `${name} (${number})`,
  cited: (name: string, settings: string, found: string) =>
    `${settings === '' ? name : `${name}, ${settings}`}: ${found}`,
  notRepeated: 'not repeated',
  all: 'All that is asked for',
  again: 'Read once more.',
  appeal: (text: string) => `Read once more, after an appeal: “${text}”.`,
  gave: (by: string, points: number, note: string) =>
    note === '' ? `${by} gave ${points}` : `${by} gave ${points} (“${note}”)`,
  differ: (all: readonly string[]) => `Two readers differ: ${all.join('; ')}. Yours counts.`,
} as const;
