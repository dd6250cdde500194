// `npm run grade -- FOLDER --assignment ID --out grades.csv`: brings the right Node to scripts/grade/main.ts.
import { ensureDependencies, inProjectNode, runCommand } from '../setup.mjs';

await runCommand(() => {
  ensureDependencies();
  return inProjectNode('node', ['scripts/grade/main.ts', ...process.argv.slice(2)]).status ?? 1;
});
