/** What the page on which a class is graded says. */
import { asPoints, inProportion } from '#words/src/tasks/grading/pure/out/words';
import { count, listed } from '#words/src/tasks/judge/lists';

const KEY_FIRST = 'Load the key of the assignment first.';

export const TEACH = {
  noKey: KEY_FIRST,
  noStock:
    'This copy of the book has no keys. Open the instructor’s file, which has them, and paste the link there.',
  keyIs: (title: string, items: number) => `The key of “${title}”, ${count(items, 'item')}.`,
  maximum: (of: number, maxima: readonly number[]) =>
    `The maximum in the file that goes back is ${listed(maxima.map(String))}, and the set has ${of} points. Marks go there`,
  inProportion: (of: number, max: number) => `in proportion to ${max}: ${inProportion(of, max)}`,
  asPoints: (of: number) => `as points of ${of}: ${asPoints(of)}`,
  titled: 'the one with the title',
  sets: (n: number) => `${count(n, 'saved grading')} of other sets.`,
  forgotten:
    'All of the class is deleted from this page: files, lists, marks, decisions. What you saved is where you saved it.',
  toRead: (n: number) =>
    n === 0 ? 'Nothing is left to be read.' : `${count(n, 'answer')} left to be read.`,
  next: 'On to the marks, to save them',
  itemIs: (at: number, id: string, about = '') =>
    about === '' ? `${at} ${id}` : `${at} ${about} (${id})`,
  readIt: (who: string, at: number, item: string) => `${who}, ${at === 0 ? item : `item ${at}`}`,
  rubricLine: (at: number, text: string, points: number) =>
    `${at}. ${text} (${count(points, 'point').replace(' ', '\u00A0')})`,
  nearly:
    'In words nearly the same as the one before: what you said of that one stands here again. Look at the numbers.',
  later: 'Later',
  close: 'Close',
  drawing: 'The run is being repeated …',
  outOf: (of: number, now?: number) =>
    `Points, of ${of}${now === undefined ? '' : `; now ${Math.round(100 * now) / 100}`}`,
  noPoints: (of: number) => `Type the points: a number from 0 to ${of}.`,
  undecided: 'Press a line of the rubric or give points; 0 is a decision, too.',
  decisions: (n: number) => `${count(n, 'decision')} by hand.`,
  missing: (n: number, who: string) => `${count(n, 'student')} handed in nothing: ${who}.`,
  unreadable: (n: number, who: string) =>
    `${count(n, 'student')} handed in, but nothing that can be graded for them: ${who}. The files that are not graded say what to ask.`,
  perhaps: (n: number, who: string) =>
    `${count(n, 'student')} handed in nothing, or one of the files that are not graded: ${who}.`,
  noFiles: 'Give the hand-ins first: drop them on the form, or choose them.',
  setFirst: 'These are hand-ins for a set that was composed. Paste its link.',
  strangers: (who: string) => `On no class list: ${who}.`,
  files: (n: number) => `${count(n, 'file')} read.`,
  running: (done: number, of: number) => `${done} of ${of} runs repeated.`,
  vivaRuns: (done: number, of: number) =>
    `Viva sheets are being made: ${done} of ${count(of, 'run')} repeated.`,
  vivas: (done: number, of: number) => `${done} of ${count(of, 'viva sheet')} made.`,
  stopped: 'Stopped. What was repeated is kept; press “Grade” to go on.',
  done: (students: number, refused: number) =>
    `${count(students, 'student')} graded, ${count(refused, 'file')} not.`,
  changed: (n: number) => `${count(n, 'mark')} changed; the table says whose, and why.`,
  failed: (why: string) => `Grading stopped: ${why} Reload the page to try again.`,
  late: (seconds: number) => `it took longer than ${seconds} s.`,
  noOutcome: 'it gave nothing.',
  noExperiment: 'this page does not have its experiment.',
  memoryIs: (file: string) => `Earlier courses are in the table of items, from ${file}.`,
  noCourse: 'Type what this course is called first: the memory tells courses apart by it.',
  asked: 'It is the first in the queue now.',
  noAssistants: 'Type the names of your assistants, each in a line of its own and each once.',
  nothingToRead: 'There is nothing to be read. Grade the class first.',
  parcels: (n: number) => `${count(n, 'file')} in one ZIP: one for each assistant.`,
  noShare:
    'This file is no share of the reading. Your instructor’s page makes one for each assistant.',
  shareIs: (who: string, title: string, n: number) => `${who}, “${title}”: ${count(n, 'answer')}.`,
  unsaved: 'Save what you have read before you close the page.',
  noReadFiles: (names: readonly string[]) =>
    `Not a file of somebody’s readings for this assignment: ${names.join(', ')}.`,
  merged: (files: number, decisions: number, open: number) =>
    `${count(files, 'file')} put together: ${count(decisions, 'decision')}, and ${count(open, 'answer')} on which two readers differ.`,
  strange: (n: number) =>
    `${count(n, 'reading')} of answers that do not count, or beyond the item’s points, left out.`,
  agreement: (n: number, same: string, kappa: string) =>
    `Of ${count(n, 'answer')} that two have read, both gave the same to ${same}; weighted kappa ${kappa}.`,
} as const;

/** What the worker puts into tables and answers; apart, so that it does not bring what only the page says. */
export const ROOM = {
  noKey: KEY_FIRST,
  notKey:
    'This file is no key of an assignment. “npm run build:instructor” writes the keys into dist-instructor/teach/keys/.',
  alike: 'no difference beyond chance',
  differ: (variant: number, percent: string, count_: number) =>
    `they differ: variant ${variant} was done to ${percent} % by ${count(count_, 'student')}`,
  states: {
    right: 'Right',
    partly: 'Partly right',
    wrong: 'Wrong',
    missing: 'Missing',
    unreadable: 'To be read',
    unverified: 'To be read',
    withdrawn: 'Withdrawn',
    'by-hand': 'By hand',
  },
  soFar: (n: number) => (n === 0 ? '' : `So far: ${count(n, 'answer')} left to be read.`),
  /** As the file says. */
  worked: (tries: number, minutes: number | undefined) =>
    tries === 0
      ? ''
      : `${tries === 1 ? '1 try' : `${tries} tries`}${minutes === undefined ? '' : `, ${Math.round(minutes)} min`}.`,
  minutes: ([low, middle, high]: readonly [number, number, number]) =>
    `${Math.round(middle)} (${Math.round(low)} – ${Math.round(high)})`,
  wrong: (what: string, n: number, share: string) => `${what}: ${n}, ${share}`,
  earlier: (course: string, done: string, minutes: number | null, students: number) =>
    `${course}: ${done}${minutes === null ? '' : `, ${Math.round(minutes)} min`}, ${count(students, 'student')}`,
  notMemory: 'This file is no memory of items. This page saves one under “Item memory”.',
  fewSets: (n: number) =>
    `There ${n === 1 ? 'is' : 'are'} ${count(n, 'saved grading')}: give all that are to be compared, and a number that is not larger.`,
  noAnswer: (number: string, item: string) =>
    `${number} has handed in nothing for ${item}, or nobody has graded it yet.`,
} as const;

/** What both say. */
export const BOTH = {
  nothingGiven: 'No text was given.',
  share: (percent: string) => `${percent}\u00A0%`,
  none: 'too few, or all alike',
  estimate: (value: string, low: string, high: string) => `${value} (${low}\u00A0–\u00A0${high})`,
} as const;

/** Heads of the tables. */
export const HEADS = {
  number: 'Number',
  name: 'Name',
  pointsOf: (of: number) => `Points of ${of}`,
  look: 'Look',
  seen: 'What was seen',
  toDo: 'What to do',
  of: (item: string, points: number) => `${item}, of ${count(points, 'point')}`,
  file: 'File',
  why: 'Why it is not graded',
  item: 'Item',
  facility: 'Done, on average',
  discrimination: 'With the rest',
  variants: 'Variants',
  wrong: 'Known wrong answers',
  minutes: 'Minutes',
  groups: 'In five groups, weakest first',
  firstTry: 'At the first try',
  earlier: 'Earlier courses',
  from: 'Before',
  to: 'Now',
  because: 'Because',
  measure: 'Measure',
  runs: 'Runs',
  mean: 'Mean',
  spread: 'Least, quarter, half, three quarters, greatest',
  said: 'As the files say',
} as const;

/** Around a long table. */
export const TABLES = {
  find: 'Find',
  before: 'Earlier rows',
  after: 'Later rows',
  nothing: 'No row has it.',
  shown: (from: number, to: number, all: number) => `Rows ${from} to ${to} of ${all}`,
} as const;

/** The key’s page, seen with a student’s number. */
export const PREVIEW = {
  noNumber: 'Type a student number: its letters and digits.',
  shown: (number: string) =>
    `Every item below now stands as the student with number ${number} has it, with what is right.`,
  variant: (seed: number) => `This student’s variant is ${seed}:`,
} as const;
