// The built book, built anew only where something changed since. By itself it is `npm run build`, which always builds, and
// proves every question.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { warningsIn } from './build/known-warnings.mjs';
import { placeApart, putInPlace } from './build/place.mjs';
import { Progress } from './build/progress.mjs';
import { lessonsWritten, sourceFaults } from './build/sources.mjs';
import { runCommand } from './command.mjs';
import { ROOT, SetupFailed, ensureDependencies, projectCommand } from './setup.mjs';

/** What the book is made of. */
export const SOURCES = [
  'content',
  'public',
  'scripts',
  'src',
  'widgets',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
];
const DIST = join(ROOT, 'dist');
/** An instructor’s build has the keys of the assignments in it: never in the folder that is published. */
const INSTRUCTORS = 'dist-instructor';

/** The latest change below a path, in milliseconds; folders count too, so that a removed file is seen. */
function newest(path) {
  if (!existsSync(path)) return 0;
  const info = statSync(path);
  if (!info.isDirectory()) return info.mtimeMs;
  const inside = readdirSync(path).map((name) => newest(join(path, name)));
  return Math.max(info.mtimeMs, ...inside);
}

/**
 * True when the front page is there and no source is younger. Only whole books are put in that place, and the time of their
 * front page is that at which their building began: what was changed meanwhile is seen.
 */
export function upToDate(built, sources) {
  if (!existsSync(built)) return false;
  return sources.every((source) => newest(source) <= statSync(built).mtimeMs);
}

/**
 * Runs a program of the project; resolves with whether it succeeded. What it says goes to stderr; of a quiet one only warnings
 * and errors do, or all of it when it fails without one.
 */
function runs({ isQuiet, env, onSaid }, program, ...args) {
  const { command, options } = projectCommand(program, env);
  const stdio = isQuiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 2, 2];
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text) => {
        said += text;
        onSaid?.(text);
      });
    child.once('error', () => resolve(false));
    child.once('close', (status) => {
      const warned = warningsIn(said);
      process.stderr.write(status === 0 ? warned : warned || said);
      resolve(status === 0);
    });
  });
}

async function pages(folder, how, progress) {
  const told = { ...how, onSaid: (text) => progress?.heard(text) };
  if (!(await runs(told, 'astro', 'build', '--outDir', folder))) return false;
  progress?.step('links');
  return (
    (await runs(how, 'node', 'scripts/relative-links.mjs', folder)) &&
    runs(how, 'node', 'scripts/app.ts', folder)
  );
}

/** While the pages are built, another core takes up the trainings that they wait for. Without it they come out the same. */
async function withHelp(made) {
  const { command, options } = projectCommand('node');
  const help = spawn(command, ['scripts/build/ahead.ts'], { ...options, stdio: 'ignore' });
  help.once('error', () => undefined);
  try {
    return await made();
  } finally {
    help.kill();
  }
}

/**
 * Builds `dist/`, or an instructor’s build beside it, and proves the questions meanwhile where that is asked for. The book of before stays in its place until the
 * new one is whole, and for good when that fails.
 */
export async function build({
  isQuiet = false,
  isProved = false,
  isInstructors = false,
  progress = undefined,
} = {}) {
  const faults = sourceFaults(ROOT);
  if (faults.length > 0) throw new SetupFailed(faults.join('\n'));
  const start = new Date();
  const name = isInstructors ? INSTRUCTORS : 'dist';
  const place = join(ROOT, name);
  const how = { isQuiet, env: { INSTRUCTOR: isInstructors ? '1' : '' } };
  const apart = placeApart(join(ROOT, '.cache', 'making'), name);
  const clear = () => rmSync(apart, { recursive: true, force: true });
  const stop = () => process.exit(130);
  process.once('exit', clear).once('SIGINT', stop);
  try {
    const done = await Promise.all(
      isProved
        ? [pages(apart, how, progress), runs(how, 'node', 'scripts/prove.ts')]
        : [withHelp(() => pages(apart, how, progress))],
    );
    if (!done.every(Boolean)) {
      const kept = existsSync(place) ? ' The book built before is still there.' : '';
      throw new SetupFailed(`The book could not be built; the reason stands above.${kept}`);
    }
    utimesSync(join(apart, 'index.html'), start, start);
    putInPlace(apart, place);
  } finally {
    process.off('exit', clear).off('SIGINT', stop);
    clear();
  }
}

/** Whether `dist/` is younger than everything it is made of. */
export const isBuilt = () =>
  upToDate(
    join(DIST, 'index.html'),
    SOURCES.map((source) => join(ROOT, source)),
  );

/** Builds the book unless it is built, and says how far it is. Its questions are not proved. */
export async function ensureBuilt(onProgress = undefined) {
  if (isBuilt()) return;
  const progress = new Progress(lessonsWritten(ROOT), onProgress);
  await build({ isQuiet: true, progress });
  progress.end();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const words = process.argv.slice(2).filter((word) => word !== '--instructor');
  const isInstructors = process.argv.includes('--instructor');
  const command = async () => {
    ensureDependencies();
    // The questions are proved in the build that is published.
    await build({ isProved: !isInstructors, isInstructors });
  };
  await runCommand(isInstructors ? 'build:instructor' : 'build', command, words);
}
