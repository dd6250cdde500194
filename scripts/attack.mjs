// `npm run attack -- [PART ...] [--seed N] [--minutes N]`: does to the built book what readers, browsers and authors may do
// by accident, for as many minutes a part as are given, and lists what fell short. The same seed does the same things.
import { ensureBuilt } from './build.mjs';
import { ensureChromium, ensureDependencies, inProjectNode, runCommand } from './setup.mjs';

await runCommand(async () => {
  ensureDependencies();
  ensureChromium();
  await ensureBuilt();
  const offline = inProjectNode('node', ['scripts/offline/make.ts']);
  if (offline.status !== 0) return 1;
  return inProjectNode('node', ['scripts/attack/main.ts', ...process.argv.slice(2)]).status ?? 1;
});
