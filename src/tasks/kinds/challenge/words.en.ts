/** What the field of a challenge says. */
export const FIELDS = {
  ways: 'Both count the same. Take the one that suits you.',
  images: 'With images',
  table: 'With a table of numbers',
  howImages: (columns: number) =>
    `Set the experiment to its start, run it, and mark images in its figure: they enter the field below by themselves. You may also type their numbers: row by row, ${columns} to a row, the first is 1.`,
  tableName: 'The table',
  csv: 'Save the table as CSV',
  numbers: 'The numbers of the bad ones, with spaces between them',
  head: ['Number', 'Characters', 'Links', 'Digits, %', 'Label'],
  right: (images: readonly number[], table: readonly number[]) =>
    `images ${images.join(' ')}; rows ${table.join(' ')}`,
} as const;
