// `npm run hand-in:simulate -- --assignment ID --students N --seed S --out FOLDER`: brings the right Node to scripts/hand-in/simulate.ts.
import { ensureDependencies, inProjectNode, runCommand } from '../setup.mjs';

await runCommand(() => {
  ensureDependencies();
  return (
    inProjectNode('node', ['scripts/hand-in/simulate.ts', ...process.argv.slice(2)]).status ?? 1
  );
});
