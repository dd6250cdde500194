// `npm run bench`: how fast simulations, training and pages are, against the limits that the book sets itself.
import { needsBook, partsOf } from './bench/named.mjs';
import { ensureBuilt } from './build.mjs';
import { runCommand } from './command.mjs';
import { ensureChromium, ensureDependencies, inProjectNode } from './setup.mjs';

await runCommand('bench', async ({ words }) => {
  ensureDependencies();
  if (partsOf(words).some(needsBook)) await ensureBuilt();
  ensureChromium();
  // Ctrl-C is for the bench itself, which says what it has measured and closes what it has opened.
  process.on('SIGINT', () => undefined);
  return inProjectNode('node', ['scripts/bench/main.ts', ...process.argv.slice(2)]).status ?? 1;
});
