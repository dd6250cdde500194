/** The buttons that make the hand-in: a file, one that people can read, or text on the page. */
export const PRESSES = ['file', 'readable', 'text'] as const;
export type Press = (typeof PRESSES)[number];
