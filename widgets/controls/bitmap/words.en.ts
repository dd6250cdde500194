/** What a pad to draw on says; it comes with its code. */
export const BITMAP_WORDS = {
  pad: (label: string) =>
    `${label}: arrows move the pen, with Shift they draw; the space bar draws a dot, Delete erases one`,
  role: 'drawing pad',
  wipe: 'Eraser',
  clear: 'Clear the pad',
  at: (row: number, column: number, share: number) =>
    `row ${row}, column ${column}: ${share === 0 ? 'blank' : `${share} % ink`}`,
} as const;
