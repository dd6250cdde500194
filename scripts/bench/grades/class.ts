/** A class in which everybody cites four experiments, one of them a learner: what grading has to bear on a Sunday night. */
import { loadWidgets } from '../../../widgets/index.ts';
import { readSettings, type Table } from '../../../widgets/kit/contract/params.ts';
import { workerOf, type AnyWidget } from '../../../widgets/kit/contract/widget.ts';
import { readAssignments } from '../../../src/tasks/sets/author/load.ts';
import type { ReachItem } from '../../../src/tasks/kinds/reach/item.ts';
import type { Assignment, Key } from '../../../src/tasks/sets/pure/format/assignment.ts';
import { submissionText, signed } from '../../../src/tasks/sets/pure/submission/write.ts';
import { begun, submissionOf, ran } from '../../../src/tasks/sets/pure/work/work.ts';

/** Models are shared: a class asks for no more of them. */
const MODELS = 30;
/** An experiment that is cited twice runs on other seeds. */
const SHIFT = 2_000;
/** So many simulations besides the learner. */
const SIMULATED = 3;

export interface GradingClass {
  readonly key: Key;
  /** The experiments that they cite. */
  readonly tags: readonly string[];
  /** The text of each hand-in, by its file’s name. */
  readonly files: ReadonlyMap<string, string>;
}

/** Four experiments to cite: simulations of the book’s own assignments, in turn, and a learner, theirs if they have one. */
export async function citedOf(): Promise<readonly AnyWidget[]> {
  const set = readAssignments().flatMap(({ source }) =>
    source.experiments.map(({ widget }) => widget),
  );
  const all = Object.values(await loadWidgets()).filter(({ params }) => 'seed' in params);
  const learners = all.filter((one) => workerOf(one) === 'lab');
  const learner = learners.find(({ tag }) => set.includes(tag)) ?? learners[0];
  const sims = all.filter((one) => workerOf(one) === 'sim' && set.includes(one.tag));
  const turns = Array.from({ length: SIMULATED }, (_, i) => sims[i % sims.length]);
  return [...turns, learner].filter((one) => one !== undefined);
}

/** So many hand-ins, each with a run of each experiment. */
export function gradingClass(widgets: readonly AnyWidget[], students: number): GradingClass {
  const learners = widgets.filter((one) => workerOf(one) === 'lab').map(({ tag }) => tag);
  const items = widgets.map((widget, i) => itemOf(widget, i));
  const assignment: Assignment = {
    id: 'bench',
    version: 1,
    title: 'Bench',
    book: 'bench',
    edition: '1',
    salt: 'bench',
    items,
    hash: '0123456789abcdef',
  };
  const key: Key = {
    format: 1,
    kind: 'key',
    assignment,
    items: Object.fromEntries(
      items.map(({ id, start }) => [id, { kind: 'reach', solution: '', answers: { 1: start } }]),
    ),
  };
  const files = new Map<string, string>();
  for (let i = 1; i <= students; i += 1) {
    let work = begun(assignment, { name: `Student ${i}`, number: String(i) }, '0'.repeat(16));
    for (const [turn, item] of items.entries()) {
      const seed = learners.includes(item.widget) ? 1 + (i % MODELS) : i + turn * SHIFT;
      work = ran(work, item, {
        widget: item.widget,
        version: item.widgetVersion,
        settings: { ...item.start, seed },
        measures: {},
        backend: 'sim',
      });
    }
    const submission = signed(submissionOf(work, assignment, '2026-11-29T21:00:00.000Z'));
    files.set(`${i}.json`, submissionText(submission));
  }
  return { key, tags: [...new Set(widgets.map(({ tag }) => tag))], files };
}

/** The same assignment with another point for everything. */
export function regraded(key: Key): Key {
  const items = key.assignment.items.map((item) => ({ ...item, points: item.points + 1 }));
  return { ...key, assignment: { ...key.assignment, items } };
}

function itemOf({ tag, version, params, measures }: AnyWidget, turn: number): ReachItem {
  const { settings } = readSettings(params as Table, {});
  const [measure = ''] = Object.keys(measures);
  return {
    id: `bench-${turn + 1}-${tag}`,
    version: 1,
    kind: 'reach',
    by: 'runs',
    points: 1,
    hints: [],
    draw: {},
    derive: {},
    seeds: [1],
    withdrawn: [],
    instance: tag,
    widget: tag,
    widgetVersion: version,
    start: settings,
    vary: Object.keys(settings).filter((name) => (params as Table)[name]?.place === 'first'),
    goal: { [measure]: { atLeast: 0 } },
    band: {},
  };
}
