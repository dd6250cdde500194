import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AnyWidget } from '../../../../widgets/kit/contract/widget.ts';
import { codeHash } from '../../../../widgets/run/kept/code-hash.ts';
import { keptOutcomes } from '../../../../widgets/run/kept/kept-outcomes.ts';
import { runManyOnNode } from '../../../../widgets/run/node.ts';

vi.mock('../../../../widgets/run/node.ts', () => ({
  runManyOnNode: vi.fn((_: unknown, list: readonly { seed: number }[]) =>
    Promise.resolve(list.map(({ seed }) => ({ rows: Float32Array.of(seed), why: Number.NaN }))),
  ),
}));

const FILES = {
  'package.json': '{"dependencies":{"learning":"1.0.0","searching":"2.0.0"}}',
  'public/data/digits.bin': 'bytes',
  'public/data/digits.json': '{"files":[{"name":"digits.bin"}]}',
  'public/data/letters.bin': 'bytes',
  'public/data/letters.json': '{"files":[{"name":"letters.bin"}]}',
  'widgets/run/node.ts': "import { learn } from 'learning/core'; import './lab/node.ts';",
  'widgets/run/lab/node.ts': "import './learners.ts';",
  'widgets/run/lab/learners.ts': "import '../../experiments/other-thing/model.ts';",
  'widgets/experiments/coin-toss/model.ts':
    "import { a } from '../../base.ts'; const FILE = 'digits.bin';",
  'widgets/experiments/coin-toss/say.ts': '',
  'widgets/experiments/coin-toss/figure.ts': "import '../../drawing.ts';",
  'widgets/experiments/other-thing/model.ts': '',
  'widgets/base.ts': 'export const a = 1;',
  'widgets/drawing.ts': '',
};
let root = '';
const write = (file: string, text: string): void => {
  mkdirSync(join(root, file, '..'), { recursive: true });
  writeFileSync(join(root, file), text);
};
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'outcomes-'));
  for (const [file, text] of Object.entries(FILES)) write(file, text);
});
afterEach(() => {
  rmSync(root, { recursive: true });
  vi.mocked(runManyOnNode).mockClear();
});

test.each([
  ['the experiment', 'widgets/experiments/coin-toss/model.ts', true],
  ['what it imports', 'widgets/base.ts', true],
  ['the runner', 'widgets/run/lab/node.ts', true],
  ['the data', 'public/data/digits.bin', true],
  ['data that it does not read', 'public/data/letters.bin', false],
  ['the list of experiments', 'widgets/run/lab/learners.ts', false],
  ['the version of a package', 'package.json', true],
  ['the words', 'widgets/experiments/coin-toss/say.ts', false],
  ['the drawing', 'widgets/drawing.ts', false],
  ['another experiment', 'widgets/experiments/other-thing/model.ts', false],
  ['a card', 'public/data/digits.json', false],
])('a change in %s (%s) asks for new runs: %s', (_, file, isOther) => {
  const before = codeHash(root, 'coin-toss');
  write(
    file,
    file.endsWith('.json')
      ? '{"dependencies":{"learning":"1.0.1","searching":"2.0.0"},"files":[{"name":"digits.bin"}]}'
      : '// changed',
  );
  expect(codeHash(root, 'coin-toss') !== before).toBe(isOther);
});

test('a package that it does not import asks for none', () => {
  const before = codeHash(root, 'coin-toss');
  write('package.json', '{"dependencies":{"learning":"1.0.0","searching":"2.0.1"}}');
  expect(codeHash(root, 'coin-toss')).toBe(before);
});

test('a change in an experiment whose models it asks for asks for new runs', () => {
  const hash = (): string => codeHash(root, 'coin-toss', ['other-thing']);
  const before = hash();
  write('widgets/experiments/other-thing/model.ts', '// changed again');
  expect(hash()).not.toBe(before);
});

// Another tag for each test: a process reads the code of a widget once.
const widget = (tag: string): AnyWidget => ({ tag, version: 1 }) as AnyWidget;

test('what was run is not run again, in a list or alone, and its outcome comes back as it was', async () => {
  const list = [{ seed: 1 }, { seed: 2 }];
  const first = await keptOutcomes(widget('coin-toss'), list, root);
  const again = await keptOutcomes(widget('coin-toss'), [{ seed: 1 }, { seed: 2 }], root);
  expect(again).toEqual(first);
  expect(again[1]).toEqual({ rows: Float32Array.of(2), why: Number.NaN });
  expect(runManyOnNode).toHaveBeenCalledTimes(1);
  const mixed = [{ seed: 3 }, { seed: 1 }, { seed: 3 }];
  const found = await keptOutcomes(widget('coin-toss'), mixed, root);
  expect(found.map((one) => [...(one as { rows: Float32Array }).rows])).toEqual([[3], [1], [3]]);
  expect(runManyOnNode).toHaveBeenLastCalledWith(expect.anything(), [{ seed: 3 }]);
  await keptOutcomes({ ...widget('coin-toss'), version: 2 }, [{ seed: 1 }], root);
  expect(runManyOnNode).toHaveBeenCalledTimes(3);
});

test('what cannot be read is run again, and outcomes of earlier code are thrown away', async () => {
  const above = join(root, '.cache/outcomes/other-thing');
  write('.cache/outcomes/other-thing/0123/old', 'x');
  await keptOutcomes(widget('other-thing'), [{ seed: 1 }], root);
  const [folder = ''] = readdirSync(above);
  expect(readdirSync(above)).toEqual([codeHash(root, 'other-thing')]);
  const [file = ''] = readdirSync(join(above, folder));
  writeFileSync(join(above, folder, file), 'half an outc');
  await keptOutcomes(widget('other-thing'), [{ seed: 1 }], root);
  expect(runManyOnNode).toHaveBeenCalledTimes(2);
  expect(readdirSync(join(above, folder))).toEqual([file]);
});

test('a run that fails leaves nothing behind', async () => {
  vi.mocked(runManyOnNode).mockRejectedValueOnce(new Error('altered'));
  await expect(keptOutcomes(widget('third-thing'), [{ seed: 1 }], root)).rejects.toThrow('altered');
  await keptOutcomes(widget('third-thing'), [{ seed: 1 }], root);
  expect(runManyOnNode).toHaveBeenCalledTimes(2);
});
