// `npm run -s experiment`: brings the right Node to scripts/experiment.ts. Standard output is left to it alone.
import { ensureDependencies, inProjectNode, runCommand } from './setup.mjs';

await runCommand(() => {
  ensureDependencies();
  return inProjectNode('node', ['scripts/experiment.ts', ...process.argv.slice(2)]).status ?? 1;
});
