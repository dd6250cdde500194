// `npm run grade`: brings the right Node to scripts/grade/main.ts.
import { runCommand } from '../command.mjs';
import { ensureDependencies, inProjectNode } from '../setup.mjs';

await runCommand('grade', () => {
  ensureDependencies();
  return inProjectNode('node', ['scripts/grade/main.ts', ...process.argv.slice(2)]).status ?? 1;
});
