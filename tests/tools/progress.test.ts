import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Progress } from '../../scripts/build/progress.mjs';
import { bookServer, listen } from '../../scripts/serve.mjs';

beforeEach(() => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(() => {
  vi.restoreAllMocks();
});

test('a build tells its step, and among the pages how many lessons are written', () => {
  const lines: string[] = [];
  const progress = new Progress(4, (line: string) => lines.push(line));
  progress.heard('04:46:11 [build] Building static entrypoints...\n');
  expect(lines.at(-1)).toMatch(/putting the code together \(step 2 of 5\)/);
  progress.heard('04:46:24 [vite] ✓ built in 12.62s\n generating static routes \n');
  progress.heard('04:51:01   ├─ /lessons/one/index.html (+1s)\n   ├─ /about/index.html (+1s)\n');
  progress.heard('04:51:02   ├─ /lessons/two/index.html (+1s)\n');
  expect(lines.at(-1)).toMatch(/writing the pages, lesson 2 of 4/);
  progress.step('links');
  expect(lines.at(-1)).toMatch(/setting the links \(step 5 of 5\)/);
});

test('what is left is told by what is done', () => {
  let now = 0;
  vi.spyOn(Date, 'now').mockImplementation(() => now);
  const lines: string[] = [];
  const progress = new Progress(10, (line: string) => lines.push(line));
  now = 30_000;
  progress.heard('generating static routes');
  expect(lines.at(-1)).toContain('about 20 s still');
});

test('while there is no book the server says how far it is, and then serves it', async () => {
  const root = mkdtempSync(join(tmpdir(), 'served-'));
  writeFileSync(join(root, 'index.html'), '<title>The book</title>');
  let waiting: string | undefined = 'lesson 2 of 4';
  const server = bookServer(root, '/', () => waiting);
  const address = `http://127.0.0.1:${await listen(server, 0)}/`;
  try {
    expect(await (await fetch(address)).text()).toMatch(/refresh[^]*lesson 2 of 4/);
    waiting = undefined;
    expect(await (await fetch(address)).text()).toBe('<title>The book</title>');
  } finally {
    server.close();
    rmSync(root, { recursive: true });
  }
});
