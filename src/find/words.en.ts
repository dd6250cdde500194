/** What the list of lessons and the search say. */
export const FIND = {
  title: 'Lessons and search',
  label: 'Search the book',
  hint: 'a word of a lesson, a question, an experiment, a data set or the glossary; Ctrl+K opens this on any page',
  close: 'Close',
  lessons: 'Lessons',
  optional: 'optional',
  read: 'read',
  pages: 'Other pages',
  loading: 'The list is on its way …',
  failed:
    'The list could not be fetched. The front page has all lessons; try again when you are online.',
  none: (query: string) =>
    `Nothing fits “${query}” in the lessons, their experiments and questions, the glossary, the data sets and the other pages.`,
  /** Before a link to the term that comes nearest in the alphabet, and before the list of lessons. */
  instead: 'Another word may be in the glossary, near',
  some: (count: number, query: string) =>
    count === 1 ? `1 place for “${query}”` : `${count} places for “${query}”`,
  most: (count: number, query: string) => `The first ${count} places for “${query}”`,
  near: (count: number, query: string) =>
    `Nothing has “${query}” as it stands; ${count === 1 ? '1 place comes' : `${count} places come`} near`,
  /** Before words that fit and stand in nothing that is shown. */
  beyond: 'Also there: ',
  kinds: {
    lesson: 'Lesson',
    section: 'Section',
    term: 'Glossary',
    experiment: 'Experiment',
    question: 'Question',
    data: 'Data set',
    page: 'Page',
  },
  lesson: (number: number | undefined) =>
    number === undefined ? 'Before you begin' : `Lesson ${number}`,
  /** Words that nobody looks for where they stand beside others. */
  small:
    'a about an and are as at be by can do does for from get give how i if in into is it its me my of on or that the their them they this to was we what when where which who why will with you your',
} as const;
