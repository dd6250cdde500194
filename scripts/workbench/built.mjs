// The site with the workbench in it, for its tests: built when it is first asked for and whatever it is made of has changed.
import { join } from 'node:path';
import { SOURCES, upToDate } from '../build.mjs';
import { placeApart, putInPlace } from '../build/place.mjs';
import { alone } from '../setup/alone.mjs';
import { ROOT, SetupFailed, inProjectNode } from '../setup.mjs';

const CACHE = join(ROOT, '.cache');
const PLACE = join(CACHE, 'workbench');
/** What it is made of: no lesson stands in it. */
const OWN = SOURCES.filter((source) => source !== 'content');

const isBuilt = () =>
  upToDate(
    join(PLACE, 'workbench', 'index.html'),
    OWN.map((source) => join(ROOT, source)),
  );

/** The folder of the site, up to date; several tests begin at once, and one builds. */
export function workbenchSite() {
  alone(join(CACHE, 'building-workbench'), isBuilt, made);
  return PLACE;
}

function made() {
  const apart = placeApart(join(CACHE, 'making'), 'workbench');
  const env = { ...process.env, WORKBENCH: '1' };
  const how = { env, stdio: 'pipe', encoding: 'utf8' };
  for (const [program, ...args] of [
    ['astro', 'build', '--outDir', apart],
    ['node', 'scripts/relative-links.mjs', apart],
  ]) {
    const { status, stdout, stderr } = inProjectNode(program, args, how);
    if (status !== 0)
      throw new SetupFailed(`The workbench could not be built.\n${stdout}${stderr}`);
  }
  putInPlace(apart, PLACE);
}
