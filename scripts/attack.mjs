// `npm run attack`: does to the built book what readers, browsers and authors may do by accident.
import { ensureBuilt } from './build.mjs';
import { runCommand } from './command.mjs';
import { ensureChromium, ensureDependencies, inProjectNode } from './setup.mjs';

await runCommand('attack', async () => {
  ensureDependencies();
  ensureChromium();
  await ensureBuilt();
  const offline = inProjectNode('node', ['scripts/offline/make.ts']);
  if (offline.status !== 0) return 1;
  return inProjectNode('node', ['scripts/attack/main.ts', ...process.argv.slice(2)]).status ?? 1;
});
