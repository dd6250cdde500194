/** What the pages of assignments say that the build writes. */
import { count } from '#words/src/tasks/judge/lists';
import type { ItemReport } from '../author/make.ts';
import type { Copied, Found } from '../author/prove/proof.ts';

/** The day of a moment as it was written, whatever the clock of this machine: 18 December 2026. */
const dayOf = (moment: string): string =>
  new Date(`${moment.slice(0, 10)}T00:00Z`).toLocaleDateString('en-GB', {
    ...{ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
  } as const);

export const ASSIGNMENTS = {
  title: 'Assignments',
  items: 'Your items',
  description: 'What is set, worked on in this browser, and handed in as a file.',
  intro:
    'Each of these asks you for numbers of your own, keeps what you do in this browser, and ends with a file that you give to your instructor.',
  none: 'There is none at present.',
  kicker: 'Assignment',
  size: (items: number, points: number, minutes: number) =>
    `${count(items, 'item')}, ${count(points, 'point')}, about ${count(minutes, 'minute')}`,
  due: (due: string) => `It is due on ${dayOf(due)} at ${due.slice(11, 16)}.`,
  wasDue: (due: string) => `It was due on ${dayOf(due)} at ${due.slice(11, 16)}.`,
  solutions: (when: string) => `Solutions: ${when.charAt(0).toLowerCase()}${when.slice(1)}`,
  late: 'The code of this page has not come yet. When you are on line again, reload the page.',
  needsScript:
    'An assignment needs a browser that runs this page’s script: your items are drawn from your student number.',
  onPaper:
    'Printed before a student number was typed, this page has no items. Type name and number first; then print it, and the items stand here with your own numbers.',
} as const;

/** The page of a set that a teacher has composed. */
export const SET_PAGE = {
  title: 'A set of items',
  description: 'Open the link of a set that your teacher has composed from this book.',
  kicker: 'Set by your teacher',
  paste: 'The whole link of the set',
  open: 'Open the set',
} as const;

/** The key to read, and the report of the variants. */
export const KEY_PAGE = {
  title: (title: string) => `Key: ${title}`,
  description: 'What is right in each variant of an assignment, and how its variants were proved.',
  intro:
    'Only an instructor’s build has this page. To take a variant out of use, write its number under “withdrawn” of its item and build anew; whoever had it gets full points, and nobody else’s variant changes. Type a student’s number below to see that student’s variants with what is right in them.',
  item: (n: number, id: string) => `Item ${n}: ${id}`,
  copied: (points: number, of: number) =>
    `One message for all, the best that there is, earns ${points.toFixed(1)} of ${count(of, 'point')} (${percent(points / of)}).`,
  message: ({ message, rightest, whole }: Copied) =>
    `The message that earns most in the mean: “${message}”. The one that is right throughout in most variants, ${percent(whole)} of them: ${rightest === message ? 'the same' : `“${rightest}”`}.`,
  code: (code: string) =>
    `The code that opens the solutions in the students’ page is ${code}; a link to that page that ends in #solutions=${code} opens them at once. Whoever has the code can pass it on.`,
  example: (seed: number) => `As an example, variant ${seed}:`,
  right: 'Right:',
  number: 'See it as the student with this number does',
  show: 'Show this student’s variants',
  report: 'How the variants were proved',
  terms:
    'Luck: the share of random answers that pass, with its 95 % interval; a typed number has none that could be drawn. Copying: the share of the item’s points that one message earns which everybody pastes under a number of their own, read by nobody; Answers: how many distinct right answers its variants have. Slack: the least room that the solution leaves to a bound, over all variants and seeds, as a share of the bound. Distance: for a goal, how far the start misses it, least of all variants; for a number, how far the nearest known wrong answer lies, in tolerances.',
  reportHeads: ['Item', 'Variants', 'Withdrawn', 'Luck', 'Copying', 'Answers', 'Slack', 'Distance'],
  summary: ({ variants, luck, copied }: ItemReport): readonly string[] => [
    String(variants.length),
    variants.flatMap(({ seed, isWithdrawn }) => (isWithdrawn ? [String(seed)] : [])).join(', ') ||
      'none',
    luck ? `${percent(luck.value)} (${percent(luck.low)} to ${percent(luck.high)})` : NOTHING,
    copied ? percent(copied.earns) : NOTHING,
    copied ? String(copied.distinct) : NOTHING,
    least(
      variants.flatMap(({ found: { slack } }) => slack ?? []),
      percent,
    ),
    least(
      variants.flatMap(({ found: { distance } }) => distance ?? []),
      plain,
    ),
  ],
  variants: (n: number) => `${count(n, 'variant')}, each proved`,
  variantsOf: (id: string) => `The variants of ${id}`,
  heads: ['Number', 'What is drawn', 'What is right', 'Passed at random', 'Slack', 'Distance'],
  variant: ({ seed, isWithdrawn }: { readonly seed: number; readonly isWithdrawn: boolean }) =>
    isWithdrawn ? `${seed}, withdrawn` : String(seed),
  found: ({ draws, passed, slack, distance }: Found): readonly string[] => [
    draws === undefined ? NOTHING : `${passed ?? 0} of ${draws}`,
    slack === undefined ? NOTHING : percent(slack),
    distance === undefined ? NOTHING : plain(distance),
  ],
} as const;

const NOTHING = '–';
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const plain = (value: number): string => value.toPrecision(3);
const least = (values: readonly number[], said: (value: number) => string): string =>
  values.length === 0 ? NOTHING : said(Math.min(...values));

/** Who the student is: before anything is drawn. */
export const IDENTITY_FORM = {
  name: 'Your name',
  number: 'Your student number',
  begin: 'Show my items',
  why: 'Your number decides which numbers your items have, so type it exactly as your course knows it.',
  stays: 'Both stay in this browser and in the file that you hand in.',
  change: 'Not you, or a wrong number?',
  leave: 'Leave all as it is',
} as const;

/** How work goes to another device, and comes from one. */
export const ELSEWHERE_FORM = {
  title: 'Another device, and backups',
  linkWhy:
    'A private link takes your place, your name and number and your short answers to another device. It asks there before anything changes.',
  link: 'Make a private link',
  linkIs: 'Your private link',
  linkSecret:
    'Whoever has it has your name, your number and these answers: send it to nobody but yourself.',
  copy: 'Copy the link',
  backupWhy:
    'A backup is a file with all that you have done here, long texts and programs too. It brings it to another device, or back here if this browser has lost it.',
  save: 'Save a backup',
  open: 'Open a backup or a hand-in',
  paste: 'Paste a private link',
  read: 'Read the link',
} as const;

/** The end of the page. */
export const HAND_IN_FORM = {
  title: 'Hand in',
  file: 'Save my hand-in as a file',
  readable: 'Save it as a text, to read',
  text: 'Show the text, to copy it',
  minutes: 'Tell my instructor how many minutes I spent on each item',
  minutesWhy:
    'This page counts them in this browser while you type or press something. Unless you tick the box, they are in no file that you hand in.',
  check: 'Before you upload a file, look into it: choose it here, or drop it',
  privacy: (asksHowSure: boolean) =>
    `The file holds your name and number, your answers as you saved them last${asksHowSure ? ' and how sure you were' : ''}, the runs that you cite, how often you tried, which hints you opened and in which order you worked, and nothing else: nothing that you typed and took back.`,
  unsent: 'Nothing is sent anywhere by this page.',
} as const;

/** The solutions, which come with the page and are sealed. */
export const SOLUTIONS_FORM = {
  title: 'Solutions',
  why: 'They are in this page, sealed. Your instructor hands out the code when they may be read.',
  code: 'The code',
  open: 'Open the solutions',
  limits:
    'Sealing keeps a solution from being read before the code is known, and does no more. Whoever has the code can pass it on; what a goal asks of an experiment, and a solution that a run of your own opens, can be read by whoever reads this page’s code; and nothing here can tell who has done the work.',
  review: 'Where to look first',
  reviewWhy:
    'Compare each answer with its solution, the one that you were surest of first: a mistake that felt certain teaches most.',
} as const;
