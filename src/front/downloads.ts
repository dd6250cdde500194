/** What can be taken along of an edition: made with its release, and listed on a page. */

/** A file that is offered, by its path from the page’s folder. */
export interface Download {
  readonly file: string;
  readonly title: string;
  /** For whom, and what it can do. */
  readonly about: string;
}

export const DOWNLOADS: readonly Download[] = [
  {
    file: 'textbook.html',
    title: 'Everything in one file',
    about:
      'For reading without a network: experiments, training and assignments run in it. Open it by double click.',
  },
  {
    file: 'book.pdf',
    title: 'PDF, A4',
    about:
      'For paper, and for reading aloud: tagged, with bookmarks and a text for every figure. All lessons, answers, glossary and the cards of the data.',
  },
  { file: 'book-letter.pdf', title: 'PDF, US Letter', about: 'The same on US Letter.' },
  { file: 'core.pdf', title: 'PDF of the core path, A4', about: 'The lessons of the core alone.' },
  {
    file: 'core-letter.pdf',
    title: 'PDF of the core path, US Letter',
    about: 'The same on US Letter.',
  },
  {
    file: 'book.epub',
    title: 'E-book, EPUB 3.3',
    about:
      'For e-readers and phones: words explain themselves, figures take the colour of the text, and what a run has found stands overleaf from its prediction.',
  },
  {
    file: 'programs.zip',
    title: 'All programs in Python',
    about:
      'Experiments as programs of 15 to 160 lines, with their data: for who wants to change the code.',
  },
  {
    file: 'conformance.csv',
    title: 'Conformance report',
    about:
      'What was checked of accessibility, criterion by criterion, by machine with its last result and by whom; also a page of this book.',
  },
  {
    file: 'CITATION.cff',
    title: 'Citation',
    about: 'How to cite the book, for reference managers.',
  },
  { file: 'CHANGELOG.md', title: 'Changes', about: 'What is new in this edition.' },
  {
    file: 'NOTICES.txt',
    title: 'Notices',
    about: 'Licences of the programs and typefaces that the book is made with.',
  },
];
