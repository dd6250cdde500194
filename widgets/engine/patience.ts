/** A long training shows its last state again and again: only then does it hear that nobody wants it any more. */
import type { Env } from '../kit/contract/widget.ts';

/** Longest time without a chance to stop, in milliseconds. */
const PATIENCE = 60;

/** What a learner shows through. */
interface Patience {
  /** Shows, and remembers how. */
  put(show: () => Promise<void>): Promise<void>;
  /** Awaited between batches: shows the same once more when that was long ago. Throws when `show` does. */
  pause(): Promise<void>;
}

/** A patience with nothing shown yet. */
export function patience({ clock }: Pick<Env, 'clock'>): Patience {
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
      if (again && clock() - shownAt > PATIENCE) await put(again);
    },
  };
}
