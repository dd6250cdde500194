// `npm run stock -- LESSON`: brings the right Node to scripts/stock.ts.
import { ensureDependencies, inProjectNode, runCommand } from './setup.mjs';

await runCommand(() => {
  ensureDependencies();
  return inProjectNode('node', ['scripts/stock.ts', ...process.argv.slice(2)]).status ?? 1;
});
