// `npm run offline`: the whole book as one file, dist-offline/textbook.html, that opens by double click.
// The file of before stays where it is until the new one is whole.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, ensureBuilt } from './build.mjs';
import { placeApart, putInPlace } from './build/place.mjs';
import { runCommand } from './command.mjs';
import { ROOT, SetupFailed, ensureDependencies, inProjectNode } from './setup.mjs';

/** Makes one file of a built book. @param {string} folder @param {string} name @param {readonly string[]} more */
export function oneFile(folder, name, more = []) {
  const apart = placeApart(join(ROOT, '.cache', 'making'), name);
  const { status } = inProjectNode('node', ['scripts/offline/make.ts', folder, apart, ...more]);
  if (status !== 0)
    throw new SetupFailed('The one file could not be made; the reason stands above.');
  putInPlace(apart, join(ROOT, 'dist-offline', name));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await runCommand('offline', async ({ flags }) => {
    ensureDependencies();
    if (flags.includes('instructor')) {
      await build({ isInstructors: true });
      oneFile('dist-instructor', 'instructor.html');
      return;
    }
    await ensureBuilt();
    oneFile('dist', 'textbook.html', process.argv.slice(2));
  });
