/** What lines say of themselves. */
export const LINES_WORDS = {
  cut: (lines: number) =>
    `${lines === 1 ? 'a line' : `${lines} lines`} at the end ${lines === 1 ? 'is' : 'are'} cut off: with so many signs the text is too long for a link`,
  count: (lines: number) => (lines === 1 ? '1 line' : `${lines} lines`),
  faults: (lines: string, faults: number) => `${lines}, ${faults} with a fault`,
  at: (line: number) => `Line ${line}: `,
} as const;
