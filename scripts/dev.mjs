// `npm run dev`: the book with live reload, for those who write it.
import { runCommand } from './command.mjs';
import { ensureDependencies, inProjectNode } from './setup.mjs';

await runCommand('dev', () => {
  ensureDependencies();
  return inProjectNode('astro', ['dev', ...process.argv.slice(2)]).status ?? 0;
});
