/** What an image says of itself, and of a text that is none. */
export const IMAGES = {
  wanted: (last: string) =>
    `levels from a (blank) to ${last}, each with how often it follows on itself, such as a30${last}2`,
  atMost: (columns: number, rows: number) => `at most ${columns} × ${rows} cells`,
  tooDark: (cells: number) =>
    `${cells === 1 ? 'a cell is' : `${cells} cells are`} darker than ink, and ink is used`,
  blank: 'Nothing is drawn yet',
  inked: (inked: number, columns: number, rows: number) =>
    `${inked} of ${columns} × ${rows} cells inked`,
} as const;
