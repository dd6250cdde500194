/** What a program to change says to a reader. */
import { listed } from '#words/src/tasks/judge/lists';

export const PROGRAM = {
  none: 'no value',
  predictFirst: (problem: string) => `Your prediction: ${problem}`,
  predicted: 'Now change the line, run the program, and paste what it printed.',
  noLine: (name: string) =>
    `There is no line “${name} = …” in what you pasted. Paste all that the program printed.`,
  missing: (names: readonly string[]) =>
    `These lines are missing: ${listed(names)}. Paste all that the program printed.`,
  right: (own: string, printed: string, unchanged: string, isNear: boolean) =>
    `The book’s changed program prints the same. You predicted ${own}, ${isNear ? 'which is near' : 'and it is'} ${printed}; the unchanged program prints ${unchanged}.`,
  unchanged:
    'That is what the unchanged program prints. Is the new line saved, and is it the changed file that you ran?',
  line: (name: string, own: number | string, printed: number | string) =>
    `${name} is ${own}, in the book’s changed program ${printed}`,
  differs: (lines: readonly string[]) =>
    `Something else is changed, too: ${lines.join('; ')}. Copy the program once more, and change the one line only.`,
} as const;

/** Around its fields. */
export const PROGRAM_FIELD = {
  copy: 'Copy the program',
  in: 'In the program, this line',
  becomes: 'becomes',
  prediction: (what: string) => `Your prediction, before you run it: ${what}`,
  printed: 'What the changed program printed',
  help: 'All lines that it printed, such as “p99 = 41.2”. Python 3.11 or later; some programs need NumPy.',
  failed: 'The program did not come. Reload the page to try again.',
} as const;
