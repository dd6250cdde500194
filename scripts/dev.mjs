// `npm run dev`: the book with live reload, for those who write it.
import { ensureDependencies, inProjectNode, runCommand } from './setup.mjs';

await runCommand(() => {
  ensureDependencies();
  return inProjectNode('astro', ['dev', ...process.argv.slice(2)]).status ?? 0;
});
