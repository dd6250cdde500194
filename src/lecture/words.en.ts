/** What a lecture says: on the screen, in the overview, in the notes, on paper. */

export const LECTURE = {
  language: 'en',
  /** Sections of every lesson that are not lectured, by id. */
  skipped: ['where-these-numbers-come-from'],
  /** Sentences that tell a reader what to do. */
  tells: /^(?:Open|Follow|Drag|Press|Try|Set|Move|Choose|Type|Run)\b|\b(?:the|this) figure\b/,
  /** Sentences that go on from what was said before, by their beginning or their end. */
  leans:
    /^(?:Both|They|Them|Their|It|Its|He|She|His|Her|This|That|These|Those|Such|So|But|And|Or|Yet|Then|There|Here|Neither|Two other|Another|The (?:other|same|rest)|Some of the same|Nor|Only|Again|Instead)\b|\b(?:are|is|do|does|did|has|have|was|were|will|would)\.$/,
  /** Beginnings of what a page says to one reader, as a lecture says them to a class. */
  toAll: (text: string) =>
    text
      .replace(/^\s*(?:Right|Yes)[.,:]\s*(.?)/u, (_, next: string) => next.toUpperCase())
      .replace(/^(?:This run says|These runs say)\b/, 'The experiment says'),
  lecture: 'Lecture',
  kinds: {
    scene: 'Scene',
    setting: 'The setup',
    question: 'Question',
    vote: 'Vote',
    reveal: 'Answer',
    experiment: 'Experiment',
    exhibit: 'Look at this',
    takeaway: 'What to take away',
    next: 'Next',
  },
  /** Before what may be said to a guess on one side of the number. */
  sides: { low: 'Too low?', high: 'Too high?' } as Readonly<Record<string, string>>,
  previous: 'Back',
  next: 'Next',
  overview: 'Overview',
  notes: 'Notes',
  black: 'Black',
  end: 'End the lecture',
  at: (n: number, of: number) => `${n} of ${of}`,
  minutes: (minutes: number) => `${minutes} min`,
  steps: (count: number, minutes: number) => `${count} steps, about ${minutes} minutes`,
  begin: 'Begin',
  carryOn: (n: number) => `Carry on from step ${n}`,
  anew: 'Start over',
  anewAsk:
    'Start over? This erases the votes and answers of this lecture, and its clock begins anew.',
  before: 'Votes and answers from an earlier lecture are still here: start over for another class.',
  anewWhy:
    'Starting over erases this lecture’s votes and answers. Your own answers as a reader are kept apart, and stay.',
  whole: 'Whole lesson',
  cut: (minutes: number) => `About ${minutes} minutes`,
  cuts: 'Length',
  leave: 'Steps. Untick what you want to leave out.',
  keys: 'Keys',
  remote:
    'A presenter’s remote works, too. While you type in a field, arrows and letters go to that field; Page Down, Page Up and Esc are always the lecture’s.',
  print: 'On paper',
  handout: 'Print the handout',
  cards: 'Print cards A to E, a sheet for each',
  tryThese: 'Set up:',
  /** Before words that give a setting. */
  sets: (labels: readonly string[]) => `${labels.join(', ')}: `,
  /** After the first words of what is taken away. */
  more: '…',
  howTo: 'How to teach this lesson',
  nextLesson: 'Next:',
  atHome: 'This lesson, to try at home',
  closed:
    'Your browser blocked the second window. Allow pop-ups for this page, then press N again.',
} as const;

export const VOTE = {
  hands: 'Count the hands for each, and type the numbers',
  sum: (n: number) => `${n} in all`,
  noCount: (letter: string, text: string) =>
    `${letter}: “${text}” is not a whole number from 0 to 999, and counts as 0.`,
  option: (letter: string) => `Hands for ${letter}`,
  paste: 'Or paste a chat, or the CSV file of a poll',
  pasteLabel: 'Lines such as “Ada: B” or “Ada: 70”',
  take: 'Count these',
  taken: (n: number) => (n === 1 ? '1 answer.' : `${n} answers.`),
  amissCount: (n: number) =>
    n === 1
      ? '1 line holds no answer; the notes say which.'
      : `${n} lines hold no answer; the notes say which.`,
  amiss: (line: number, text: string, why: string) => `Line ${line}, “${text}”: ${why}`,
  again: (n: number) =>
    n === 1
      ? 'One person answered more than once; the last answer counts.'
      : `${n} people answered more than once; their last answers count.`,
  clear: 'Clear',
  /** With the answer. */
  class: (share: number, right: number, of: number) =>
    `${right} of ${of} got it right (${share} %).`,
  middle: (words: string) => `The middle guess was ${words}.`,
  mine: 'The class',
  figure: (n: number, answer: string) =>
    `Guesses of the class on a line, ${n} in all, with the answer, ${answer}`,
} as const;

export const NOTES = {
  title: (lesson: string) => `Notes: ${lesson}`,
  then: 'Then',
  last: 'The end',
  vote: 'Count hands or cards, or paste a chat. Go on when you have the numbers: the answer comes next.',
  after: 'What the lesson says of it, once they have looked:',
  clock: (minutes: string, planned: string) =>
    `${minutes} into your lecture; planned to this point: ${planned}`,
  zero: 'Reset the clock',
} as const;

export const HANDOUT = {
  title: (lesson: string) => `${lesson}: questions for the lecture`,
  guess: 'My guess:',
  came: 'What happened:',
  scan: 'In the book',
} as const;
