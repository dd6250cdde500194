/** What a question says of its coming back. */
import { DATES } from '#words/src/tasks/judge/words';

const DAY = 86_400_000;

/** A day of the reader's calendar, seen from another one: `tomorrow`, `on Friday 4 December`. */
export function dayInWords(day: number, today: number): string {
  if (day <= today) return 'today';
  if (day === today + 1) return 'tomorrow';
  const isSoon = day < today + 300;
  return `on ${new Date(day * DAY).toLocaleDateString(DATES, {
    ...(isSoon ? { weekday: 'long' } : { year: 'numeric' }),
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })}`;
}

export const BACK = {
  bring: 'Bring it back',
  stop: 'Don’t bring it back',
  proposed: 'You can have this idea asked again, tomorrow and three times later.',
  comes: (when: string) => `Comes back ${when}, on the page`,
  page: 'Review',
} as const;
