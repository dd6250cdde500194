// `npm run stock`: brings the right Node to scripts/stock.ts.
import { runCommand } from './command.mjs';
import { ensureDependencies, inProjectNode } from './setup.mjs';

await runCommand('stock', () => {
  ensureDependencies();
  return inProjectNode('node', ['scripts/stock.ts', ...process.argv.slice(2)]).status ?? 1;
});
