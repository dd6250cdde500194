// `npm run bench`: how fast simulations, training and pages are, against the limits that the book sets itself.
// `npm run bench -- PART …`: only these parts; `book` builds books of generated lessons, and runs only when it is named.
import { ensureBuilt } from './build.mjs';
import {
  SetupFailed,
  ensureChromium,
  ensureDependencies,
  inProjectNode,
  runCommand,
} from './setup.mjs';

/** Asked of the newer Node, because the parts are written in TypeScript. */
function needsOf(words) {
  const script = `import { askedFor, needsBook } from './scripts/bench/parts.ts';
    try { console.log(askedFor(process.argv.slice(1)).parts.some(needsBook) ? 'book' : ''); }
    catch (error) { console.error(error.message); process.exitCode = 1; }`;
  const { status, stdout, stderr } = inProjectNode(
    'node',
    ['--input-type=module', '-e', script, ...words],
    { stdio: 'pipe', encoding: 'utf8' },
  );
  if (status !== 0) throw new SetupFailed(stderr.trim());
  return stdout.trim();
}

await runCommand(async () => {
  const words = process.argv.slice(2);
  ensureDependencies();
  if (needsOf(words) === 'book') {
    await ensureBuilt();
    if (inProjectNode('node', ['scripts/offline.mjs']).status !== 0) return 1;
  }
  ensureChromium();
  // Ctrl-C is for the bench itself, which says what it has measured and closes what it has opened.
  process.on('SIGINT', () => undefined);
  return inProjectNode('node', ['scripts/bench/main.ts', ...words]).status ?? 1;
});
