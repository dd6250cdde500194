/** What the book is called, and the word that its keys in the browser's storage begin with. */
export const BOOK = {
  id: 'ml-systems-in-production',
  title: 'Machine Learning Systems in Production',
  /** For the bar on a phone. */
  short: 'ML Systems',
  tagline: 'A textbook whose claims are experiments',
  language: 'en',
} as const;
