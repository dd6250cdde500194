// `npm run offline`: the whole book as one file, dist-offline/textbook.html, that opens by double click.
import { ensureBuilt } from './build.mjs';
import { ensureDependencies, inProjectNode, runCommand } from './setup.mjs';

await runCommand(() => {
  ensureDependencies();
  ensureBuilt();
  return (
    inProjectNode('node', ['scripts/offline/make.ts', 'dist', 'dist-offline/textbook.html'])
      .status ?? 1
  );
});
