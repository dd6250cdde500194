import { LECTURE_KEYS } from '#words/src/lecture/key-words';

/** What the panel of reading settings says. */
export const SETTINGS = {
  title: 'Reading settings',
  close: 'Close',
  reset: 'Back to the book’s own',
  theme: { name: 'Theme', auto: 'auto', light: 'light', dark: 'dark' },
  size: 'Text size',
  sizes: (percent: number) => `${percent} %`,
  line: { name: 'Line height', close: 'close', own: 'normal', open: 'open', wide: 'wide' },
  measure: { name: 'Line length', short: 'short', own: 'normal', long: 'long' },
  spacing: { name: 'Spacing', own: 'normal', some: 'wide', more: 'wider' },
  face: { name: 'Typeface', own: 'serif', sans: 'sans serif' },
  hyphens: { name: 'Hyphenation', own: 'off', on: 'on' },
  cards: { name: 'Cards', own: 'when pointed at', off: 'when pressed' },
  help: { name: 'The key ?', own: 'lists all keys', off: 'does nothing' },
} as const;

/** The keys of the book, by where they work. */
export const KEYS = {
  title: 'Keys',
  close: 'Close',
  groups: [
    {
      title: 'Everywhere',
      keys: [
        ['Tab', 'reaches every control, in the order of the page'],
        ['Ctrl + K', 'opens the list of lessons and the search'],
        ['?', 'opens this list of keys'],
        ['Alt + M', 'chooses a sentence of a lesson, to highlight it or add a note'],
        ['Esc', 'closes a list, a panel or a card'],
      ],
    },
    {
      title: 'In an experiment',
      keys: [
        [
          '↑ ↓ Page ↑ Page ↓',
          'move the number of a setting along its slider, by one stop or by ten',
        ],
        ['← → Home End', 'move a handle in a figure, with Shift five times as far, or a moment'],
        ['Delete', 'takes a mark off a figure'],
        ['0 to 9, Enter', 'type into a number in the text that can be dragged'],
        ['Space, Enter', 'take up a card, lay it down, paint or wipe a cell'],
        ['Shift + arrows', 'draw on a pad; Space or Enter a dot, Delete wipes'],
        ['Ctrl + Z', 'undoes a setting; with Shift it comes back'],
        ['Alt + R', 'says an experiment’s takeaway again'],
      ],
    },
    {
      title: 'In a question',
      keys: [
        ['↑ ↓', 'on the arrows of a list move its row'],
        ['Esc, then Tab', 'leave a field for code, in which Tab indents'],
      ],
    },
    {
      title: 'In a lecture',
      keys: LECTURE_KEYS,
    },
  ],
} as const;
