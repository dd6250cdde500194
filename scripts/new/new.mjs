// `npm run new:lesson NAME`, `npm run new:widget NAME` and `npm run new:assignment NAME`: write a first version that builds and passes its checks.
import { ensureDependencies, inProjectNode, runCommand } from '../setup.mjs';

await runCommand(() => {
  ensureDependencies();
  return inProjectNode('node', ['scripts/new/main.ts', ...process.argv.slice(2)]).status ?? 1;
});
