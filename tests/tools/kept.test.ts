import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type * as Depends from '../../scripts/kept/depends.ts';

const HARNESS = 'tests/widgets/figures.test.ts';
const OF_ONE = 'tests/tools/progress.test.ts';
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Under another address Node loads a module anew. */
let loads = 0;
const fresh = (): Promise<typeof Depends> =>
  import(`../../scripts/kept/depends.ts?${(loads += 1)}`) as never;

/** The hash of a test by a module that has seen nothing yet. */
async function hashOf(
  entry: string,
  read: readonly string[] = [],
  scope: { readonly only?: string; readonly asks?: readonly string[] } = {},
): Promise<string> {
  const { dependencies } = await fresh();
  return dependencies(entry, new Map([[entry, new Set(read)]]), scope);
}

test('the same test with the same around it has the same name, and another has another', async () => {
  expect(await hashOf(OF_ONE)).toBe(await hashOf(OF_ONE));
  expect(await hashOf(OF_ONE)).not.toBe(await hashOf(HARNESS));
});

test.each(['a file that it read', 'a file that its page asked for'])(
  'a change in %s has it run again',
  async (what) => {
    const file = join(folder, 'read.txt');
    const now = (): Promise<string> =>
      what.includes('page') ? hashOf(OF_ONE, [], { asks: [file] }) : hashOf(OF_ONE, [file]);
    writeFileSync(file, 'before');
    const before = await now();
    writeFileSync(file, 'after');
    expect(await now()).not.toBe(before);
  },
);

test('what it looked for and did not find has it run again when it comes, whatever its name', async () => {
  const file = join(folder, 'LICENSE');
  const before = await hashOf(OF_ONE, [file]);
  writeFileSync(file, 'one');
  const between = await hashOf(OF_ONE, [file]);
  writeFileSync(file, 'two');
  expect(new Set([before, between, await hashOf(OF_ONE, [file])]).size).toBe(3);
});

test('a new file in a folder that it listed, or found by a pattern, has it run again', async () => {
  for (const seen of [`${folder}/`, `*${folder}/*.txt`]) {
    const before = await hashOf(OF_ONE, [seen]);
    writeFileSync(join(folder, `${seen.length}.txt`), '');
    expect(await hashOf(OF_ONE, [seen])).not.toBe(before);
  }
});

test('who goes through all experiments hangs, for one of them, on no other', async () => {
  const { SUBJECTS } = await fresh();
  const [one = '', other = ''] = SUBJECTS;
  const read = (name: string): string => `tests/pictures/${name}.wide.svg`;
  const alone = await hashOf(HARNESS, [], { only: one });
  expect(await hashOf(HARNESS, [read(other)], { only: one })).toBe(alone);
  expect(await hashOf(HARNESS, [read(one)], { only: one })).not.toBe(alone);
  expect(await hashOf(HARNESS, [], { only: other })).not.toBe(alone);
});
