/** What is said of solutions, which come with the page and are sealed. */

export const SOLUTIONS = {
  opened: 'Each solution stands below its item.',
  wrong: 'This code does not open them. Check it character by character.',
  of: 'Solution',
  answer: (n: number, answer: string, sure: string) =>
    `Item ${n}: ${answer}${sure === '' ? '' : ` (${sure})`}`,
  byRun: 'your best run',
} as const;
