/**
 * Classes under attack, at the desk and on the page: whoever works has exactly the points of their own file and no flag but a
 * question to a person, whoever attacks has nothing beyond what they answered rightly, all of it ends, and both say the same.
 */
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openAsBlob,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { wrap, type Remote } from 'comlink';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ALL } from '../../all.ts';
import { Threads } from '../../../scripts/grade/rerun.ts';
import { inProjectNode } from '../../../scripts/setup.mjs';
import type { RunAll } from '../../../scripts/hand-in/class.ts';
import { provenAssignments } from '../../../src/tasks/sets/author/load.ts';
import type { Key } from '../../../src/tasks/sets/pure/format/assignment.ts';
import { normalised } from '../../../src/tasks/sets/pure/variants/student.ts';
import type { ClassResult } from '../../../src/tasks/grading/pure/grade/class.ts';
import { isBeside } from '../../../src/tasks/grading/pure/grade/owner.ts';
import { refusalOf } from '../../../src/tasks/grading/pure/grade/refusal.ts';
import type { Rerun } from '../../../src/tasks/grading/pure/grade/reruns.ts';
import { csvRows } from '../../../src/tasks/grading/pure/out/read-csv.ts';
import { sortedFiles } from '../../../src/tasks/grading/teach/dropped.ts';
import type { GradeSide, Saving } from '../../../src/tasks/grading/teach/protocol.ts';
import { loadWidget } from '../../../widgets/index.ts';
import { runKey } from '../../../widgets/kit/record/run-key.ts';
import { attacked, type Attacked } from './attack.ts';
import { everyKindToday } from './every-kind.ts';
import { madeOf, YAML } from './fixture.ts';
import { harmlessFeedback, harmlessTable } from './mangled.ts';

const CLASSES = Array.from({ length: ALL ? 40 : 8 }, (_, at) => at + 1);
/** The attack that was first made had so many files in forty classes. */
const FILES = 466 / 40;
/** Ends what hangs. */
const PATIENCE = 600_000;

const home = mkdtempSync(join(tmpdir(), 'attack-'));
const out = join(home, 'out');
const threads = new Threads(2);
const reruns = new Map<string, Rerun>();
const keys: Key[] = [];
let page: Remote<GradeSide>;
const counts = { hostile: 0, marks: 0 };

/** The worker of the page that grades, in this process: what is sent and answered goes as it is. */
async function workerHere(): Promise<Remote<GradeSide>> {
  const end = (own: EventTarget, other: EventTarget) => ({
    addEventListener: own.addEventListener.bind(own),
    removeEventListener: own.removeEventListener.bind(own),
    postMessage: (data: unknown) =>
      queueMicrotask(() => other.dispatchEvent(new MessageEvent('message', { data }))),
  });
  const [here, there] = [new EventTarget(), new EventTarget()];
  Object.assign(globalThis, end(there, here));
  await import('../../../src/tasks/grading/teach/worker.ts');
  return wrap<GradeSide>(end(here, there));
}

const runAll: RunAll = async (runs, onDone) => {
  const left = runs.filter((run) => !reruns.has(runKey(run)));
  await threads.repeat(left, (run, rerun) => reruns.set(runKey(run), rerun));
  for (const run of runs) onDone(run, reruns.get(runKey(run)) as Rerun);
};

beforeAll(async () => {
  mkdirSync(out);
  const { made } = await madeOf(YAML);
  keys.push(await everyKindToday(), made?.key as Key);
  if (ALL) keys.push(...(await provenAssignments()).map(({ key }) => key));
  page = await workerHere();
});
afterAll(async () => {
  await threads.close();
  rmSync(home, { recursive: true, force: true });
});

type Found = readonly [name: string, isFile: boolean, size: number, changed: number];
/** Everything below a folder, as it is; no link is followed. */
function treeOf(root: string, under = ''): readonly Found[] {
  return readdirSync(root, { withFileTypes: true }).flatMap((entry): readonly Found[] => {
    const own = under === '' ? entry.name : `${under}/${entry.name}`;
    const { size, mtimeMs } = lstatSync(join(root, entry.name));
    if (entry.isDirectory()) return treeOf(join(root, entry.name), own);
    return [[own, entry.isFile(), size, mtimeMs]];
  });
}
const namesIn = (root: string): readonly string[] =>
  treeOf(root)
    .flatMap(([name, isFile]) => (isFile ? name : []))
    .sort();

/** What came of a class at the desk or on the page. */
interface Graded {
  readonly result: ClassResult;
  readonly table: string;
  readonly feedback: ReadonlyMap<string, string>;
  readonly back: string;
}

function atDesk(key: Key, { folder, lists }: Attacked, root: string): Graded & { said: string } {
  const at = (name: string): string => join(root, 'out', name);
  writeFileSync(at('key.json'), JSON.stringify(key));
  const { status, stderr } = inProjectNode(
    'node',
    [
      ...['scripts/grade/main.ts', folder, '--assignment', key.assignment.id],
      ...['--key', at('key.json'), '--out', join(out, `${key.assignment.id}.csv`), '--resume'],
      ...['--json', at('all.json'), '--feedback', at('feedback'), '--jobs', '1'],
      ...lists.flatMap((list) => ['--class', list, '--back', at('back')]),
    ],
    { stdio: 'pipe', encoding: 'utf8', timeout: PATIENCE },
  );
  const said = String(stderr);
  expect([status, said]).toEqual([1, expect.stringContaining('is written.')]);
  const feedback = namesIn(at('feedback')).map(
    (name) => [name, readFileSync(join(at('feedback'), name), 'utf8')] as const,
  );
  return {
    said,
    result: JSON.parse(readFileSync(at('all.json'), 'utf8')) as ClassResult,
    table: readFileSync(join(out, `${key.assignment.id}.csv`), 'utf8'),
    feedback: new Map(feedback),
    back: lists[0] === undefined ? '' : readFileSync(join(at('back'), basename(lists[0])), 'utf8'),
  };
}

async function onPage(key: Key, { folder, lists }: Attacked): Promise<Graded> {
  await page.forget();
  expect(await page.key(JSON.stringify(key))).toBeUndefined();
  const dropped = await Promise.all(
    namesIn(folder).map(async (name) => ({
      name,
      file: new File([await openAsBlob(join(folder, name))], basename(name)),
    })),
  );
  const sorted = await sortedFiles(dropped);
  expect(sorted.lists.map(({ name }) => name)).toEqual(lists.map((list) => basename(list)));
  await page.classLists(sorted.lists);
  const handIns = sorted.handIns.filter(({ name }) => !isBeside(name));
  await page.add(...([handIns.map(({ file }) => file), handIns.map(({ name }) => name)] as const));
  const known = new Map(
    readFileSync(join(out, `${key.assignment.id}.csv.runs.jsonl`), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { run: string; rerun: Rerun })
      .map(({ run, rerun }) => [run, rerun] as const),
  );
  for (const run of await page.wanted()) {
    const rerun = refusalOf(await loadWidget(run.widget), run) ?? known.get(runKey(run));
    if (!rerun) throw new Error('the desk has not repeated a run that the page wants');
    await page.ran([[runKey(run), rerun]]);
  }
  await page.grade();
  const text = async (what: Saving): Promise<string> => asWritten(String(await page.save(what)));
  const [[, back] = ['', '']] = (await page.giveBack()).files;
  return {
    result: JSON.parse(await text('json')) as ClassResult,
    table: await text('csv'),
    // As a file has it: half a sign is none.
    feedback: new Map(
      ((await page.save('feedback')) as [string, string][]).map(
        ([name, words]) => [asWritten(name), asWritten(words)] as const,
      ),
    ),
    back:
      typeof back === 'string' ? back : new TextDecoder('utf-8', { ignoreBOM: true }).decode(back),
  };
}

const asWritten = (text: string): string => Buffer.from(text).toString();

/** Windows has neither pipes nor such names. */
const able = it.skipIf(process.platform === 'win32');

able.each(CLASSES)('class %i', async (seed) => {
  const key = keys[seed % keys.length] as Key;
  const root = join(home, String(seed));
  for (const name of ['in', 'out']) mkdirSync(join(root, name), { recursive: true });
  const truth = await attacked(key, seed, root, runAll);
  counts.hostile += truth.hostile;
  const around = () => ['in', 'outside'].map((name) => treeOf(join(root, name)));
  const before = around();
  const desk = atDesk(key, truth, root);

  const attacks = truth.attacks.join(', ');

  // Each has what is theirs.
  const { students } = desk.result;
  const points = new Map(students.map((one) => [normalised(one.student.number), one]));
  for (const [number, own] of truth.honest) {
    const found = points.get(number);
    const has = [number, found?.points];
    expect(has, attacks).toEqual([number, expect.closeTo(own.points, 5)]);
    expect(
      found?.flags.filter(({ flag }) => !own.flags.has(flag)),
      attacks,
    ).toEqual([]);
  }
  const undue = students.filter(({ student, points: has }) => {
    const number = normalised(student.number);
    return !truth.honest.has(number) && has > (truth.most.get(number) ?? 0) + 1e-6;
  });
  expect(undue, attacks).toEqual([]);

  // Nothing is written elsewhere, nothing is read elsewhere, and nothing gets out of its place.
  expect(around()).toEqual(before);
  expect(readdirSync(root).sort()).toEqual(['in', 'out', 'outside']);
  const outputs = [desk.table, desk.back, desk.said, ...desk.feedback.values()];
  expect(outputs.filter((text) => text.includes(truth.ghost.number))).toEqual([]);
  harmlessTable(desk.table);
  for (const [name, text] of desk.feedback) {
    expect(name).toMatch(
      /^([^._~][^:"*?<>|\\\p{Cc}\u202E]*\/)?[^:"*?<>|\\\p{Cc}\u202E]+-feedback\.md$/u,
    );
    harmlessFeedback(text);
  }
  expect(desk.feedback.size).toBe(students.length);
  expect(desk.said).not.toMatch(/(?!\n)[\p{Cc}\u202A-\u202E\u2066-\u2069]|^ +at |Error/mu);
  marksIn(truth, desk.back, total(key));

  const shown = await onPage(key, truth);
  const isFile = ({ problem }: ClassResult['refused'][number]): boolean => problem !== 'not-file';
  expect(shown.result.students).toEqual(students);
  expect(shown.result.refused).toEqual(desk.result.refused.filter(isFile));
  expect([shown.back, shown.feedback]).toEqual([desk.back, desk.feedback]);
  const graded = ({ table }: Graded) => csvRows(table).slice(0, students.length + 1);
  expect(graded(shown)).toEqual(graded(desk));
});

const total = ({ assignment }: Key): number =>
  assignment.items.reduce((sum, { points }) => sum + points, 0);

/**
 * A list that comes back has marks of whoever has worked, or none, and is else as it was; where it takes a hundred at most, they
 * are in proportion.
 */
function marksIn({ lists, honest, most }: Attacked, back: string, of: number): void {
  for (const list of lists) {
    const [were, are] = [csvRows(readFileSync(list, 'utf8')), csvRows(back)];
    const head = are[0] ?? [];
    const own = head.findIndex(
      (name, i) => /^Grade$|\(77\)$/.test(name) || i >= (were[0]?.length ?? 0),
    );
    const isOwn = (i: number): boolean => i === own || head[i] === 'Feedback comments';
    const rest = (rows: typeof are) => rows.map((row) => row.filter((_, i) => !isOwn(i)));
    expect(rest(are)).toEqual(rest(were));
    for (const [i, row] of are.entries()) {
      const who = honest.get(row.map(normalised).find((cell) => honest.has(cell)) ?? '');
      if (i === 0 || row[own] === (were[i]?.[own] ?? '')) continue;
      counts.marks += 1;
      const isOfHundred = /^Grade$|\(77\)$/.test(head[own] ?? '');
      const mark = (Number(row[own]) * (isOfHundred ? of : 1)) / (isOfHundred ? 100 : 1);
      if (who) expect(mark).toBeCloseTo(who.points, 1);
      else expect(mark).toBeLessThanOrEqual(Math.max(0, ...most.values()) + 0.05);
    }
  }
}

able('so many files attack, and marks are written all the same', () => {
  expect(counts.hostile).toBeGreaterThanOrEqual(CLASSES.length * FILES);
  expect(counts.marks).toBeGreaterThan(CLASSES.length);
});
