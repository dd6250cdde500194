// `npm run test:mutants -- [WORDS …]`: breaks the book on purpose, in a copy, and sees that each break is caught by the check
// that is named for it. WORDS: only breaks whose names have them; `units`: only those that need no built book.
import { ensureBrowsers, ensureDependencies, inProjectNode, runCommand } from './setup.mjs';

await runCommand(() => {
  ensureDependencies();
  const words = process.argv.slice(2);
  const env = words.includes('units') ? {} : ensureBrowsers();
  return inProjectNode('node', ['scripts/mutants/main.ts', ...words], { env }).status ?? 1;
});
