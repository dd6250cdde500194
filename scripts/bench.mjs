// `npm run bench`: how fast simulations, training and pages are, against the limits that the book sets itself.
import { ensureBuilt } from './build.mjs';
import { ensureBrowsers, ensureDependencies, inProjectNode, runCommand } from './setup.mjs';

await runCommand(async () => {
  ensureDependencies();
  ensureBrowsers();
  await ensureBuilt();
  const offline = inProjectNode('node', ['scripts/offline/make.ts']);
  if (offline.status !== 0) return 1;
  return inProjectNode('node', ['scripts/bench/main.ts', ...process.argv.slice(2)]).status ?? 1;
});
