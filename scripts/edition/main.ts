/** `node scripts/edition/main.ts FOLDER`: makes an edition's working copy or brings it up to date, and prints what it is. */
import { createHash } from 'node:crypto';
import { existsSync, globSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EDITION_SAYS } from '#words/scripts/edition/words';
import { slugOf } from '../../src/book/reading-order.ts';
import { compose } from './compose.ts';
import { readEdition } from './edition.ts';
import { share, sync } from './sync.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

try {
  const edition = readEdition(process.argv[2] ?? '');
  // Of last year's folder there may be a copy with the same id.
  const sign = createHash('sha256').update(edition.folder).digest('hex').slice(0, 8);
  const place = join(ROOT, '.cache/editions', `${edition.id}-${sign}`);
  const { files } = compose(ROOT, edition);
  if (!existsSync(place)) process.stderr.write(`${EDITION_SAYS.runs(edition.folder)}\n`);
  sync(place, files);
  share(ROOT, place);
  const sources = [...files].flatMap(([path, one]) =>
    path.startsWith('content/') && 'from' in one ? [[path, one.from]] : [],
  );
  const own = sources.flatMap(([path = '', from = '']) =>
    from.startsWith(edition.folder) && path.endsWith('.mdx')
      ? [slugOf({ id: basename(path, '.mdx') })]
      : [],
  );
  const tags = globSync('experiments/*/widget.ts', { cwd: edition.folder });
  own.push(...tags.map((path) => basename(dirname(path))));
  process.stdout.write(JSON.stringify({ place, sources, own }));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
