/** What is said of a link, a citation, a file, and of a pinned run beside the present one: these words come with their code. */

/** How near a program in Python comes to the book. */
const sameNumbers = (isNetwork: boolean): string =>
  isNetwork
    ? 'It prints the same measures; its network usually gives the same answers, and may part from the book’s by half a point, or by a few answers of a small group.'
    : 'It prints the same measures, to nine digits.';

export const HAND_OUT_WORDS = {
  linkCopied: (pin: boolean, spread: boolean) =>
    `The link is copied: it opens this very run${pin && spread ? ', beside the pinned one, with its spread' : pin ? ', beside the pinned one' : spread ? ' with its spread' : ''}.`,
  linkShown: 'The clipboard cannot be used here; the link is in the address bar.',
  pythonCopied: (file: string, isNetwork: boolean) =>
    `The program of these settings is copied. ${sameNumbers(isNetwork)} Run it: python3 ${file}.`,
  pythonShown: (file: string, isNetwork: boolean) =>
    `The clipboard cannot be used here. Save the program and run it: python3 ${file}. ${sameNumbers(isNetwork)}`,
  savePython: 'Save as .py',
  saveNotebook: 'Save as notebook',
  pinned: 'Pinned',
  pinnedSame: 'Change a setting, and what changes with it is listed here.',
  unchanged: (measures: string) => `Unchanged: ${measures}.`,
  now: 'Now',
  change: 'Change',
  measure: 'Measure',
  downloaded: (name: string) => `${name} is saved where your browser keeps downloads.`,
  citeTitle: (title: string, widget: string, version: string) =>
    `“${title}” (experiment ${widget}, version ${version})`,
  citeSettings: (settings: string) =>
    `Settings: ${settings === '' ? 'the defaults' : `${settings}; all others are the defaults`}.`,
  citeAgain: (command: string) => `To run it again: npm run -s experiment -- ${command}`,
  citeMeasures: (measures: string) => `Measures: ${measures}.`,
  cited: 'The citation is copied: settings, measures and address.',
  citeShown: (text: string) => `The clipboard cannot be used here. Copy this: ${text}`,
} as const;
