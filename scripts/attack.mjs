// `npm run attack`: does to the built book what readers, browsers and authors may do by accident.
import { ensureBuilt } from './build.mjs';
import { runCommand } from './command.mjs';
import { oneFile } from './offline.mjs';
import { ensureChromium, ensureDependencies, inProjectNode } from './setup.mjs';

await runCommand('attack', async () => {
  ensureDependencies();
  ensureChromium();
  await ensureBuilt();
  oneFile('dist', 'textbook.html');
  return inProjectNode('node', ['scripts/attack/main.ts', ...process.argv.slice(2)]).status ?? 1;
});
