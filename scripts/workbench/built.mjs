// The site with the workbench in it, for its tests: built when it is first asked for and whatever it is made of has changed.
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { SOURCES, upToDate } from '../build.mjs';
import { placeApart, putInPlace } from '../build/place.mjs';
import { ROOT, SetupFailed, inProjectNode } from '../setup.mjs';

const CACHE = join(ROOT, '.cache');
const PLACE = join(CACHE, 'workbench');
const LOCK = join(CACHE, 'workbench.lock');
/** A builder that was killed leaves its lock: after so long, in milliseconds, it counts for nothing. */
const STALE = 180_000;
/** What it is made of: no lesson stands in it. */
const OWN = SOURCES.filter((source) => source !== 'content');

const isBuilt = () =>
  upToDate(
    join(PLACE, 'workbench', 'index.html'),
    OWN.map((source) => join(ROOT, source)),
  );

/** True when this process may build; several tests begin at once. */
function takesLock() {
  mkdirSync(CACHE, { recursive: true });
  try {
    mkdirSync(LOCK);
    return true;
  } catch {
    const info = statSync(LOCK, { throwIfNoEntry: false });
    if (info && Date.now() - info.mtimeMs > STALE) rmSync(LOCK, { recursive: true, force: true });
    return false;
  }
}

/** The folder of the site, up to date. */
export async function workbenchSite() {
  while (!isBuilt()) {
    if (!takesLock()) {
      await wait(200);
      continue;
    }
    try {
      if (!isBuilt()) made();
    } finally {
      rmSync(LOCK, { recursive: true, force: true });
    }
  }
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
