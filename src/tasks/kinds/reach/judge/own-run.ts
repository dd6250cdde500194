/** Which runs a goal takes for the reader's: those that they have made, each once. */
import type { RunBy } from '../../../../../widgets/kit/contract/border.ts';
import type { AnySettings } from '../../../../../widgets/kit/contract/params.ts';
import type { RunRecord } from '../../../../../widgets/kit/record/run-record.ts';

/** A run, and who asked for it. */
interface RunEvent {
  readonly run: Pick<RunRecord, 'settings' | 'backend'>;
  readonly by: RunBy;
}
/** A try in the reader's log. */
interface Logged {
  readonly settings?: AnySettings;
  readonly correct?: boolean;
}

/**
 * Whether a goal judges this run: one that the reader has asked for, now or at an earlier visit, or the start that the goal
 * itself has set up. The book's own run is not judged, nor is one that a link leads to.
 */
export function isOwn({ run, by }: RunEvent, start: AnySettings, log: readonly Logged[]): boolean {
  if (run.backend === '') return false;
  const isStart = by === 'question' && isSame(start, run.settings);
  return by === 'reader' || isStart || log.some((one) => isRunOf(one, run.settings));
}

/** Whether a judged run goes into the log as a try: neither the start, nor what came by itself, nor what is there already. */
export function isTry(
  { run, by }: RunEvent,
  start: AnySettings,
  log: readonly Logged[],
  correct: boolean,
): boolean {
  if (by !== 'reader' || isSame(start, run.settings)) return false;
  return !log.some((one) => one.correct === correct && isRunOf(one, run.settings));
}

const isRunOf = ({ settings }: Logged, of: AnySettings): boolean =>
  settings !== undefined && isSame(of, settings);

/** Whether `other` has every setting of `one`, with the same value. */
function isSame(one: AnySettings, other: AnySettings): boolean {
  return Object.entries(one).every(([name, value]) => other[name] === value);
}
