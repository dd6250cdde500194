// The built book, built anew only where something changed since. By itself it is `npm run build`, which always builds.
import { existsSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT, SetupFailed, ensureDependencies, inProjectNode, runCommand, say } from './setup.mjs';

const SOURCES = [
  'content',
  'public',
  'scripts',
  'src',
  'widgets',
  'astro.config.mjs',
  'package-lock.json',
];

/** The latest change below a path, in milliseconds; folders count too, so that a removed file is seen. */
function newest(path) {
  if (!existsSync(path)) return 0;
  const info = statSync(path);
  if (!info.isDirectory()) return info.mtimeMs;
  const inside = readdirSync(path).map((name) => newest(join(path, name)));
  return Math.max(info.mtimeMs, ...inside);
}

/**
 * True when the front page is there and finished, and no source is younger. Its addresses are the last thing that a build
 * writes: one that still starts at the root was left behind by a build that somebody has stopped.
 */
export function upToDate(built, sources) {
  if (!existsSync(built) || /(?:href|src)="\/[^/]/.test(readFileSync(built, 'utf8'))) return false;
  return sources.every((source) => newest(source) <= statSync(built).mtimeMs);
}

/** Builds `dist/`; on failure nothing half-built stays behind. */
export function build(options = {}) {
  for (const [program, args] of [
    ['astro', ['build']],
    ['node', ['scripts/relative-links.mjs', 'dist']],
  ]) {
    const { status, stdout, stderr } = inProjectNode(program, args, options);
    if (status !== 0) {
      rmSync(join(ROOT, 'dist'), { recursive: true, force: true });
      throw Object.assign(
        new SetupFailed('The book could not be built; the reason stands above.'),
        {
          output: `${stdout ?? ''}${stderr ?? ''}`,
        },
      );
    }
  }
}

/** Builds the book unless `dist/` is younger than everything it is made of. */
export function ensureBuilt() {
  const built = join(ROOT, 'dist', 'index.html');
  if (
    upToDate(
      built,
      SOURCES.map((source) => join(ROOT, source)),
    )
  )
    return;
  say('Building the book …');
  build({ stdio: ['ignore', 2, 2] });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runCommand(() => {
    ensureDependencies();
    build();
  });
}
