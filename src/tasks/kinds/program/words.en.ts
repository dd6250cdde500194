/** What a program to change says to a reader. */
import { listed } from '#words/src/tasks/judge/lists';

export const PROGRAM = {
  predictFirst: (problem: string) => `Your prediction: ${problem}`,
  predicted: 'Now change the line, run the program, and paste what it printed.',
  missing: (names: readonly string[]) =>
    `There is no line for ${listed(names)}. Paste all that the program printed.`,
  right: (own: string, printed: string, unchanged: string, isNear: boolean) =>
    `The book’s changed program prints the same. You predicted ${own}, ${isNear ? 'which is near' : 'and it is'} ${printed}; the unchanged program prints ${unchanged}.`,
  unchanged: 'That is what the unchanged program prints. Did you run the changed one?',
  differs: (lines: string) =>
    `Something else is changed, too: in the book it prints ${lines}. Copy the program once more, and change that line only.`,
} as const;

/** Around its fields. */
export const PROGRAM_FIELD = {
  copy: 'Copy the program',
  savedBut: (problem: string) => `Saved as it stands, but it could not be graded. ${problem}`,
  in: 'In the program, this line',
  becomes: 'becomes',
  prediction: (what: string) => `Your prediction, before you run it: ${what}`,
  printed: 'What the changed program printed',
  help: 'All lines that it printed, such as “p99 = 41.2”. Python 3.11 or later; some programs need NumPy.',
  failed: 'The program did not come. Reload the page to try again.',
} as const;
