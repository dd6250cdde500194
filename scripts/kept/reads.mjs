// node --import ./scripts/kept/reads.mjs: writes down which files a process reads, and for whom, so that a test is run anew when one
// of them changes. Without it everything runs the same.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LOG = process.env.KEPT_READS ?? '';
const OURS = /(?:file:\/\/|\()((?:\/|[A-Z]:)[^\s()?]+)(?:\?[^\s()]*)?:\d+:\d+\)?$/;
const append = fs.appendFileSync;
const told = new Set();

/** A path from the root, or nothing where it is no source of the book. */
function within(path) {
  const text = path instanceof URL ? fileURLToPath(path) : String(path);
  const name = relative(ROOT, resolve(text)).replaceAll('\\', '/');
  const isOurs = !isAbsolute(name) && !/^(?:\.\.|node_modules|\.cache|\.git|\.astro)/.test(name);
  return isOurs ? name : undefined;
}

/** Who reads: the test that is on the stack, else the module of ours that began it. */
function reader() {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 60;
  const { stack = '' } = new Error();
  Error.stackTraceLimit = limit;
  const files = stack
    .split('\n')
    .flatMap((line) => within(OURS.exec(line)?.[1] ?? '/') ?? [])
    .filter((file) => file !== 'scripts/kept/reads.mjs' && file !== '');
  return files.find((file) => /^tests\/.*\.(?:test|spec)\.ts$/.test(file)) ?? files.at(-1);
}

function note(what) {
  if (what === undefined) return;
  const by = reader();
  const line = `${by}\t${what}\n`;
  if (by === undefined || told.has(line)) return;
  told.add(line);
  append(LOG, line);
}

/** What each way to read says of its first arguments: a file as it is, a folder with `/`, a pattern with `*` before it. */
const WAYS = {
  readFileSync: within,
  existsSync: within,
  statSync: within,
  readdirSync: (path) => {
    const name = within(path);
    return name === undefined ? undefined : `${name}/`;
  },
  globSync: (patterns, { cwd = '.' } = {}) => {
    const name = within(cwd);
    if (name === undefined) return undefined;
    return `*${[patterns]
      .flat()
      .map((one) => join(name, one).replaceAll('\\', '/'))
      .join('|')}`;
  },
};

function watched(owner, name, what) {
  const act = owner[name];
  owner[name] = function (...given) {
    if (typeof given[0] !== 'number') note(what(...given));
    return act.apply(this, given);
  };
}

if (LOG !== '') {
  for (const [name, what] of Object.entries(WAYS)) watched(fs, name, what);
  watched(fs.promises, 'readFile', within);
  watched(fs.promises, 'readdir', WAYS.readdirSync);
  syncBuiltinESMExports();
}
