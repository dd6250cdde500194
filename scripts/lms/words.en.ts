/** What is said of packages that are made. */
export const PACKAGES = {
  one: 'Name one lesson, one assignment or the link of one set.',
  noSet: 'This is neither the name of a lesson or an assignment nor the whole link of a set.',
  otherEdition: (edition: string): string =>
    `The set is of edition ${edition}: make its package with that edition of the book.`,
  missing: (count: number): string => `The set asks for ${count} items that this book has not.`,
  noPage: (name: string): string => `The book has no lesson and no assignment “${name}”.`,
  tooLarge: (size: number, most: number): string =>
    `The package has ${size.toFixed(2)} MB, and ${most} at most.`,
  written: (out: string, size: number): string => `${out}: ${size.toFixed(2)} MB`,
};
