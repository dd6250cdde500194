/** What parts of figures say of themselves, whatever they show. */
export const DRAW_WORDS = {
  against: (what: string, across: string) => `${what} against ${across}`,
  ofHundred: (what: string) => `Of 100 ${what}`,
  none: 'there is none',
  oneIn: (count: string) => `one in ${count}`,
} as const;
