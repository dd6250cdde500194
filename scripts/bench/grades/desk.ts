/** How long a class takes at the desk and in the browser: runs repeated, hand-ins graded, graded anew by another key, counted. */
import { repeat, Threads } from '../../grade/rerun.ts';
import {
  gradeClass,
  sorted,
  type ClassResult,
  type Submitted,
} from '../../../src/tasks/grading/pure/grade/class.ts';
import { changesBetween } from '../../../src/tasks/grading/pure/grade/regrade.ts';
import type { Rerun } from '../../../src/tasks/grading/pure/grade/reruns.ts';
import { wantedRuns } from '../../../src/tasks/grading/pure/grade/wanted-runs.ts';
import { calledBy, handsOf } from '../../../src/tasks/grading/pure/viva/hand.ts';
import { sheetsOf, type RepeatRuns } from '../../../src/tasks/grading/pure/viva/sheets.ts';
import { citedWidgets } from '../../../src/tasks/sets/pure/format/cited-widgets.ts';
import { readSubmission } from '../../../src/tasks/sets/pure/submission/read.ts';
import { itemStats } from '../../../src/tasks/grading/pure/stats/items.ts';
import { seeded } from '../../../widgets/kit/numbers/random.ts';
import { loadWidget } from '../../../widgets/index.ts';
import { runKey } from '../../../widgets/kit/record/run-key.ts';
import { benchGradesPage } from './page.ts';
import { citedOf, gradingClass, regraded, type GradingClass } from './class.ts';
import type { Sizes } from '../parts.ts';
import type { Add } from '../report.ts';

const SEED = 2;
const JOBS = 2;
/** In milliseconds. */
const DESK = 45_000;
const VIVAS = 60_000;
const REGRADE = 3_000;
const STATISTICS = 1_000;

/** What is measured, row by row, as it comes. */
export async function benchGrades({ classes }: Sizes, add: Add): Promise<void> {
  const widgets = await citedOf();
  console.log(`cited: ${widgets.map(({ tag }) => tag).join(', ')}`);
  const usual = classes[Math.floor(classes.length / 2)] ?? 0;
  for (const size of classes)
    await benchClass(gradingClass(widgets, size), size, size === usual, add);
  const took = await timed(() => itemStats(bigClass(300, 60)));
  add({
    name: 'statistics of 300 students and 60 items',
    unit: 'ms',
    values: [took.ms],
    limit: STATISTICS,
  });
  for (const size of new Set([usual, ...classes.slice(-1)]))
    await benchGradesPage(gradingClass(widgets, size), size, size === usual, add);
}

async function benchClass(
  { key, files: texts }: GradingClass,
  size: number,
  isUsual: boolean,
  add: Add,
): Promise<void> {
  const row = (what: string, ms: number, limit?: number): void => {
    const bound = limit !== undefined && isUsual ? { limit } : {};
    add({ name: `${size} hand-ins: ${what}`, unit: 'ms', values: [ms], ...bound });
  };
  const reading = await timed(() =>
    [...texts].map(([file, text]): Submitted => ({ file, read: readSubmission(text) })),
  );
  const files = reading.value;
  const runs = wantedRuns(
    key.assignment,
    sorted(key, files).counted.map(({ submission }) => submission),
  );
  const reruns = new Map<string, Rerun>();
  const by = async (jobs: number): Promise<number> =>
    (await timed(() => repeat(runs, jobs, (run, rerun) => reruns.set(runKey(run), rerun)))).ms;
  const together = await by(JOBS);
  const failed = [...reruns.values()].filter(({ state }) => state !== 'done').length;
  if (failed > 0) throw new Error(`${failed} of ${runs.length} runs could not be repeated`);
  const grading = await timed(() => gradeClass(key, files, reruns));
  row(`${runs.length} runs repeated by ${JOBS} threads`, together);
  row('read and graded', reading.ms + grading.ms);
  row(`all of it, by ${JOBS} threads`, reading.ms + together + grading.ms, DESK);
  if (isUsual) {
    const alone = await by(1);
    row('the same runs by one thread', alone);
    add({
      name: `one thread against ${JOBS}`,
      unit: 'x',
      values: [alone / together],
    });
  }
  const found = await Promise.all(citedWidgets(key.assignment).map(loadWidget));
  const cited = Object.fromEntries(found.map((widget) => [widget.tag, widget]));
  const threads = new Threads(JOBS);
  const byThreads: RepeatRuns = async (some) => {
    const done = new Map<string, Rerun>();
    await threads.repeat(some, (run, rerun) => done.set(runKey(run), rerun));
    return done;
  };
  const hands = handsOf(grading.value, files, reruns, calledBy([], false));
  const vivas = await timed(() => sheetsOf(key, cited, hands, byThreads, async () => undefined));
  await threads.close();
  row(`viva sheets, by ${JOBS} threads`, vivas.ms, VIVAS);
  const other = regraded(key);
  const regrading = await timed(() =>
    changesBetween([key, grading.value], [other, gradeClass(other, files, reruns)]),
  );
  row('graded anew by another key', regrading.ms, REGRADE);
}

async function timed<T>(
  what: () => T | Promise<T>,
): Promise<{ readonly ms: number; readonly value: T }> {
  const start = performance.now();
  const value = await what();
  return { ms: performance.now() - start, value };
}

/** A class of so many students and items, right and wrong by chance. */
function bigClass(students: number, items: number): ClassResult {
  const random = seeded(SEED, 'big class');
  const all = Array.from({ length: students }, (_, s) => {
    const verdicts = Array.from({ length: items }, (_unused, i) => {
      const credit = Number(random.uniform() < 0.6);
      const state = credit === 1 ? ('right' as const) : ('wrong' as const);
      const variant = random.whole(200);
      return { item: `item-${i}`, state, credit, points: credit, of: 1, variant, says: '' };
    });
    const points = verdicts.reduce((sum, one) => sum + one.points, 0);
    const student = { name: '', number: String(s) };
    const file = { receipt: '', made: '', file: '' };
    return { student, items: verdicts, points, of: items, flags: [], ...file };
  });
  return { students: all, refused: [] };
}
