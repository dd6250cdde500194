// `npm run -s experiment`: brings the right Node to scripts/experiment.ts. Standard output is left to it alone.
import { runCommand } from './command.mjs';
import { ensureDependencies, inProjectNode } from './setup.mjs';

await runCommand('experiment', () => {
  ensureDependencies();
  return inProjectNode('node', ['scripts/experiment.ts', ...process.argv.slice(2)]).status ?? 1;
});
