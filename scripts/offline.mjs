// `npm run offline`: the whole book as one file, dist-offline/textbook.html, that opens by double click.
// The file of before stays where it is until the new one is whole. A file that the book can do without is left out by
// `npm run offline -- --without data/NAME.bin`.
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { placeApart, putInPlace } from './build/place.mjs';
import { ROOT, SetupFailed, ensureDependencies, inProjectNode, runCommand } from './setup.mjs';

await runCommand(async () => {
  ensureDependencies();
  await ensureBuilt();
  const apart = placeApart(join(ROOT, '.cache', 'making'), 'textbook.html');
  const { status } = inProjectNode('node', [
    'scripts/offline/make.ts',
    'dist',
    apart,
    ...process.argv.slice(2),
  ]);
  if (status !== 0)
    throw new SetupFailed('The one file could not be made; the reason stands above.');
  putInPlace(apart, join(ROOT, 'dist-offline', 'textbook.html'));
});
