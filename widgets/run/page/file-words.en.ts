/** What is said of a file that did not come, or not as it should: what happened, then what to do. */
export const FILES = {
  silent: (name: string, seconds: number) =>
    `The file ${name} is not coming: nothing has arrived for ${seconds} seconds. Check your connection and press run again.`,
  notLoaded: (name: string) =>
    `The file ${name} could not be loaded. Check your connection and press run again.`,
  foreign: (name: string) =>
    `What came in place of the file ${name} is not the book’s: a damaged copy, or the page of a network that asks you to sign in. Check your connection and press run again; if that does not help, reload the page, or get another copy of the book.`,
} as const;
