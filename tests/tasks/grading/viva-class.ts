/** A pretended class with its viva sheets, made as at the desk. */
import type { Key } from '../../../src/tasks/sets/pure/format/assignment.ts';
import { citedWidgets } from '../../../src/tasks/sets/pure/format/cited-widgets.ts';
import { readSubmission } from '../../../src/tasks/sets/pure/submission/read.ts';
import {
  gradeClass,
  toRepeat,
  type Submitted,
} from '../../../src/tasks/grading/pure/grade/class.ts';
import type { Rerun } from '../../../src/tasks/grading/pure/grade/reruns.ts';
import { wantedRuns } from '../../../src/tasks/grading/pure/grade/wanted-runs.ts';
import { calledBy, handsOf } from '../../../src/tasks/grading/pure/viva/hand.ts';
import { sheetsOf, type RepeatRuns } from '../../../src/tasks/grading/pure/viva/sheets.ts';
import { Threads } from '../../../scripts/grade/rerun.ts';
import { loadWidget } from '../../../widgets/index.ts';
import { runKey } from '../../../widgets/kit/record/run-key.ts';

let threads: Threads | undefined;

/** On threads that stay until they are closed. */
export const byThreads: RepeatRuns = async (runs) => {
  const reruns = new Map<string, Rerun>();
  threads ??= new Threads(2);
  await threads.repeat(runs, (run, rerun) => reruns.set(runKey(run), rerun));
  return reruns;
};

export async function closeThreads(): Promise<void> {
  await threads?.close();
  threads = undefined;
}

/** What each student has handed in, and the sheets in the same order. */
export async function vivaClass(key: Key, texts: ReadonlyMap<string, string>) {
  const files = [...texts].map(([file, text]): Submitted => ({ file, read: readSubmission(text) }));
  const runs = wantedRuns(key.assignment, toRepeat(key, files, 'last'));
  const reruns = await byThreads(runs);
  const hands = handsOf(gradeClass(key, files, reruns), files, reruns, calledBy([], false));
  const found = await Promise.all(citedWidgets(key.assignment).map(loadWidget));
  const widgets = Object.fromEntries(found.map((widget) => [widget.tag, widget]));
  const sheets = await sheetsOf(key, widgets, hands, byThreads, async () => undefined);
  return { hands, widgets, sheets };
}
