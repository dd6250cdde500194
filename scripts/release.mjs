// `npm run release`: everything that is published of an edition, in a folder that a web server shows: the book at its
// front and, unchanged for good, at e/EDITION/; editions of before stay beside it. The instructor's file is made apart from it.
import {
  copyFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { runCommand } from './command.mjs';
import { oneFile } from './offline.mjs';
import { ROOT, SetupFailed, ensureChromium, ensureDependencies, inProjectNode } from './setup.mjs';

/** What stands in a folder, by the path from it. @param {string} folder @returns {ReadonlyMap<string, string>} */
function filesIn(folder) {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name));
  return new Map(names.map((name) => [name.slice(folder.length), readFileSync(name, 'base64')]));
}

/** The name of this edition, as storage, hand-ins and links have it. */
export function editionIn(
  text = readFileSync(join(ROOT, 'src/tasks/storage/storage-keys.ts'), 'utf8'),
) {
  return /export const EDITION = '([\w-]+)';/.exec(text)?.[1] ?? '';
}

/**
 * Puts a built book into a folder: at its front, and under the name of its edition. What an edition has published stays as it
 * is: its students are half way.
 * @param {string} built
 * @param {string} folder
 * @param {string} edition
 */
export function publish(built, folder, edition) {
  const own = join(folder, 'e', edition);
  if (existsSync(own)) {
    const [before, now] = [filesIn(own), filesIn(built)];
    const other = [...new Set([...before.keys(), ...now.keys()])].filter(
      (name) => before.get(name) !== now.get(name),
    );
    if (other.length > 0)
      throw new SetupFailed(
        `Edition ${edition} is published in ${folder} already and differs in ${other.length} files, as ${other[0]}. Give this one a name of its own: EDITION in src/tasks/storage/storage-keys.ts.`,
      );
  }
  // Whatever else stands there is not ours to remove.
  cpSync(built, folder, { recursive: true });
  cpSync(built, own, { recursive: true });
  writeFileSync(join(folder, 'e', 'current.txt'), `${edition}\n`);
  // What pages of the front bring later comes from the edition's own folder: a tab that stands open is whole when the next one comes.
  for (const name of filesIn(built).keys()) {
    const text = name.endsWith('.html') ? readFileSync(join(built, name), 'utf8') : '';
    if (/<html[^>]* data-root=/.test(text))
      writeFileSync(join(folder, name), text.replace('<html', `<html data-assets="e/${edition}/"`));
  }
}

if (process.argv[1]?.endsWith('release.mjs'))
  await runCommand('release', async ({ words: [folder] }) => {
    ensureDependencies();
    await build({ isProved: true });
    oneFile('dist', 'textbook.html');
    copyFileSync(join(ROOT, 'dist-offline', 'textbook.html'), join(ROOT, 'dist', 'textbook.html'));
    oneFile('dist', 'package.html');
    copyFileSync(
      join(ROOT, 'dist-offline', 'package.html'),
      join(ROOT, 'dist', 'lms', 'package.html'),
    );
    const modules = inProjectNode('node', ['scripts/modules/main.ts']);
    if (modules.status !== 0)
      throw new SetupFailed('The experiments could not be exported; the reason stands above.');
    cpSync(join(ROOT, 'dist-experiments'), join(ROOT, 'dist', 'modules'), { recursive: true });
    ensureChromium();
    const { status } = inProjectNode('node', ['scripts/paper/downloads.ts', 'dist']);
    // After the page of downloads says how large they are.
    const { status: app } = inProjectNode('node', ['scripts/app.ts', 'dist']);
    if (status !== 0 || app !== 0)
      throw new SetupFailed('The downloads could not be made; the reason stands above.');
    publish(join(ROOT, 'dist'), folder, editionIn());
    await build({ isInstructors: true });
    oneFile('dist-instructor', 'instructor.html');
    // The next edition's takes its name, and what was handed in to this one is graded by this one.
    const out = join(ROOT, 'dist-offline');
    copyFileSync(join(out, 'instructor.html'), join(out, `instructor-${editionIn()}.html`));
  });
