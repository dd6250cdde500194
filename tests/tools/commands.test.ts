// Every command of package.json explains itself and says in a sentence what it cannot understand, before anything is installed; the
// documents call it by what it takes.
import { spawn } from 'node:child_process';
import {
  cpSync,
  globSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it, test } from 'vitest';
import { asked, helpOf, wordsIn } from '../../scripts/command.mjs';
import { COMMANDS } from '../../scripts/commands.mjs';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};
/** Programs of others, which explain themselves. */
const FOREIGN = /^(?:eslint|prettier) /;
const OWN = Object.entries(scripts).filter(([, line]) => !FOREIGN.test(line));

/** The book as it comes from its repository, with nothing installed. */
const fresh = mkdtempSync(join(tmpdir(), 'book-fresh-'));
cpSync('scripts', join(fresh, 'scripts'), { recursive: true });
cpSync('package.json', join(fresh, 'package.json'));
for (const room of ['content', 'tests']) symlinkSync(resolve(room), join(fresh, room));
writeFileSync(join(fresh, 'holds-something'), '');
const before = readdirSync(fresh);
afterAll(() => rmSync(fresh, { recursive: true, force: true }));

interface Ended {
  readonly status: number | null;
  readonly told: string;
  readonly said: string;
}

/** Runs a line of package.json, with words after it. */
async function run(line: string, words: readonly string[], env = {}): Promise<Ended> {
  const [, ...args] = line.split(' ');
  const child = spawn(process.execPath, [...args, ...words], {
    cwd: fresh,
    env: { ...process.env, ...env },
  });
  const [told, said] = await Promise.all(
    [child.stdout, child.stderr].map((stream) => stream.setEncoding('utf8').toArray()),
  );
  const status = child.exitCode ?? (await new Promise((end) => child.once('close', end)));
  return {
    status: status as number | null,
    told: told?.join('') ?? '',
    said: said?.join('') ?? '',
  };
}

test('the table of commands has those of package.json, and no other', () => {
  expect(Object.keys(COMMANDS).toSorted()).toEqual(OWN.map(([name]) => name).toSorted());
});

describe.each(OWN)('%s', (name, line) => {
  it('explains itself, and needs nothing for it', async () => {
    const { status, told, said } = await run(line, ['--help']);
    expect(said).toBe('');
    expect(status).toBe(0);
    expect(told).toBe(helpOf(name));
    const of = COMMANDS[name];
    expect(told).toMatch(/^Usage: npm [^]*\nExamples\n[^]*\nEnds with\n  0  /);
    for (const [head, says, { otherwise = '' } = {}] of [
      ...(of?.takes ?? []),
      ...Object.values(of?.sections ?? {}).flat(),
    ]) {
      const row = told.split('\n').find((one) => one.startsWith(`  ${head} `));
      expect(row).toContain(says);
      expect(row).toContain(String(otherwise));
    }
    expect(readdirSync(fresh)).toEqual(before);
  });

  it('says in a sentence that there is no such option', async () => {
    const { status, told, said } = await run(line, ['--no-such-option']);
    expect(told).toBe('');
    expect(said).toMatch(
      /^There is no option --no-such-option; “npm .+ -- --help” explains it\.\n$/,
    );
    expect(status).toBe(2);
    expect(readdirSync(fresh)).toEqual(before);
  });
});

const SIMULATED = ['--assignment', 'none', '--students', '2', '--seed', '1', '--out', '.'];
const GRADED = ['scripts', '--assignment', 'none', '--out', 'grades.csv'];

it.each([
  ['test', ['nowhere'], /No lesson, experiment, room or test file is called nowhere; “npm test/],
  ['test:all', ['kit', 'nowhere'], /is called nowhere/],
  ['build', ['all'], /“all” has no meaning here/],
  ['build:instructor', ['all'], /“all” has no meaning here; “npm run build:instructor -- --help”/],
  ['dev', ['--port', '0'], /--port is a whole number from 1 to 65535/],
  ['dev', ['--host=all'], /--host takes no value/],
  ['attack', ['--only'], /--only wants a value/],
  ['experiment', [], /^NAME is missing: which experiment/],
  ['experiment', ['--list', 'more'], /--list stands alone; leave out “more”/],
  ['new:lesson', [], /^NAME is missing/],
  ['new:widget', ['a-b', 'c'], /“c” has no meaning here/],
  ['new:assignment', [], /^NAME is missing: what it is to be called/],
  ['hand-in:simulate', [], /^--assignment ID is missing/],
  ['hand-in:simulate', SIMULATED, /^There is no assignment none; there are \w/],
  ['grade', ['nowhere', ...GRADED.slice(1)], /^There is no folder nowhere; FOLDER names one/],
  ['grade', [...GRADED, '--jobs', '--resume'], /^--jobs wants a value: --jobs N, threads/],
  ['grade', [...GRADED, '--class', 'none.csv'], /^There is no file none\.csv; --class names one/],
  ['grade', [...GRADED, '--rule', 'worst'], /^There is no rule worst; there are last, best, first/],
  ['grade', ['--read', 'none.json'], /^There is no file none\.json/],
  ['bench', ['sweep'], /^There is no part sweep; there are queue, sweeps/],
  ['attack', ['nowhere'], /^There is no part nowhere; there are editions/],
  ['audit', ['nowhere'], /^There is no lesson nowhere; there are \w/],
  ['compare', ['scripts'], /^NEW is missing/],
  ['compare', ['scripts', 'nowhere'], /^There is no folder nowhere; NEW names one/],
] as const)('%s %j ends with 2, one sentence and nothing made', async (name, words, sentence) => {
  const { status, told, said } = await run(scripts[name] ?? '', words);
  expect(said).toMatch(sentence);
  expect(said).toMatch(/^[^\n]+\.\n$/);
  expect(told).toBe('');
  expect(status).toBe(2);
  expect(readdirSync(fresh)).toEqual(before);
});

test('so does a port that is none', async () => {
  const { status, said } = await run(scripts['start'] ?? '', [], { PORT: 'x' });
  expect(said).toMatch(/^PORT says "x"; a port is a number.*\.\n$/);
  expect(status).toBe(2);
});

test('what is not said has its value of the help; what is said comes as it was written', () => {
  const { words, values, flags } = asked('attack', ['tabs', 'links', '--seed=7', '--only', 'a b']);
  expect(words).toEqual(['tabs', 'links']);
  expect(values).toEqual({ seed: '7', minutes: '10', only: 'a b' });
  expect(flags).toEqual([]);
  expect(asked('dev', ['--host'])).toMatchObject({ values: { port: '4321' }, flags: ['host'] });
});

/** `npm run -s grade -- FOLDER …` as the name of a command and the words after it. */
const CALL = /npm (?:run (?:-s )?)?([a-z][\w:-]*)((?: (?!#)[^\s`<|&]+)*)/g;
const callsIn = (text: string) =>
  [...text.matchAll(CALL)]
    .map(([all, name = '', words = '']) => ({ all, name, words: words.trim().split(' ') }))
    .filter(({ name }) => name in scripts && !FOREIGN.test(scripts[name] ?? ''));

test.each([
  'README.md',
  'ARCHITECTURE.md',
  'content/CONTRIBUTING.md',
  'widgets/README.md',
  ...globSync('docs/*.md'),
  ...globSync('src/pages/teachers/**/*.astro'),
])('%s calls commands by what they take', (page) => {
  for (const { all, name, words } of callsIn(readFileSync(page, 'utf8'))) {
    const given = words.map((word) => word.replaceAll(/[[\]]/g, '')).filter((one) => one !== '');
    const after = given[0] === '--' ? given.slice(1) : given;
    if (after.length === 0 || after[0] === '--help') continue;
    expect(() => wordsIn(name, after), all).not.toThrow();
  }
});

test('the README says of each command what its help does', () => {
  const rows = readFileSync('README.md', 'utf8').matchAll(
    /^\| `([^|]+)` +\| (.+?) +\|$|^ {4}(npm .*?) +# (.*)$/gm,
  );
  const told = [...rows].map(([, cell, says, line, comment]) => [
    callsIn(cell ?? line ?? '')[0]?.name,
    says ?? comment,
  ]);
  const examples = Object.entries(COMMANDS).flatMap(([name, command]) =>
    command.examples.map(([, says]) => [name, says]),
  );
  expect(told.toSorted()).toEqual(examples.toSorted());
});
