/** What the page says that brings questions back. */
import { count, listed } from '#words/src/tasks/judge/lists';
import { dayInWords } from '#words/src/tasks/practice/page/back-words';

export const REVIEW = {
  yours: 'what you have asked to come back',
  about:
    'Press “Bring it back” at any question with an answer, and you are asked about the same idea the next day, and 5, 14 and 35 days after; what you miss begins anew. If you say how sure you are, what you were certain of and missed comes first. It stays on this device, and nobody counts how well you do.',
  noScript: 'It takes a script of this page, which has not begun.',
  none: 'You have brought nothing back yet.',
  /** What there is today. */
  due: (n: number, minutes: number) =>
    `Due today: ${count(n, 'question')}, about ${count(minutes, 'minute')}.`,
  more: (n: number) =>
    `${n === 1 ? 'One more waits' : `${n} more wait`} after ${n === 1 ? 'that' : 'those'}, today or when you come again.`,
  notDue: (day: number | undefined, today: number) =>
    `Nothing is due today.${day === undefined ? '' : ` The next question comes back ${dayInWords(day, today)}.`}`,
  begin: 'Begin',
  next: 'Next question',
  end: 'Done for now',
  nth: (i: number, n: number) => `${i} of ${n}`,
  right: (day: number | undefined, today: number) =>
    day === undefined
      ? 'That was the last time: it does not come back.'
      : `It comes back ${dayInWords(day, today)}.`,
  missed: (day: number | undefined, today: number, isCertain: boolean) =>
    `It begins anew: it comes back ${dayInWords(day ?? today, today)}${isCertain ? ', before all others, for you were certain' : ''}.`,
  ideas: 'What comes back',
  /** How many are due for an idea, and when the next is. */
  standing: (due: number, next: number | undefined, today: number) =>
    listed([
      ...(due > 0 ? [`${due} due today`] : []),
      ...(next === undefined ? [] : [`next ${dayInWords(next, today)}`]),
    ]),
  gone: (n: number) => `${count(n, 'question')} on an idea that this edition no longer asks about`,
  stop: 'Stop',
  /** For ears: which. */
  stopOf: (idea: string) => `Stop: ${idea}`,
  stopped: (idea: string) =>
    `“${idea}” does not come back. To have it again, press “Bring it back” at one of its questions.`,
  files: 'To take along',
  calendar: 'Save the days for my calendar',
  anki: 'Save for Anki',
  /** On one day of a calendar. */
  summary: (n: number) => `Review: ${count(n, 'question')}`,
  noCards:
    'There is no card yet: a question must have been brought back and answered, and make sense outside its lesson.',
  cards: (n: number) =>
    `Saved ${count(n, 'card')}. Imported again, a card takes the place of its earlier self.`,
  days: 'A calendar has the days as they stand now. What you miss moves them: save them again then.',
} as const;
