/** What is said of a file that a copy of the book should carry: what happened, then what to do. */
export const CARRIED = {
  missing: (name: string) =>
    `This copy of the book does not hold the file ${name}. Use a whole copy, or the book on the web.`,
  damaged: (name: string) =>
    `The file ${name} is damaged in this copy of the book. Get the book’s file again and open that one.`,
} as const;
