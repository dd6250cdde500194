/** Which runs are never repeated, by the table of their widget; asked where the widget’s facts are at hand. */
import {
  readSettings,
  type AnySettings,
  type Table,
} from '../../../../../widgets/kit/contract/params.ts';
import type { AnyWidget } from '../../../../../widgets/kit/contract/widget.ts';
import type { Runnable } from '../../../../../widgets/kit/record/run-key.ts';
import { RERUNS } from '#words/src/tasks/grading/pure/grade/words';
import type { Rerun } from './reruns.ts';

/** That a run must not be repeated, by its widget’s own table; nothing where it may. */
export function refusalOf(
  { version, params }: Pick<AnyWidget, 'version' | 'params'>,
  run: Runnable,
): Rerun | undefined {
  if (run.version !== version) return { state: 'refused', why: RERUNS.otherVersion };
  const table = params as Table;
  const written = Object.fromEntries(
    Object.entries(run.settings).map(([name, value]) => [name, String(value)]),
  );
  const { settings, unreadable } = readSettings(table, written);
  // Whole, known, in range and in the one form in which the page writes them: else the run has another name than its record.
  const isAsWritten =
    unreadable.length === 0 &&
    Object.keys(table).every((name) => Object.hasOwn(run.settings, name)) &&
    Object.entries(settings as AnySettings).every(([name, value]) => run.settings[name] === value);
  return isAsWritten ? undefined : { state: 'refused', why: RERUNS.unreadable };
}
