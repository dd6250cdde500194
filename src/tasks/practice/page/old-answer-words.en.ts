/** What is said of an answer to an earlier version of a question. */
export const OLD = {
  changed: (answer: string) =>
    `This question has changed since you answered it; your old answer was ${answer}.`,
  quoted: (text: string) => `“${text}”`,
  skipped: 'skipped',
  drawn: 'a drawn line',
} as const;
