/** A handful of broken lessons that only a whole build can find. Each is built in a copy of the book. */
import { spawn } from 'node:child_process';
import {
  cpSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { pick, type Attack } from '../attack.ts';

const COPIED = ['content', 'public', 'scripts', 'src', 'widgets'];
/** A build that has not ended by then hangs, in milliseconds. */
const LONG = 300_000;
const BUILD = "import { build } from './scripts/build.mjs'; await build({ isQuiet: true });";

/** A way to break the text of a lesson, and what must be said besides its file. */
interface Break {
  readonly name: string;
  readonly change: (text: string) => string;
  readonly said: RegExp;
}

const end = (more: string) => (text: string) => `${text}\n\n${more}\n`;
const BREAKS: readonly Break[] = [
  {
    name: 'a misspelt component',
    change: (text) => text.replace('<Question ', '<Questoin '),
    said: /Questoin/,
  },
  { name: 'a tag that is not closed', change: end('<Note>\n\nNever closed.'), said: /Note/ },
  {
    name: 'a brace that is not closed',
    change: end('A text {with a brace'),
    said: /brace|expression|acorn/i,
  },
  { name: 'an unknown work cited', change: end('As [@nobody2099] says.'), said: /nobody2099/ },
  {
    name: 'a number of no experiment',
    change: end('It is <Yours of="nowhere.p99" />.'),
    said: /nowhere/,
  },
  {
    name: 'a term without an entry',
    change: end('A <Term of="nothing-at-all">thing</Term>.'),
    said: /nothing-at-all/,
  },
  {
    name: 'front matter without its title',
    change: (text) => text.replace(/^title: .*\n/m, ''),
    said: /title/,
  },
  {
    name: 'a switch that is neither on nor off',
    change: (text) => text.replace(/^core: .*$/m, 'core: perhaps'),
    said: /core should be true/,
  },
  { name: 'a value that does not exist', change: end('{nobody.knows}'), said: /nobody/ },
  { name: 'no text at all', change: () => '', said: /title|front matter/ },
];

/** Builds as many of them as there is time for, each with a lesson drawn by chance. */
export async function brokenBuilds(by: Attack): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'book-attack-'));
  try {
    for (const one of COPIED) cpSync(one, join(folder, one), { recursive: true });
    for (const file of globSync('*.{json,mjs,ts}')) cpSync(file, join(folder, file));
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
    const lessons = globSync('content/*/**/*.mdx');
    const random = by.chance('builds');
    for (const one of BREAKS) {
      const file = pick(random, lessons);
      await by.try(`${one.name} in ${basename(file)}`, () => built(by, folder, file, one));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function built(by: Attack, folder: string, file: string, one: Break): Promise<void> {
  const text = readFileSync(file, 'utf8');
  const where = `${one.name} in ${basename(file)}`;
  const broken = one.change(text);
  if (broken === text) return by.fell(where, 'it has nothing to break so');
  writeFileSync(join(folder, file), broken);
  try {
    const { status, said } = await run(folder);
    by.did();
    if (status === 0) by.fell(where, 'the build takes it');
    const head = said.split('\n').slice(0, 12).join('\n');
    // By its file or, where a page is drawn, by its address.
    if (!said.includes(basename(file, '.mdx').replace(/^\d+-/, '')))
      by.fell(where, `the file is not named: ${head}`);
    if (!one.said.test(said)) by.fell(where, `not said what: ${head}`);
    const first = said.split('\n').find((line) => line.trim() !== '') ?? '';
    if (/^\s+at |node:internal/.test(first)) by.fell(where, `it begins with a trace: ${head}`);
  } finally {
    writeFileSync(join(folder, file), text);
  }
}

function run(folder: string): Promise<{ readonly status: number | null; readonly said: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', BUILD], {
      cwd: folder,
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
      timeout: LONG,
    });
    let said = '';
    child.stdout.on('data', (bytes: Buffer) => (said += bytes.toString()));
    child.stderr.on('data', (bytes: Buffer) => (said += bytes.toString()));
    child.once('close', (status) => done({ status, said: said.replaceAll(/\x1b\[[\d;]*m/g, '') }));
  });
}
