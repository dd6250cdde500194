/** What a pad to draw on says; it comes with its code. */
export const BITMAP_WORDS = {
  pad: (label: string) =>
    `${label}: arrows move the pen, with Shift they draw; the space bar draws a dot, Delete wipes one`,
  role: 'drawing pad',
  wipe: 'Wipe',
  clear: 'Clear',
  at: (row: number, column: number, share: number) =>
    `row ${row}, column ${column}: ${share === 0 ? 'blank' : `${share} % ink`}`,
} as const;
