/** What is said of an edition. */
export const EDITION_FAULTS = {
  none: (file: string) =>
    `${file} is not there. “npm run new:edition -- FOLDER” makes a folder that has one.`,
  noLesson: (file: string, name: string, known: readonly string[]) =>
    `${file}: there is no lesson “${name}”, neither in lessons/ nor in the book, which has ${known.join(', ')}`,
  twice: (file: string, name: string) => `${file}: the lesson “${name}” is named twice`,
  taken: (file: string, what: string, name: string) =>
    `${file}: the book has ${what} “${name}”, too; choose another name`,
  noSet: (file: string, name: string, known: readonly string[]) =>
    `${file}: there is no assignment “${name}” in the book, which has ${known.join(', ')}`,
  quotes: (file: string, lesson: string, others: readonly string[]) =>
    `${file}: the lesson “${lesson}” gives numbers of ${others.join(', ')}; name ${others.length > 1 ? 'these' : 'this'}, too, or leave “${lesson}” out`,
  stray: (file: string) => `${file}: no part of edition.yaml names this lesson; add it to one`,
  contrast: (file: string, which: string, colour: string, ratio: string) =>
    `${file}: the colour ${colour} has a contrast of ${ratio} on the paper of the ${which} theme, and text needs 7`,
} as const;

export const EDITION_SAYS = {
  runs: (folder: string) =>
    `The edition in ${folder} has code of its author’s in its lessons and experiments. Building it runs that code on this machine, with your rights.`,
} as const;

/** What a link to something that the edition leaves out says. */
export const LEFT_OUT = {
  there: 'In the complete book',
  nowhere: 'in the complete book',
} as const;
