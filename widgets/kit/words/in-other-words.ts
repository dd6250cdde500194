/**
 * What another language has in place of a table of words: the same names, each with a text or with the same function. So
 * `export const WORDS: InOtherWords<typeof en.WORDS> = { … }` does not compile while a word is missing.
 */
export type InOtherWords<T> = T extends string
  ? string
  : T extends (...values: never) => unknown
    ? T
    : { readonly [K in keyof T]: InOtherWords<T[K]> };
