/** What an assignment’s page says to a student. */
import { count, listed } from '#words/src/tasks/judge/lists';

/** What stands around an item. */
export const ITEMS = {
  item: (n: number) => `Item ${n}`,
  points: (n: number) => count(n, 'point'),
  minutes: (n: number) => `about ${count(n, 'minute')}`,
  save: 'Save this answer',
  hint: (costs: number) =>
    costs === 0 ? 'Show a hint' : `Show a hint (costs ${count(costs, 'point')})`,
  carried: (places: readonly string[]) =>
    `Go on with your own answers: ${listed(places)}. What is wrong there is not counted again here.`,
  before: (n: number, answer: string) => `Item ${n} (${answer === '' ? 'none yet' : answer})`,
  back: (item: string) => `Back to ${item.toLowerCase()}`,
  open: 'Open the experiment',
  opening: 'The experiment is on its way …',
  noMoreHints: 'All hints are open',
} as const;

/** Who the student is. */
export const IDENTITY = {
  noNumber: 'Type your student number: its letters and digits.',
  notCome: 'The items have not come. Go on line for a moment, and press again.',
  noName: 'Type your name.',
  who: (name: string, number: string) => `${name}, number ${number}.`,
  changed:
    'Correct your name or your number, and press the button. Before anything changes, this page says what would.',
  renamed: 'Only your name has changed. All your answers are still here.',
  otherNumber: (number: string, others: readonly string[], of: number) =>
    `Nothing has changed yet. With number ${number} you would get other numbers in ${
      others.length === of
        ? 'all items'
        : others.length === 0
          ? 'none of the items'
          : listed(others)
    }.`,
  stays: (number: string, answers: number) =>
    `What stands here (${count(answers, 'answer')}) is put aside in this browser; number ${number} brings it back.`,
  returns: (number: string, answers: number) =>
    `Number ${number} has worked in this browser before: ${count(answers, 'answer')} would be back.`,
  toNumber: (number: string) => `Change to number ${number}`,
} as const;

/** Work that comes from elsewhere: in a file, by a link. */
export const ARRIVING = {
  link: (name: string, number: string, answers: number) =>
    `This link is by ${name}, number ${number}, and brings ${count(answers, 'answer')}.`,
  file: (name: string, number: string, answers: number) =>
    `This file is by ${name}, number ${number}, and holds ${count(answers, 'answer')}.`,
  added: (items: readonly string[]) => `New here: ${listed(items)}.`,
  replaced: (items: readonly string[]) =>
    `Takes the place of another answer here: ${listed(items)}.`,
  passed: (items: readonly string[]) =>
    `Changed here later, so that what stands here stays: ${listed(items)}.`,
  left: (items: readonly string[]) =>
    `Too long for the link, so not in it: ${listed(items)}. Save a backup there, and open it here.`,
  instead: (answers: number) =>
    `It would take the place of what is here: ${count(answers, 'answer')}. Save a backup first if you want to keep those.`,
  aside: (name: string, number: string) =>
    `What ${name} has done here is put aside in this browser; number ${number} brings it back.`,
  notYet: 'Nothing has changed yet.',
  nothingNew: 'All that it brings is here already.',
  carryOn: 'Carry on with it here',
  take: 'Take it over',
  cannot:
    'This browser has no room for what stands here and for another work beside it, or keeps nothing for this page. Save a backup, or carry on with it elsewhere, and open the other work in a new private window.',
} as const;

/** Work that belongs to another edition of the book. */
export const EDITIONS = {
  kept: (edition: string, answers: number) =>
    `This browser holds ${count(answers, 'answer')} of yours to this assignment in edition ${edition} of the book. That edition stands as it was, with your numbers; in this one you would get others.`,
  file: (edition: string) =>
    `This file belongs to edition ${edition} of the book, which stands as it was. Nothing has changed here.`,
  link: (edition: string) =>
    `This link belongs to edition ${edition} of the book, which stands as it was. Nothing has changed here.`,
  go: (edition: string) => `Carry on in edition ${edition}`,
  open: 'Open it in that edition.',
} as const;

/** A private link that takes the work elsewhere. */
export const LINK = {
  takes: (answers: number) => `It takes ${count(answers, 'answer')} along.`,
  left: (items: readonly string[]) =>
    `Too long for it: ${listed(items)}. Save a backup as well, and open it there.`,
  scan: 'Scan the code with the other device, or send yourself the link.',
  scanLess: (items: readonly string[]) =>
    `The code has less room than the link: it leaves out ${listed(items)}, too.`,
  noCode: 'It is too long for a code to scan: send yourself the link.',
  oneFile:
    'Copy it and take it to your copy of the book on the other device: open this assignment there, and paste it under “Paste a private link”.',
  copied: 'Copied.',
  notCopied: 'This browser does not let the page copy: the link is marked, copy it by hand.',
  code: 'The private link as a code to scan',
  broken:
    'This link was cut or altered on its way and brings nothing. Nothing has changed. Paste the whole of it below, from its first letter to its last.',
  other:
    'This link was made for another assignment, or for another state of this one. Nothing has changed. Open it as it is, or take a backup along in its place.',
} as const;

const HOW = { 'hand-in': 'a hand-in', backup: 'a backup', link: 'a private link' } as const;
/** How work leaves a browser. */
export type How = keyof typeof HOW;

/** Whether the work is anywhere but in this browser. */
export const LEFT = {
  never: 'No copy of it is anywhere else yet.',
  last: (how: How, when: string, changed: number) =>
    `The last copy elsewhere: ${HOW[how]}, ${when}. ${
      changed === 0
        ? 'Nothing has'
        : `${count(changed, 'answer')} ${changed === 1 ? 'has' : 'have'}`
    } changed since.`,
} as const;

/** What the browser says of keeping it. */
export const LASTING = {
  agreed: 'Asked to, this browser has agreed to keep your work until you delete it.',
  refused:
    'Asked to keep your work for good, this browser does not promise it: it may clear it when its disk is full.',
  sevenDays:
    'This browser may delete it after seven days without a visit: before a longer pause, save a backup.',
} as const;

/** A page within another one. */
export const FRAMED = {
  why: 'This page is shown inside another one. Browsers keep what you do in here apart from what you do in a tab of its own, or do not keep it at all.',
  begin: 'Open it in its own tab before you begin',
  carryOn: 'Carry on in its own tab',
} as const;

/** A file that a student looks at before they hand it in. */
export const CHECKED = {
  whose: 'Whose it is',
  set: 'What it answers',
  made: 'When it was made',
  answers: 'Answers',
  ofItems: (done: number, of: number) => `${done} of ${of}`,
  state: 'Against this page',
  newest: 'The newest state of your work here',
  older: (items: readonly string[]) => `Changed here since, and not in it: ${listed(items)}`,
  edition: (edition: string) =>
    `Of edition ${edition} of the book, which grades it; compare it with your work there`,
  altered: 'Altered after it was made: save it again',
  another: 'Not yours: somebody else’s number',
  noWork: 'Nothing is here to compare it with',
  receipt: 'Receipt',
  is: {
    empty: 'The file is empty.',
    pdf: 'This is a PDF and no hand-in.',
    archive: 'This is an archive or a document of an office program, and no hand-in.',
    image: 'This is an image and no hand-in.',
    page: 'This is a web page and no hand-in.',
    readable: 'This is the copy to read. It is no hand-in.',
    backup: 'This is a backup of your work and no hand-in.',
    lessons: 'This is your saved work of the lessons and no hand-in.',
    set: 'This belongs to another assignment.',
    cut: 'This was cut short or altered after it was made.',
    unknown: 'This is no file of this book.',
  },
  upload: 'Press “Save my hand-in as a file”, and upload that file.',
} as const;

/** How what is done is kept. */
export const KEPT = {
  both: 'All you do is saved at once in this browser, in two places.',
  one: 'All you do is saved at once in this browser, but in one of two places only: the other one is full or closed. Save a backup when you stop.',
  full: 'Not saved: the storage of this browser is full. What you do stays on screen. Save a backup or hand in before you leave, or make room and go on: the next answer saves all.',
  closed:
    'Not saved: this browser keeps nothing for this page, as in some private windows. What you do stays on screen. Save a backup or hand in before you leave.',
  preview: 'A preview: nothing is kept, and nothing can be handed in.',
  previewer: 'Preview',
  corrupt:
    'Some of what this browser had kept could not be read. You see all that could be; look through your answers.',
} as const;

/** What becomes of an answer. */
export const ANSWERS = {
  saved: 'Saved. Your instructor’s grader will say whether it is right.',
  noNumber:
    'Saved as it stands, but there is no number in it, and a number is asked for. Write it in digits, as in 1,250 or 0.4.',
  draft: 'Not saved yet',
  onScreen:
    'This browser keeps nothing for this page now, but your answer stands here and goes into your hand-in. The top of the page says what to do.',
  empty: 'Give an answer first.',
  emptied: 'There is nothing here to save. The answer that you saved before still counts.',
  keptAt: (time: string) => `Saved ${time}`.trim(),
  saving: 'Saving …',
  notKept: 'Not saved: see the top of the page',
  goalMet: 'Met. This run goes into your hand-in.',
  goalSome: (met: number, of: number) =>
    `${met} of ${of} conditions met. The best run so far goes into your hand-in.`,
  goalBefore: (met: number, of: number) =>
    `This run meets ${met} of ${of} conditions. A run before it met them all, and that one goes into your hand-in.`,
  otherWay: 'What you saved the other way counts until you save an answer here.',
  moved: (labels: readonly string[]) =>
    `This run does not count: it changes ${listed(labels)}, which this item holds fixed.`,
  partial: 'This run was stopped early; only a whole run counts.',
  notCome:
    'The code for this item has not come. Reload the page when you are on line; what you have done is kept.',
  changed: (before: string) =>
    `This item has changed since you answered it, so it asks again.${
      before === '' ? '' : ` Your answer then was: ${before}`
    }`,
  withdrawn:
    'Your earlier numbers for this item were withdrawn, because something was wrong with them. Your answer to them stays in your hand-in and earns full points. If you answer again, the new answer counts instead.',
} as const;

const items = (places: readonly number[]): string =>
  `${places.length === 1 ? 'item' : 'items'} ${listed(places.map(String))}`;

/** A set that a teacher has composed. */
export const SETS = {
  none: 'This page opens a set of items by the link that your teacher has given you. Open that link, or paste it here.',
  altered:
    'This link is not whole: something of it was cut off or changed on its way. Copy it from where your teacher put it, from “http” to its last letter, and paste it here.',
  newer: 'A later edition of the book has made this link. Open it there.',
  elsewhere: (release: string) =>
    `This set belongs to edition ${release} of the book. Open its link in that edition.`,
  missing: (n: number) =>
    `${count(n, 'item')} of this set cannot be found in this copy of the book, so it is not whole. Tell your teacher.`,
  notCome: 'The items have not come. Go on line for a moment, and reload the page.',
  known: (title: string, when: string) => `${title}${when === '' ? '' : `, due ${when}`}`,
  size: (items: number, points: number, minutes: number) =>
    `${count(items, 'item')}, ${count(points, 'point')}, about ${count(minutes, 'minute')}`,
  due: (when: string) => `Due ${when}`,
  late: (when: string) => `It was due ${when}`,
  withMarks: 'Solutions come with your marks',
  revised: (changes: readonly string[]) =>
    `Your teacher has corrected this set: ${listed(changes)}. Your answers are all kept, and what you have handed in counts as it is. Hand in once more if you change something.`,
  older: 'Your teacher has corrected this set since this link was made; here is the newer state.',
  added: (places: readonly number[]) => `${items(places)} new`,
  gone: (places: readonly number[]) => `${items(places)} of before gone`,
  points: (places: readonly number[]) => `other points for ${items(places)}`,
  other: (_none: readonly number[]) => 'title, note, date or hints',
  inBook: (lesson: string) => `More on it in ${lesson}`,
} as const;

/** The end of the page. */
export const HAND_IN = {
  progress: (done: number, of: number) => `${done} of ${of} items have an answer.`,
  missing: (places: readonly string[]) => `Still without an answer: ${listed(places)}.`,
  partly: (places: readonly string[]) =>
    `Something is still missing in the answer to ${listed(places)}.`,
  foreign: (n: number) =>
    `${count(n, 'answer')} from before belong to items that this assignment no longer has. They are kept in your backup and not handed in.`,
  notCome: 'The code for this has not come. Go on line for a moment, and press again.',
} as const;

/** The language of times: 24 hours. */
export const TIMES = 'en-GB';

/** Why a file is not taken. */
export const NOT_TAKEN = {
  notThis: 'This file belongs to another assignment. Nothing has changed.',
  broken:
    'This file cannot be read: it is no backup and no hand-in of this assignment, or it was cut short. Nothing has changed.',
  newer:
    'This file was made by a later edition of the book. Open it with that edition. Nothing has changed.',
} as const;

/** What has become of a hand-in. */
export const MADE = {
  made: (receipt: string) =>
    `Your receipt is ${receipt}. It stands in the file, too; note it down. Give the file to your instructor as your course asks.`,
  instead:
    'If no file appears among your downloads, press “Show the text, to copy it” and paste the text into a file or a message.',
  tooLong: (places: readonly string[]) =>
    `Your answers are too long for one hand-in of 40 kB. Nothing is lost. Shorten the longest ones: ${listed(places)}.`,
} as const;

export const SOLUTIONS = {
  opened: 'Each solution stands below its item.',
  wrong: 'This code does not open them. Check it character by character.',
  of: 'Solution',
  answer: (n: number, answer: string, sure: string) =>
    `Item ${n}: ${answer}${sure === '' ? '' : ` (${sure})`}`,
  byRun: 'your best run',
} as const;
