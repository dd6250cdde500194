/** Predictions about one experiment are answered one after the other: a run that is on its way is not taken from under another. */
import type { OUTCOME, SPREAD } from '../../widgets/kit/events.ts';

/** What each experiment still owes, by its id. */
const owed = new Map<string, Promise<unknown>>();
/** States of an experiment in which nothing comes any more. */
const LOST = ['failed', 'idle', 'partial'];

/** How a question stands in the line of those that wait for one experiment. */
interface Turn {
  readonly isNow: boolean;
  /** Resolves when its time is over; true when the run has failed or was stopped. */
  readonly isLost: Promise<boolean>;
}

/**
 * Asks the experiment now, or as soon as it has answered what was asked before.
 * `answer` is the event that it will answer with.
 */
export function inTurn(
  instance: string,
  answer: typeof OUTCOME | typeof SPREAD,
  ask: () => void,
): Turn {
  const before = owed.get(instance);
  const go = (): Promise<boolean> => {
    const answered = untilAnswered(instance, answer);
    ask();
    return answered;
  };
  const isLost = before ? before.then(go) : go();
  owed.set(instance, isLost);
  void isLost.then(() => {
    if (owed.get(instance) === isLost) owed.delete(instance);
  });
  return { isNow: before === undefined, isLost };
}

/** Resolves with the answer, or when none will come, or when the reader turns to the experiment for something else. */
function untilAnswered(instance: string, answer: string): Promise<boolean> {
  const element = document.getElementById(instance);
  if (!element) return Promise.resolve(true);
  return new Promise((resolve) => {
    const over = new AbortController();
    const end = (isLost: boolean): void => {
      over.abort();
      watch.disconnect();
      resolve(isLost);
    };
    const watch = new MutationObserver(() => {
      if (LOST.includes(element.dataset['state'] ?? '')) end(true);
    });
    watch.observe(element, { attributeFilter: ['data-state'] });
    const { signal } = over;
    element.addEventListener(answer, () => end(false), { signal });
    for (const touch of ['click', 'change']) {
      element.addEventListener(touch, ({ isTrusted }) => isTrusted && end(false), { signal });
    }
  });
}
