/** In the foot of a page that a device keeps: that it does, and whether another edition is out. */
import { EDITION } from '../tasks/storage/storage-keys.ts';
import { newerThan } from './newer.ts';
import { placesOf } from './pure/kept.ts';
import { FOOT } from '#words/src/app/words';

/** Says it, and lets the browser put the kept book among the device's programs. */
export async function sayKept(): Promise<void> {
  const { root = './', assets } = document.documentElement.dataset;
  const places = placesOf(new URL(root, document.baseURI).href, assets);
  if (!places || assets !== undefined) return;
  const { scope, front } = places;
  document.head.append(
    Object.assign(document.createElement('link'), { rel: 'manifest', href: `${scope}app.json` }),
  );
  const line = document.createElement('p');
  line.append(FOOT.kept(EDITION));
  document.querySelector('.foot')?.append(line);
  const newer = await newerThan(EDITION, front);
  if (newer === undefined) return;
  const link = document.createElement('a');
  link.href = location.href.replace(scope, front);
  link.textContent = FOOT.newer(newer);
  line.append(' ', link, '.');
}
