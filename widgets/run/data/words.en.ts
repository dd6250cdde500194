/** What is said of data that are not as they were published. */
export const DATA = {
  unknown: (name: string) => `There is no data set called ${name}. Reload the page.`,
  differs: (name: string, bytes: number, published: number) =>
    `The data set ${name} ${bytes === published ? 'differs from what was published' : `has ${bytes} bytes instead of ${published}`}, so it is not used. Check your connection and press run again; if that does not help, this copy of the book is damaged.`,
} as const;
