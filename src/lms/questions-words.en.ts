/** What stands around the book's questions on another platform, and why some are not carried there. */
import { listed } from '#words/src/tasks/judge/lists';

export const CARRIED = {
  lesson: (title: string, page: string) => `Lesson: [${title}](${page})`,
  unit: (unit: string) => `Unit: ${unit}`,
  ends: (first: string, last: string) => `First: ${first}. Last: ${last}.`,
} as const;

export const LEFT_OUT = {
  nothing: 'Moodle has nothing like it.',
  goal: 'It is answered by an experiment, which Moodle cannot run.',
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
