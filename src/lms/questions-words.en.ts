/** What stands around the book's questions on another platform, and why some are not carried there. */
import { listed } from '#words/src/tasks/judge/lists';

export const CARRIED = {
  lesson: (title: string, page: string) => `In the book: [${title}](${page})`,
  unit: (unit: string) => `Unit: ${unit}`,
  /** Above the solution, which Moodle shows with it. */
  other: 'This is another number.',
  ends: (first: string, last: string) => `First: ${first}. Last: ${last}.`,
} as const;

export const LEFT_OUT = {
  nothing: 'Moodle has nothing like it.',
  goal: 'It is answered by an experiment, which Moodle cannot run.',
  beside: 'It speaks of what stands beside it in its lesson.',
  numbers: 'It asks for several numbers at once.',
  curve: 'It asks for a curve.',
  share: 'Moodle cannot share the points among so many right options.',
  pairs: 'More than one answer is right for some of its entries, and Moodle takes one.',
} as const;

export const WRITTEN = {
  questions: (n: number, file: string) => `${n} questions are in ${file}.`,
  unknown: (name: string, known: readonly string[]) =>
    `There is no lesson ${name}; there are ${listed(known)}.`,
} as const;
