/** What the page says on which a set is composed. */
import { count } from '#words/src/tasks/judge/lists';

export const COMPOSE = {
  title: 'Compose a set',
  description:
    'Choose items from the whole book and hand out a link: nothing is installed, built, stored or sent.',
  intro:
    'Choose items, and hand out the link that comes of it. Your students open it and work as on any assignment of this book: each has numbers of their own and hands in a file. The set is in the link itself, so there is nothing to install, and nothing is sent anywhere. The draft stays in this browser.',
  grading:
    'To grade what comes back, open the grading page of the instructor’s file with this link and the files of your class.',
  choose: 'Items',
  search: 'Search',
  lesson: 'Lesson',
  kind: 'Kind',
  sort: 'Answers',
  any: 'all',
  sorts: { kept: 'kept', open: 'in the book' },
  sortsWhy:
    'Kept: the answer is in no student’s book, and most students have another one. In the book: the answer stands in the book, so it is for practice or for taking part.',
  kinds: {
    challenge: 'challenge',
    choice: 'choice',
    claim: 'claim, to be read',
    code: 'program',
    match: 'matching',
    number: 'number',
    outside: 'work outside, partly read',
    program: 'a changed program',
    reach: 'goal of an experiment',
    text: 'short text',
  } as Readonly<Record<string, string>>,
  found: (shown: number, of: number) =>
    of === 0
      ? 'Nothing fits. Take a word or a filter away.'
      : shown < of
        ? `${shown} of ${count(of, 'item')}`
        : count(of, 'item'),
  more: 'Show more',
  add: 'Add',
  inSet: 'In the set',
  preview: 'Preview',
  about: (lesson: string, kind: string, minutes: number, points: number, answers: string) =>
    [lesson, kind, count(minutes, 'minute'), count(points, 'point'), answers].join(' · '),
  open: 'answer in the book',
  kept: (distinct: number) => `kept; one of ${distinct} right answers for each student`,
  set: 'Your set',
  empty: 'Nothing is chosen yet.',
  amount: (isUsual: boolean, minutes: number) =>
    `points${isUsual ? '' : ' (changed)'}, ${count(minutes, 'minute')}`,
  item: (n: number, title: string) => `${n}. ${title}`,
  points: (title: string) => `Points of “${title}”`,
  up: (title: string) => `Move “${title}” up`,
  down: (title: string) => `Move “${title}” down`,
  remove: (title: string) => `Take “${title}” out`,
  name: 'Title',
  note: 'A note to your students',
  left: (n: number) => `${count(n, 'character')} left for title and note`,
  due: 'Due',
  zone: 'Zone',
  hints: 'Hints',
  hintsAre: {
    'as-written': 'cost what their items say',
    free: 'cost nothing',
    none: 'there are none',
  },
  solutions: 'Solutions',
  solutionsAre: { 'with-marks': 'come with the marks', never: 'are not handed out' },
  amounts: (items: number, points: number, minutes: number) =>
    `${count(items, 'item')}, ${count(points, 'point')}, about ${count(minutes, 'minute')}.`,
  copied: (share: number) =>
    `Copying: if the whole class handed in the same answers, a student would earn about ${Math.round(100 * share)} % of the points on average; the less, the better. What you read yourself is left out of this.`,
  openCarries: (points: number, of: number) =>
    `${count(points, 'point')} of ${of} stand on items whose answers are in the book. Take kept items instead, or count this set for taking part only.`,
  wrongPoints: 'Points go from 0.5 to 100, in halves.',
  leftOut: (n: number) =>
    `Ideas of the chapter that it leaves out: ${n}. Press one to look for items.`,
  link: 'The link',
  /** In its place while there is none. */
  missing: (hasItems: boolean, hasTitle: boolean) =>
    hasItems && hasTitle
      ? ''
      : `The link comes when the set has ${[hasItems ? [] : 'an item', hasTitle ? [] : 'a title'].flat().join(' and ')}.`,
  past: 'This time is past: what is handed in from now on is late.',
  onward:
    'Into Moodle or Canvas, or as a package that reports who has taken part: copy the link into the list of',
  site: 'Address of the book that your students read',
  siteWhy: 'This file is no page on the web. Paste the address of the book’s front page.',
  copy: 'Copy the link',
  copied2: 'The link is copied.',
  select: 'The clipboard cannot be used here. The link is selected: copy it with Ctrl+C.',
  length: (n: number, most: number) =>
    n > most
      ? `The link has ${n} characters; some places cut what is longer than ${most}. Shorten the note.`
      : `${n} characters.`,
  as: 'Preview as the student with this number',
  show: 'Open the preview',
  yaml: 'Save as a file of the book’s source',
  revise: 'Correct a set that is handed out, or begin anew',
  before: 'Its link',
  load: 'Take it up',
  loaded: (title: string, revision: number) =>
    `“${title}” is taken up. Its corrected link will be revision ${revision}; what students have answered is kept.`,
  corrected: (revision: number) =>
    `You have changed a set whose link you copied. This is its revision ${revision}: hand out the new link, too. Whoever has opened the set keeps their answers, and reads what has changed.`,
  toSet: 'To your set',
  begun: 'A new set is begun.',
  begin: 'Begin a new set',
  beginWhy:
    'A set that is handed out to another course should be a new one: its numbers are others.',
} as const;
