/** A long training shows its last state again and again: only then does it hear that nobody wants it any more. */
import type { Env } from '../kit/contract/widget.ts';

/** Longest time without a chance to stop, in milliseconds. */
const LONGEST = 60;

/** What a learner shows through, so that it hears a stop. */
interface StopChecks {
  /** Shows, and remembers how. */
  put(show: () => Promise<void>): Promise<void>;
  /** Awaited between batches: shows the same once more when that was long ago. Throws when `show` does. */
  pause(): Promise<void>;
}

/** Checks of one run, with nothing shown yet. */
export function stopChecks({ clock }: Pick<Env, 'clock'>): StopChecks {
  let again: (() => Promise<void>) | undefined;
  let shownAt = 0;
  const put = async (show: () => Promise<void>): Promise<void> => {
    again = show;
    await show();
    shownAt = clock();
  };
  return {
    put,
    pause: async () => {
      if (again && clock() - shownAt > LONGEST) await put(again);
    },
  };
}
