/** What the list of lessons and the search say. */
export const FIND = {
  title: 'Lessons and search',
  label: 'Search the book',
  hint: 'a word of a lesson, a question, an experiment or the glossary; Ctrl+K opens this on any page',
  close: 'Close',
  lessons: 'Lessons',
  optional: 'optional',
  read: 'read',
  pages: 'Other pages',
  loading: 'The list is on its way …',
  failed:
    'The list could not be fetched. The front page has all lessons; try again when you are online.',
  none: (query: string) =>
    `Nothing fits “${query}”. Try another word, or a part of it; the glossary has all terms.`,
  some: (count: number, query: string) =>
    count === 1 ? `1 place for “${query}”` : `${count} places for “${query}”`,
  most: (count: number, query: string) => `The first ${count} places for “${query}”`,
  near: (count: number, query: string) =>
    `Nothing has “${query}” as it stands; ${count === 1 ? '1 place comes' : `${count} places come`} near`,
  kinds: {
    lesson: 'Lesson',
    section: 'Section',
    term: 'Glossary',
    experiment: 'Experiment',
    question: 'Question',
    page: 'Page',
  },
  lesson: (number: number | undefined) =>
    number === undefined ? 'Before you begin' : `Lesson ${number}`,
} as const;
