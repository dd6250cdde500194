/** What is said of a course that is written down, and what stands in its packages. */
export const COURSE = {
  week: (n: number) => `Week ${n}`,
  noSite:
    'Type the address of the book that your students read, such as https://example.org/book/.',
  noSet: 'This is no whole link of a set. Copy it again from “Compose a set”.',
  nothing: 'There is no lesson and no set in it.',
  unknown: (line: string) =>
    `“${line}” is no lesson and no assignment of this book. Write its title as the list of lessons has it.`,
  fault: (line: number, says: string) => (line === 0 ? says : `Line ${line}: ${says}`),
} as const;

/** In the packages, for students. */
export const IN_PACKAGE = {
  about: 'How to use this book',
  aboutBook: (title: string) =>
    `The links in the weeks of this course lead to lessons and assignments of “${title}”. All of it runs in your browser: what you enter at a link stays there, and no account is needed.`,
  handIn:
    'An assignment ends with one file. Save it, and hand it in where your course has a place for it. Open the book in a tab of its own before you begin: within a frame, some browsers keep nothing.',
  toBook: 'The book',
  work: (address: string) => `Work on it here: ${address}`,
  then: 'At its end, save your hand-in file, and upload that file here.',
} as const;
