/** A class as a course’s own system lists it: who is missing, and the marks in the form in which that system takes them. */
import { CLASS_LIST } from '#words/src/tasks/grading/pure/out/words';
import type { Assignment } from '../../../sets/pure/format/assignment.ts';
import type { ClassResult, StudentResult } from '../grade/class.ts';
import { normalised, type Student } from '../../../sets/pure/variants/student.ts';
import { csvText, type CsvCell } from './csv.ts';
import { csvRows } from './read-csv.ts';

export interface ClassList {
  readonly people: readonly (Student & {
    readonly cells: readonly string[];
    /** Until when this student may hand in, as it was written; nobody asks why. */
    readonly extended?: string;
  })[];
  readonly head: readonly string[];
}

/** The columns in which the systems write a student’s number and name, best first. */
const NUMBER = [
  'student number',
  'sis user id',
  'id number',
  'student id',
  'matriculation number',
  'number',
  'id',
];
const NAME = ['name', 'full name', 'student', 'student name'];
const FIRST = ['first name', 'given name', 'firstname'];
const LAST = ['surname', 'last name', 'family name', 'lastname'];
const EXTENDED = ['extended until', 'extension', 'extended'];
/** What Canvas writes below its head, and what stands for nobody. */
const NOBODY = /^\s*(points possible|student, test)\s*$/i;

/** The class in a file; what cannot be read is said, with what to do. */
export function readClassList(text: string): ClassList | { readonly problem: string } {
  const [head = [], ...rows] = csvRows(text);
  const names = head.map((one) => one.trim().toLowerCase());
  const columnOf = (wanted: readonly string[]): number =>
    wanted.map((name) => names.indexOf(name)).find((at) => at >= 0) ?? -1;
  const [number, name, first, last, extended] = [NUMBER, NAME, FIRST, LAST, EXTENDED].map(
    columnOf,
  ) as Five;
  if (number < 0) return { problem: CLASS_LIST.noNumber };
  if (name < 0 && last < 0) return { problem: CLASS_LIST.noName };
  const cellAt = (row: readonly string[], at: number): string => (row[at] ?? '').trim();
  const people = rows
    .map((cells) => ({
      number: cellAt(cells, number),
      name:
        name >= 0 ? cellAt(cells, name) : `${cellAt(cells, first)} ${cellAt(cells, last)}`.trim(),
      cells,
      ...(extended >= 0 && cellAt(cells, extended) !== '' && { extended: cellAt(cells, extended) }),
    }))
    .filter((one) => normalised(one.number) !== '' && !NOBODY.test(one.name));
  return people.length === 0 ? { problem: CLASS_LIST.nobody } : { people, head };
}
type Five = [number, number, number, number, number];

/** Who has handed in nothing, and who is on no list. */
export function compared(
  { people }: ClassList,
  { students }: ClassResult,
): { readonly missing: readonly Student[]; readonly strangers: readonly StudentResult[] } {
  const known = new Set(people.map(({ number }) => normalised(number)));
  const here = new Set(students.map(({ student }) => normalised(student.number)));
  return {
    missing: people
      .filter(({ number }) => !here.has(normalised(number)))
      .map(({ name, number }) => ({ name, number })),
    strangers: students.filter(({ student }) => !known.has(normalised(student.number))),
  };
}

/** The list as it came, with a column of marks; nothing for whoever handed in nothing. */
export function listWithGrades(
  { people, head }: ClassList,
  { title }: Pick<Assignment, 'title'>,
  { students }: ClassResult,
): string {
  const points = new Map(
    students.map(({ student, points: value }) => [normalised(student.number), value]),
  );
  const rows = people.map(({ cells, number }): CsvCell[] => [
    ...head.map((_, i) => cells[i] ?? ''),
    points.get(normalised(number)) ?? null,
  ]);
  return csvText([[...head, title], ...rows]);
}
