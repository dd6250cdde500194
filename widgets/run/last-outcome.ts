/** A run without a page: nobody watches, and only the last outcome counts. */
import type { AnySettings } from '../kit/contract/params.ts';
import type { AnyRun, Env } from '../kit/contract/widget.ts';

/** Runs to the end; resolves with the last outcome that was shown. */
export async function lastOutcome(run: AnyRun, settings: AnySettings, env: Env): Promise<unknown> {
  let last: unknown;
  const show = (outcome: unknown): Promise<void> => {
    last = outcome;
    return Promise.resolve();
  };
  await run(settings as never, show as never, env);
  return last;
}
