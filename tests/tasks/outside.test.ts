/** Work outside: its data, what is proved of it, what Python makes of it, and how numbers are judged. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { csvOf, fileOf, rowsOf } from '../../src/tasks/kinds/outside/pure/table.ts';
import { JUDGE } from '../../src/tasks/kinds/outside/grade.ts';
import { submissionMarkdown } from '../../src/tasks/sets/pure/submission/markdown.ts';
import { signed } from '../../src/tasks/sets/pure/submission/write.ts';
import { answered, begun, submissionOf } from '../../src/tasks/sets/pure/work/work.ts';
import { drawn, variantOf } from '../../src/tasks/sets/pure/variants/variant.ts';
import type { OutsideItem, OutsideItemKey } from '../../src/tasks/kinds/outside/item.ts';
import type { Key } from '../../src/tasks/sets/pure/format/assignment.ts';
import { faultsOf, keyOf, verdictOn } from './given.ts';
const ITEM = `  - id: small-drift
    version: 1
    kind: outside
    points: 6
    minutes: 25
    objective: Compare two weeks.
    draw: { shift: [0.8, 1.2, 1.6], data: { min: 1, max: 8, step: 1 } }
    prompt: Has the mean moved?
    data:
      file: two-weeks
      columns: [week, latency_ms]
      rows: |
        function rows() {
          return Array.from({ length: 300 }, (_, i) => {
            const week = i < 150 ? 'before' : 'after';
            const value = 20 + 2 * normal() + (i < 150 ? 0 : {shift});
            return [week, Math.round(value * 1000) / 1000];
          });
        }
    asks:
      - { id: moved, label: How far the mean has moved, unit: ms, tolerance: { absolute: 0.001 } }
      - { id: spread, label: The standard deviation before, unit: ms, tolerance: { absolute: 0.001 } }
    solve: |
      const of = (rows, week) => rows.filter((row) => row.week === week).map((row) => row.latency_ms);
      const mean = (list) => list.reduce((sum, one) => sum + one, 0) / list.length;
      function solve(rows) {
        const [before, after] = [of(rows, 'before'), of(rows, 'after')];
        const squares = before.map((one) => (one - mean(before)) ** 2);
        const spread = Math.sqrt(squares.reduce((sum, one) => sum + one, 0) / (before.length - 1));
        return { moved: mean(after) - mean(before), spread };
      }
    rubric:
      - { id: reads, text: It reads the file and groups by week., points: 1 }
      - { id: same, text: It computes what was handed in., points: 1 }
    wrong:
      - id: backwards
        misconception: A move is before less after.
        feedback: You have taken the weeks in the other order.
        code: |
          const of = (rows, week) => rows.filter((row) => row.week === week).map((row) => row.latency_ms);
          const mean = (list) => list.reduce((sum, one) => sum + one, 0) / list.length;
          function solve(rows) {
            return { moved: mean(of(rows, 'before')) - mean(of(rows, 'after')) };
          }
      - id: of-all
        misconception: The spread of both weeks together is that of one.
        feedback: The second week is in it, too.
        code: |
          function solve(rows) {
            const all = rows.map((row) => row.latency_ms);
            const mean = all.reduce((sum, one) => sum + one, 0) / all.length;
            return { spread: Math.sqrt(all.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (all.length - 1)) };
          }
    solution: Group by week.
`;
/** As a student would: nothing but Python’s own library. */
const PYTHON = `
import csv, json, statistics, sys
rows = list(csv.DictReader(open(sys.argv[1])))
of = lambda week: [float(row["latency_ms"]) for row in rows if row["week"] == week]
before, after = of("before"), of("after")
print(json.dumps({"moved": statistics.mean(after) - statistics.mean(before), "spread": statistics.stdev(before)}))
`;

function partsOf(key: Key, number = '7') {
  const [item] = key.assignment.items;
  const own = key.items['small-drift'];
  if (item?.kind !== 'outside' || own?.kind !== 'outside') throw new Error('no work outside');
  const seed = variantOf(key.assignment, item, number);
  return { item, own, seed } as { item: OutsideItem; own: OutsideItemKey; seed: number };
}

function fileIn({ item, seed }: { item: OutsideItem; seed: number }): string {
  const rows = rowsOf(item, drawn(item, seed), seed);
  if (typeof rows === 'string') throw new Error(rows);
  return csvOf(item.data, rows);
}

describe('work outside', () => {
  it('has data of its own in each variant, the same whenever they are made', async () => {
    const key = await keyOf(ITEM);
    const { item } = partsOf(key);
    const files = item.seeds.map((seed) => fileIn({ item, seed }));
    expect(new Set(files).size).toBe(8);
    expect(item.seeds.map((seed) => fileIn({ item, seed }))).toEqual(files);
    expect(files[0]?.split('\n')).toHaveLength(302);
    expect(files[0]).toMatch(/^week,latency_ms\nbefore,\d+(\.\d+)?\n/);
    expect(fileOf(item, 5)).toBe('two-weeks-variant-5.csv');
  });

  it.skipIf(spawnSync('python3', ['--version']).status !== 0)(
    'has the numbers that Python finds in the file',
    async () => {
      const key = await keyOf(ITEM);
      const { item, own } = partsOf(key);
      const folder = mkdtempSync(join(tmpdir(), 'outside-'));
      try {
        writeFileSync(join(folder, 'find.py'), PYTHON);
        for (const seed of item.seeds.slice(0, 3)) {
          const file = join(folder, fileOf(item, seed));
          writeFileSync(file, fileIn({ item, seed }));
          const { stdout } = spawnSync('python3', [join(folder, 'find.py'), file], {
            encoding: 'utf8',
          });
          const found = JSON.parse(stdout) as Record<string, number>;
          const right = own.answers[seed]?.right ?? {};
          for (const id of ['moved', 'spread'])
            expect([id, found[id]]).toEqual([id, expect.closeTo(right[id] ?? 0, 9)]);
        }
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );

  it('counts the numbers itself and leaves the script to be read', async () => {
    const key = await keyOf(ITEM);
    const { own, seed } = partsOf(key);
    const { right, wrong } = own.answers[seed] ?? { right: {}, wrong: {} };
    const both = [String(right['moved']), `${String(right['spread'])} ms`];
    expect(verdictOn(key, [...both, 'import csv'])).toMatchObject({
      state: 'unverified',
      points: 4,
    });
    expect(verdictOn(key, [...both, ''])).toMatchObject({ state: 'partly', points: 4 });
    expect(verdictOn(key, [...both, '']).says).toContain('no script to read');
    const backwards = verdictOn(key, [String(wrong['backwards']?.['moved']), both[1] ?? '', 'x']);
    expect(backwards).toMatchObject({ points: 2, wrong: 'backwards' });
    expect(backwards.says).toContain('in the other order');
    expect(verdictOn(key, ['abc', both[1] ?? '', 'x']).points).toBe(2);
    expect(verdictOn(key, ['', both[1] ?? '', 'x']).says).toContain('Without a number: How far');
    for (const answer of [['1'], ['1', '2'], ['1', '2', '3', '4'], '1'])
      expect(verdictOn(key, answer).state).toBe('unreadable');
    expect(verdictOn(key, []).state).toBe('missing');
  });

  it('shows whoever reads what was found, the rubric, and the points of the numbers', async () => {
    const key = await keyOf(ITEM);
    const { item, own, seed } = partsOf(key);
    const right = own.answers[seed]?.right ?? {};
    const answer = [String(right['moved']), '0', 'import csv'];
    const handed = { version: 1, variant: seed, note: '', answer, runs: [], tries: 1, hints: 0 };
    const beside = JUDGE.beside?.({ item, key: own, seed, handed, reruns: new Map() });
    expect(beside?.rubric.map(({ id, points }) => [id, points])).toEqual([
      ['numbers', 4],
      ['reads', 1],
      ['same', 1],
    ]);
    expect(beside?.findings[0]).toBe('How far the mean has moved: right.');
    expect(beside?.rubric[0]?.isGiven).toBe(false);
  });

  it('stands in the readable form with its script between fences that it cannot end', async () => {
    const key = await keyOf(ITEM);
    const { assignment } = key;
    const { item } = partsOf(key);
    const script = 'import csv\n```\n# A heading?\n````';
    const work = answered(begun(assignment, { name: 'A', number: '7' }, 'a'.repeat(16)), item, [
      '1.5',
      '2\n# no',
      script,
    ]);
    const text = submissionMarkdown(
      assignment,
      signed(submissionOf(work, assignment, '2026-11-27T12:00:00.000Z')),
    );
    expect(text).toContain(`\n\`\`\`\`\`\n${script}\n\`\`\`\`\`\n`);
    expect(text).toContain(
      '> How far the mean has moved: 1.5\n>\n> The standard deviation before: 2\n> # no\n',
    );
  });

  it.each([
    [
      'a table with a hole',
      'return [week, Math',
      'return [week, i === 3 ? undefined : Math',
      /data\.rows: rows\(\) should give a list/,
    ],
    [
      'a cell that is a formula',
      "'before' : 'after'",
      "'=1' : 'after'",
      /data\.rows: rows\(\) should give/,
    ],
    [
      'rows that never end',
      'function rows() {',
      'function rows() { for (;;) {}',
      /data\.rows: It does not come to an end/,
    ],
    [
      'a number that is not found',
      'moved: mean(after) - mean(before), spread',
      'spread',
      /solve gives no number "moved"/,
    ],
    [
      'a wrong way that is right',
      "mean(of(rows, 'before')) - mean(of(rows, 'after'))",
      "mean(of(rows, 'after')) - mean(of(rows, 'before'))",
      /the known wrong "backwards" .* counts as moved/,
    ],
    [
      'a rubric that takes all',
      'text: It computes what was handed in., points: 1',
      'text: It computes what was handed in., points: 5',
      /leave some for the numbers/,
    ],
    ['the same data for all', '2 * normal()', 'i % 3', /its data are those of variant/],
  ])('is refused for %s', async (_, from, to, fault) => {
    expect(await faultsOf(ITEM, from, to)).toMatch(fault);
  });
});
