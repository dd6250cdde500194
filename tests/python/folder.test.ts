/** The folder of all programs: each runs as it lies there, with its modules and its data beside it. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { folderOf } from '../../scripts/python.ts';
import { loadWidgets } from '../../widgets/index.ts';
import { MODULES } from '../../widgets/kit/python/program.ts';
import { PYTHON } from './printed.ts';

const WIDGETS = await loadWidgets();
const files = folderOf();
const folder = mkdtempSync(join(tmpdir(), 'folder-'));
for (const [path, content] of files) {
  const to = join(folder, path);
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, content);
}
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const shared: readonly string[] = MODULES.map((name) => `${name}.py`);
const programs = [...files.keys()].filter((name) => name.endsWith('.py') && !shared.includes(name));

describe.skipIf(!PYTHON)('the folder of programs', () => {
  test.each(programs)('%s prints what its experiment measures', { timeout: 120_000 }, (name) => {
    // From elsewhere: a program looks beside itself.
    const said = execFileSync(PYTHON ?? '', [join(folder, name)], { encoding: 'utf8' });
    const names = said.split('\n').flatMap((line) => line.match(/^\w+(?= = )/)?.[0] ?? []);
    const widget = WIDGETS[name.replace('.py', '')];
    expect(names.length).toBeGreaterThan(0);
    expect(Object.keys(widget?.measures ?? {})).toEqual(expect.arrayContaining(names));
  });
});

test('lists every program and the licence of every file of data', () => {
  const readme = String(files.get('README.md'));
  for (const name of programs) expect(readme).toContain(`| \`${name}\` |`);
  const cards = [...files].filter(([path]) => /^data\/[\w-]+\.json$/.test(path));
  const named = cards.map(([, card]) => JSON.parse(String(card)) as Record<string, unknown>);
  expect(named.length).toBeGreaterThan(3);
  for (const { title, licence } of named)
    expect(readme).toContain(`- ${String(title)}: ${String(licence)}`);
});
