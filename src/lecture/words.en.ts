/** What a lecture says: on the screen, in the overview, in the notes, on paper. */

const whole = (minutes: number): number => Math.max(1, Math.round(minutes));

export const LECTURE = {
  language: 'en',
  /** Sections of every lesson that are not lectured, by id. */
  skipped: ['where-these-numbers-come-from'],
  /** Sentences that tell a reader what to do. */
  tells: /^(?:Open|Follow|Drag|Press|Try|Set|Move|Choose|Type|Run)\b|\b(?:the|this) figure\b/,
  /** Beginnings of sentences that go on from what was said before. */
  leans:
    /^(?:Both|They|Them|Their|It|Its|He|She|His|Her|This|That|These|Those|Such|So|But|And|Or|Yet|Then|There|Here|Neither|Two other|Another|The (?:other|same|rest)|Some of the same|Nor|Only|Again|Instead)\b/,
  lecture: 'Lecture',
  kinds: {
    scene: 'Scene',
    setting: 'What is set up',
    question: 'Question',
    vote: 'Vote',
    reveal: 'Answer',
    experiment: 'Experiment',
    exhibit: 'To look at',
    takeaway: 'What to take away',
    next: 'Next',
  },
  /** Before what may be said to a guess on one side of the number. */
  sides: { low: 'Too low?', high: 'Too high?' } as Readonly<Record<string, string>>,
  previous: 'Back',
  next: 'On',
  overview: 'Overview',
  notes: 'Notes',
  black: 'Black',
  end: 'End the lecture',
  at: (n: number, of: number) => `${n} of ${of}`,
  minutes: (minutes: number) => `${whole(minutes)} min`,
  steps: (count: number, minutes: number) => `${count} steps, about ${whole(minutes)} minutes`,
  begin: 'Begin',
  carryOn: (n: number) => `Carry on at step ${n}`,
  anew: 'Begin anew',
  before: 'Votes and answers of an earlier time are still here: begin anew for another class.',
  anewWhy:
    'Beginning anew forgets this lecture’s votes and answers. Your own answers as a reader lie elsewhere and stay.',
  whole: 'Whole lesson',
  cut: (minutes: number) => `${minutes} minutes`,
  cuts: 'How long',
  leave: 'Steps. What is not ticked is left out.',
  keys: 'Keys',
  keyList: [
    ['→ ↓ Page Down, Space', 'on'],
    ['← ↑ Page Up', 'back'],
    ['O, Esc', 'this overview'],
    ['B or .', 'black screen'],
    ['N', 'notes and clock in a second window'],
    ['F', 'full screen'],
  ],
  remote:
    'A presenter’s remote works. In a field, arrows and letters belong to the field; Page Down and Page Up always turn.',
  print: 'On paper',
  handout: 'Print the handout',
  cards: 'Print cards A to E, a sheet for each',
  teach: 'How to teach this lesson',
  tryThese: 'Set up:',
  /** Before words that give a setting. */
  sets: (label: string) => `${label}: `,
  nextLesson: 'Next:',
  atHome: 'This lesson, to try at home',
  closed: 'The second window was blocked. Allow windows of this page, then press N again.',
} as const;

export const VOTE = {
  hands: 'Hands for each, counted and typed',
  option: (letter: string) => `${letter}, hands`,
  paste: 'Or paste a chat, or a poll’s CSV',
  pasteLabel: 'Lines such as “Ada: B” or “Ada: 70”',
  take: 'Count these',
  taken: (n: number) => (n === 1 ? '1 answer' : `${n} answers`),
  amissCount: (n: number) => (n === 1 ? '1 line holds no answer' : `${n} lines hold no answer`),
  amiss: (line: number, text: string, why: string) => `Line ${line}, “${text}”: ${why}`,
  again: (n: number) =>
    n === 1
      ? 'One has answered more than once: the last counts.'
      : `${n} have answered more than once: the last counts.`,
  talk: 'Talk it over with your neighbour, then raise a card.',
  clear: 'Clear',
  /** With the answer. */
  class: (share: number, right: number, of: number) => `${right} of ${of} had it (${share} %).`,
  middle: (words: string) => `The middle guess was ${words}.`,
  mine: 'The class',
  truth: 'The answer',
  figure: (n: number, answer: string) =>
    `${n} guesses of the class on a line, and the answer, ${answer}`,
  most: (letter: string, n: number) => `Most chosen: ${letter}, by ${n}.`,
} as const;

export const NOTES = {
  title: (lesson: string) => `Notes: ${lesson}`,
  now: 'Now',
  then: 'Then',
  last: 'The end',
  clock: (minutes: string, planned: string) =>
    `${minutes} of your lecture; planned up to here ${planned}`,
  zero: 'Set the clock to 0',
} as const;

export const HANDOUT = {
  title: (lesson: string) => `${lesson}: questions for the lecture`,
  guess: 'My guess:',
  came: 'What came:',
  scan: 'In the book',
} as const;
