// `npm run test:mutants`: breaks the book on purpose, in a copy, and sees that each break is caught by the check that is named
// for it.
import { runCommand } from './command.mjs';
import { ensureBrowsers, ensureDependencies, inProjectNode } from './setup.mjs';

await runCommand('test:mutants', ({ words }) => {
  ensureDependencies();
  const env = words.includes('units') ? {} : ensureBrowsers();
  return inProjectNode('node', ['scripts/mutants/main.ts', ...words], { env }).status ?? 1;
});
