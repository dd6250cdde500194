/** Code that does not come: a stalled import cannot be given up, so it is said what happens and what to do. */
import { ASKING, LATE, NO_ANSWER } from '#words/widgets/page/late-words';

/** Time after which a reader is told, in milliseconds. */
export const LATE_AFTER = 8000;

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

/**
 * What pressing again does: no browser fetches a module again that has stalled, and Firefox none that has failed, so the page
 * is loaded anew as soon as its site answers; `isOut` tells that the code is still not here by then.
 */
export async function askAgain(
  say: (sentence: string) => void,
  isOut: () => boolean,
): Promise<void> {
  say(ASKING);
  const isThere = await siteAnswers();
  if (!isOut()) return;
  if (isThere) location.reload();
  else say(NO_ANSWER);
}

/** Whether the page's own script can be had: somebody else's page in its place is no answer. */
async function siteAnswers(): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(LATE_AFTER);
    const { ok, headers } = await fetch(import.meta.url, { cache: 'no-store', signal });
    return ok && /script/.test(headers.get('content-type') ?? '');
  } catch {
    return false;
  }
}
