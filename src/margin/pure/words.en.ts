/** What highlights, notes and the notebook say. */
export const MARGIN = {
  panel: 'Highlight and note',
  highlight: 'Highlight',
  note: 'Add a note',
  editNote: 'Your note',
  save: 'Save the note',
  remove: 'Remove the highlight',
  undo: 'Put it back',
  removed: 'The highlight is removed.',
  removedNote: 'The highlight and its note are removed.',
  link: 'Copy a link to this',
  close: 'Close',
  copied: 'The link is copied.',
  notCopied: 'The browser does not let the page copy. The link is in the address bar.',
  notKept:
    'This browser does not let the page keep it. It is gone when you leave, unless you save your work to a file first.',
  noSentence: 'The sentence that the link leads to is no longer in this lesson.',
  kept: 'Highlighted. It is in your notebook.',
  noted: 'The note is kept.',
  cut: 'It was too long: its beginning is highlighted.',
  noRoom:
    'There is no room for more highlights. Save your work to a file, or remove some that you no longer need.',
  byKeyboard:
    'Arrow keys go from sentence to sentence, with Shift they take in more. Enter highlights, N adds a note, L copies a link, Esc ends.',
  already: 'Highlighted already.',
  here: (count: number) => (count === 1 ? '1 highlight here' : `${count} highlights here`),
  lost: 'no longer in the text',
  changed: 'the text has changed since',
  changes: (count: number) =>
    count === 1
      ? 'One paragraph has changed since you read this.'
      : `${count} paragraphs have changed since you read this.`,
  seen: 'Seen',
  was: 'What stood here when you read it',
  notebook: 'All of them are in your notebook.',
} as const;

export const NOTEBOOK = {
  yours: 'Your notebook',
  title: 'Notebook',
  description:
    'Your highlights and notes, your answers and the runs that you pinned, lesson by lesson, with links back into the text; saved as Markdown, printed, taken along.',
  empty:
    'Nothing yet. Select a sentence in a lesson, and highlight it or add a note; by keyboard, Alt+M. Runs that you pin and questions that you answer come here, too.',
  where:
    'All of it lies in this browser alone. “Save my work to a file” at the foot takes it along, and “Load a file” brings it back.',
  markdown: 'Save as Markdown',
  print: 'Print',
  failed: 'The titles of the lessons could not be fetched. Try again when you are online.',
  highlights: 'Highlights',
  runs: 'Pinned runs',
  answers: 'Answers',
  judged: (isRight: boolean) => (isRight ? ', right' : ', not right'),
  file: 'notebook.md',
  elsewhere: 'Elsewhere in the book',
} as const;
