import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { upToDate } from '../../scripts/build.mjs';
import { bookServer, fileFor, listen } from '../../scripts/serve.mjs';
import { installedAsLocked, newEnough, onPath } from '../../scripts/setup.mjs';
import { alone } from '../../scripts/setup/alone.mjs';
import { addUp, browserCounts, lastLine, unitCounts } from '../../scripts/test/counts.mjs';
import {
  browserFailures,
  programFailure,
  unitFailures,
  whatFailed,
} from '../../scripts/test/failures.mjs';

const rooms: string[] = [];
const room = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'book-setup-'));
  rooms.push(folder);
  return folder;
};
const open: { close: () => void }[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
  for (const folder of rooms.splice(0)) rmSync(folder, { recursive: true });
});

const LOCK = {
  packages: {
    '': { version: '0' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/elsewhere': { version: '2.0.0', optional: true },
  },
};

test('packages are installed when each has its locked version; those of other systems may be missing', () => {
  expect(installedAsLocked(LOCK, { packages: { 'node_modules/a': { version: '1.0.0' } } })).toBe(
    true,
  );
  expect(installedAsLocked(LOCK, { packages: { 'node_modules/a': { version: '1.0.1' } } })).toBe(
    false,
  );
  expect(installedAsLocked(LOCK, {})).toBe(false);
});

test('of two commands that begin at once one installs, and the other waits; one that died holds nobody up', () => {
  const file = join(room(), 'cache', 'installing');
  const did: string[] = [];
  const begin = (looks: readonly boolean[]): void => {
    const all = [...looks];
    alone(
      file,
      () => all.shift() ?? true,
      () => did.push('installs'),
      () => did.push('waits'),
    );
  };
  begin([true]);
  begin([false, false, true]);
  expect(did.splice(0)).toEqual(['installs']);
  expect(existsSync(file)).toBe(false);
  // Another process that lives is at it, and ends meanwhile.
  writeFileSync(file, String(process.ppid));
  begin([false, true]);
  expect(did.splice(0)).toEqual(['waits']);
  writeFileSync(file, '99999999');
  begin([false, false, false, true]);
  expect(did.at(-1)).toBe('installs');
  expect(existsSync(file)).toBe(false);
});

test.each([
  ['v26.10.0', true],
  ['v22.18.0', true],
  ['v22.12.0', false],
  ['v20.19.0', false],
  ['', false],
])('Node %s runs the book: %s', (version, enough) => {
  expect(newEnough(version)).toBe(enough);
});

test.skipIf(process.platform === 'win32')('a browser is the first on the PATH that runs', () => {
  const [empty, broken, fine] = [room(), room(), room()];
  writeFileSync(join(broken, 'chromium'), '#!/bin/sh\nexit 1\n');
  writeFileSync(join(fine, 'chromium'), '#!/bin/sh\necho Chromium 1\n');
  for (const folder of [broken, fine]) chmodSync(join(folder, 'chromium'), 0o755);
  const path = [empty, broken, fine].join(delimiter);
  expect(onPath(['google-chrome', 'chromium'], path)).toBe(join(fine, 'chromium'));
  expect(onPath(['google-chrome'], path)).toBeUndefined();
});

test('the book is built anew when a source is younger than the page', () => {
  const folder = room();
  const [built, sources] = [join(folder, 'index.html'), join(folder, 'src')];
  expect(upToDate(built, [sources])).toBe(false);
  mkdirSync(sources);
  writeFileSync(built, '');
  const source = join(sources, 'a.ts');
  writeFileSync(source, '');
  const [then, now] = [new Date(1e12), new Date(2e12)];
  for (const path of [source, sources]) utimesSync(path, then, then);
  utimesSync(built, now, now);
  expect(upToDate(built, [sources])).toBe(true);
  utimesSync(source, new Date(3e12), new Date(3e12));
  expect(upToDate(built, [sources])).toBe(false);
});

test.each(['/book/../secret', '/book/%2e%2e/secret', '/book/..%2fsecret', '/other/x', '/book/%00'])(
  'the server does not follow %s out of the book',
  (address) => {
    const file = fileFor('/srv/dist', '/book/', address);
    expect(file === undefined || file.startsWith('/srv/dist')).toBe(true);
  },
);

test('a busy port moves on to the next', async () => {
  const busy = createServer();
  open.push(busy);
  const taken = await listen(busy, 43_210);
  const book = bookServer(room());
  open.push(book);
  expect(await listen(book, taken)).toBe(taken + 1);
});

test('pages come packed, with their kind, at a sub-path, and are not sent twice', async () => {
  const folder = room();
  writeFileSync(join(folder, 'index.html'), '<p>hello</p>'.repeat(100));
  writeFileSync(join(folder, 'lab.wasm'), 'x');
  const book = bookServer(folder, '/book/');
  open.push(book);
  const home = `http://127.0.0.1:${await listen(book, 43_310)}/book/`;
  const page = await fetch(home);
  expect(page.headers.get('content-encoding')).toBe('gzip');
  expect(await page.text()).toContain('hello');
  const again = await fetch(home, { headers: { 'if-none-match': page.headers.get('etag') ?? '' } });
  expect(again.status).toBe(304);
  expect((await fetch(`${home}lab.wasm`)).headers.get('content-type')).toBe('application/wasm');
  expect((await fetch(`${home}gone`)).status).toBe(404);
  expect((await fetch(home, { method: 'POST' })).status).toBe(405);
});

test('a report that is missing or empty is a failure', () => {
  expect(unitCounts(undefined).failed).toBe(1);
  expect(browserCounts(undefined).failed).toBe(1);
  const empty = { expected: 0, unexpected: 0, flaky: 0, skipped: 3 };
  expect(browserCounts({ stats: empty, errors: [] }).failed).toBe(1);
});

test('a test file that cannot be loaded is a failure, and so is a test that passed at the second try', () => {
  const unloaded = { status: 'failed', assertionResults: [] };
  const report = {
    numPassedTests: 2,
    numFailedTests: 0,
    numPendingTests: 1,
    testResults: [unloaded],
  };
  expect(unitCounts(report)).toEqual({ passed: 2, failed: 1, skipped: 1 });
  const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 0 };
  expect(browserCounts({ stats, errors: [] })).toEqual({ passed: 5, failed: 2, skipped: 0 });
});

test('what failed is told once more, each with where it stands and how the words about it begin', () => {
  const red = '\u001b[31mexpected 1 to be 2\u001b[39m\n\n    at line 3';
  const unit = unitFailures({
    testResults: [
      { name: 'a.test.ts', status: 'passed', assertionResults: [{ status: 'passed' }] },
      {
        name: 'b.test.ts',
        status: 'failed',
        assertionResults: [
          { status: 'passed' },
          { status: 'failed', fullName: 'adds up', failureMessages: [red] },
        ],
      },
      { name: 'c.test.ts', status: 'failed', message: 'no such file', assertionResults: [] },
    ],
  });
  const spec = (title: string, ok: boolean, status: string, message: string): object => ({
    file: 'd.spec.ts',
    line: 7,
    title,
    ok,
    tests: [{ status, results: [{ errors: [{ message }] }] }],
  });
  const browser = browserFailures({
    suites: [
      {
        specs: [spec('opens', true, 'expected', '')],
        suites: [{ specs: [spec('shuts', false, 'unexpected', 'it stays open')] }],
      },
    ],
    errors: [{ message: 'no server' }],
  });
  const groups = {
    fine: { failures: [] },
    lint: { failures: [programFailure('eslint .', `${'x\n'.repeat(500)}the last`)] },
    browser: { failures: browser },
    unit: { failures: unit },
  };
  const lines = whatFailed(groups);
  expect(lines).toEqual([
    expect.stringMatching(/^lint: eslint \. — x x .* the last$/),
    'browser: d.spec.ts:7 › shuts — it stays open',
    'browser: outside tests — no server',
    'unit: b.test.ts › adds up — expected 1 to be 2 at line 3',
    'unit: c.test.ts — no such file',
  ]);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(700);
});

test('the last line adds up the groups', () => {
  const sum = addUp([
    { passed: 1, failed: 0, skipped: 0 },
    { passed: 40, failed: 2, skipped: 1 },
  ]);
  expect(lastLine(sum)).toBe('41 passed, 2 failed, 1 skipped');
  expect(lastLine({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed');
});

test('every command that the README names installs what is missing', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    scripts: Record<string, string>;
  };
  const named = readFileSync('README.md', 'utf8').matchAll(/npm (?:run (?:-s )?)?(\w+)/g);
  // Two folders are compared by Node alone.
  const names = new Set([...named].map(([, name = '']) => name).filter((one) => one !== 'compare'));
  const commands = [...names].flatMap((name) => scripts[name] ?? []);
  expect(commands.length).toBeGreaterThan(7);
  for (const command of commands) {
    const [, file = ''] =
      /^node (scripts\/(?:[\w-]+\/)?[\w-]+\.mjs)(?: [\w:]+)?$/.exec(command) ?? [];
    expect(file, command).not.toBe('');
    expect(readFileSync(file, 'utf8')).toContain('ensureDependencies();');
  }
});
