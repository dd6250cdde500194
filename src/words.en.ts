/** What the site says around lessons, besides its pages of prose, which are texts as lessons are. */
export const SITE = {
  skip: 'Skip to the text',
  about: 'About',
  teachers: 'Teachers',
  /** The link to the list of lessons and the search; on a narrow page only its first word is seen. */
  lessons: { short: 'Lessons', more: ' and search' },
  /** The button of the reading settings; on a narrow page only its first word is seen. */
  reading: { short: 'Reading', more: ' settings' },
  keys: 'All keys',
  local: 'Nothing you do here leaves your device.',
  offline: 'Without a network, or on paper',
  smallPrint: 'About this book, its licences and its keys',
} as const;

/** The names of pages that are no lessons. */
export const SITE_TITLES = {
  review: 'Review',
  experiments: 'All experiments',
  glossary: 'Glossary',
  data: 'Data sets',
  python: 'Run it yourself',
  downloads: 'Downloads',
  teachers: 'For teachers',
  setting: 'Setting and grading assignments',
  compose: 'Compose a set',
  grade: 'Grade a class',
  about: 'About this book',
} as const;

/** What is on them, for search engines and for the search, which finds a page by these words. */
export const SITE_DESCRIPTIONS = {
  teachers:
    'For instructors of a course or class: assignments as homework, each student with an assignment of their own; how they hand in, grading, and the grades; links to experiments as you set them, paper, an answer key, and what is stored where.',
  setting:
    'How an instructor sets an assignment as homework, what its variants do, what is checked and what cannot be, and what to do on the evening of the deadline: grading what students hand in.',
  about: 'What stays on your device, how to save your work, keys, credits and licences.',
} as const;

/** Words that are not on them, by which somebody may look for them all the same. */
export const SITE_ALSO = {
  python: 'code, program, notebook, Jupyter, source',
  downloads:
    'download, print, printing, printer, PDF, paper copy, EPUB, ebook, Kindle, app, install, offline, without internet, cite, changelog',
  teachers:
    'hand in, teacher, lecturer, professor, exam, test, quiz, marks, grade, syllabus, slides, Moodle, Canvas, LMS',
  assignments: 'assignment, homework, exercise sheet, problem set, exam, submit, deadline',
  setting: 'exam, test, mark, marks, plagiarism, cheating, deadline',
  about:
    'privacy, cookies, licence, license, copyright, authors, contact, keyboard shortcuts, accessibility, export, progress',
} as const;

/** What stands on the pages that list: parts, terms, experiments, data sets. */
export const LISTS = {
  part: (number: string) => `Part ${number}`,
  map: 'The lessons of this part',
  /** Before the terms that a lesson is the first to define, and before those that lessons before it have defined. */
  brings: 'New here:',
  uses: 'Builds on:',
  begin: (title: string) => `Begin: ${title}`,
  partOnward: 'Parts before and after',
  glossary: 'The terms that the lessons define, and the lessons that use them.',
  review:
    'Questions that you asked to be brought back: what is due today, when the next is due, and files for a calendar and for Anki.',
  letters: 'Letters',
  usedIn: 'Used in',
  experiments:
    'Every experiment of the book. Each opens in its lesson, as it stands at its start; where a prediction is asked first, the answer waits for yours.',
  experimentIn: 'In',
  data: 'Every set of data in the book: where it comes from, what was changed, what it must not be used for, and its licence.',
  python:
    'Experiments as programs in Python: what each is, what to change first, and the folder with all of them and their data. They print the book’s own numbers.',
  downloads:
    'The book without a network: kept by your browser, in one file, as PDF for paper and for ears, and as an e-book; how to cite it, what has changed, and the notices of others’ work.',
} as const;

/** Paths through the book, and how long they take. */
export const PATHS = {
  /** The whole core, before the links to the shorter paths. */
  core: (lessons: number, from: string, to: string) =>
    `The core is the solid line: ${lessons} lessons, ${from} to ${to} hours, by formula. Lessons beside it are optional, and nothing on the line needs them.`,
  instructors: 'The instructor’s file:',
  shorter: 'Less time?',
  minutes: (n: number) => `${n}\u00A0minutes`,
  title: (minutes: number) => `The chapter in ${minutes} minutes`,
  takes: (lessons: number, minutes: number) =>
    `${lessons} lessons, ${minutes} minutes with their predictions and core questions.`,
  leftOut: 'What this path leaves out',
  /** After the title of a lesson that is left out. */
  left: (minutes: number, question: string) => `(${minutes} minutes): ${question}`,
  whole: 'All lessons',
} as const;

/** What a part asks besides its lessons. */
export const practise = (questions: number) => `Practise: ${questions} questions, by lesson`;

/** A picture of an address. */
export const qrOf = (address: string): string => `QR code of ${address}`;

/** What stands around a lesson's text. */
export const LESSON = {
  number: (n: number | undefined, isCore: boolean) =>
    n === undefined ? 'Before you begin' : `Lesson ${n}${isCore ? '' : ', optional'}`,
  practice: 'Practice',
  /** Within a sentence. */
  short: (n: number) => `lesson ${n}`,
  minutes: (n: number) => `${n} minutes`,
  sections: 'Sections of this lesson',
  inLesson: 'In this lesson',
  objectives: 'After this lesson you can',
  /** A number as the text has them. */
  example: '22 ms',
  /** Before a number from the book's runs, between it and a word that looks like one of the reader's, that word, its end. */
  legend: [
    'Numbers in the text that look like',
    'come from the book’s own runs. Once you have run the same settings, they become',
    'yours',
    '.',
  ],
  onward: 'Lessons before and after',
  previous: 'Previous',
  next: 'Next',
  onCore: 'Next on the core path',
  back: ['Back to', 'the contents'],
  lecture: 'For teachers: lecture this lesson',
  report: 'Report a mistake',
  /** What a report begins with. */
  reported: (title: string, at: string, edition: string) => ({
    title: `Mistake in “${title}”`,
    body: `Lesson: ${title}\nAddress: ${at}\nEdition: ${edition}\n\n`,
  }),
  /** Before the name of the lesson that has now what an old address names here. */
  moved: 'Part of what stood here is now in',
} as const;

/** What stands on the card of a data set. */
export const CARD = {
  data: 'Data',
  collectedBy: 'Collected by',
  when: 'When',
  from: 'From whom',
  size: 'Size',
  rows: (rows: string, columns: string) => `${rows} rows: ${columns}`,
  changes: 'What we changed',
  dropped: 'Dropped',
  faults: 'Known faults',
  notFor: 'Not for',
  licence: 'Licence',
  licenceText: 'the licence’s text',
  notice: 'Notice',
  source: 'Source',
  files: 'Files',
  whole: 'Whole card',
  more: 'with the licence’s text and the files’ hashes',
  bytes: (bytes: string) => `${bytes} bytes, SHA-256`,
} as const;

/** How sources are named. */
export const SOURCES = {
  title: 'References',
  two: (names: readonly string[]) => names.join(' and '),
  many: (first: string) => `${first} et al.`,
  others: ', and others',
} as const;
