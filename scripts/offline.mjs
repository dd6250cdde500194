// `npm run offline`: the whole book as one file, dist-offline/textbook.html, that opens by double click.
// The file of before stays where it is until the new one is whole.
import { statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, ensureBuilt } from './build.mjs';
import { placeApart, putInPlace } from './build/place.mjs';
import { runCommand } from './command.mjs';
import { ROOT, SetupFailed, ensureDependencies, inProjectNode } from './setup.mjs';

/** How large each may be, in MB: what goes by mail, and what a course's system takes. */
const MOST = { 'textbook.html': 5.5, 'instructor.html': 7, 'package.html': 5.5 };

/** Makes one file of a built book. @param {string} folder @param {keyof typeof MOST} name */
export function oneFile(folder, name) {
  const apart = placeApart(join(ROOT, '.cache', 'making'), name);
  const edition = basename(name, '.html');
  const { status } = inProjectNode('node', ['scripts/offline/make.ts', folder, apart, edition]);
  if (status !== 0)
    throw new SetupFailed('The one file could not be made; the reason stands above.');
  const size = statSync(apart).size / 1e6;
  if (size > MOST[name])
    throw new SetupFailed(`${name} has ${size.toFixed(2)} MB, and ${MOST[name]} at most.`);
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
    oneFile('dist', 'textbook.html');
  });
