/** Code that neither comes nor fails: a stalled import cannot be given up, so it is said what happens and what to do. */

/** Time after which a reader is told, in milliseconds. */
export const LATE_AFTER = 8000;
const LATE =
  'This is slow to load. It answers as soon as it is here; if it does not come, check your connection and reload the page.';

/** Says that the work is late when it has not settled after eight seconds; says nothing (`''`) again when it has. */
export function sayWhenLate<T>(work: Promise<T>, say: (sentence: string) => void): Promise<T> {
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    say(LATE);
  }, LATE_AFTER);
  return work.finally(() => {
    clearTimeout(timer);
    if (isLate) say('');
  });
}
