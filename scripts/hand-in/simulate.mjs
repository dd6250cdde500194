// `npm run hand-in:simulate`: brings the right Node to scripts/hand-in/simulate.ts.
import { runCommand } from '../command.mjs';
import { ensureDependencies, inProjectNode } from '../setup.mjs';

await runCommand('hand-in:simulate', () => {
  ensureDependencies();
  return (
    inProjectNode('node', ['scripts/hand-in/simulate.ts', ...process.argv.slice(2)]).status ?? 1
  );
});
