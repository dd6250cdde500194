/** node scripts/app.ts DIST: what lets a browser keep a built book: its worker with the hash of every file, and how large it is. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bytesOf, type Files } from '../src/app/pure/kept.ts';
import { type Element, named, parsePage } from './book/html.ts';
import { chosen, partsIn } from './paper/contents.ts';
import { editionIn } from './release.mjs';
import { bundleWorker } from './workers.mjs';

/** Beside the book, not of it: what is downloaded as a file, what a platform takes, and what this program writes. */
const BESIDE = /^(downloads\/(?!index\.html)|textbook\.html$|lms\/|modules\/|e\/|sw\.js$)/;
/** What only teachers and those off the core path need. */
const ASIDE = /^(teachers|teach|solutions|review|experiments|parts)\/|^questions\.json$/;
const PAGE = 'downloads/index.html';

/** The files of a built book, with their hashes. */
function filesIn(dist: string): Files {
  const front = parsePage(readFileSync(join(dist, 'index.html'), 'utf8'));
  const main = named(front, 'main')[0] as Element;
  const core = new Set(
    chosen(partsIn(main), 'core', '').parts.flatMap(({ lessons }) =>
      lessons.map(({ slug }) => slug),
    ),
  );
  const isCore = (path: string): boolean => {
    const [, lesson] = /^lessons\/([^/]+)\//.exec(path) ?? [];
    return lesson === undefined ? !ASIDE.test(path) : core.has(lesson);
  };
  const paths = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) =>
      join(one.parentPath, one.name)
        .slice(dist.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => !BESIDE.test(path))
    .toSorted();
  return Object.fromEntries(
    paths.map((path) => {
      const bytes = readFileSync(join(dist, path));
      const hash = createHash('sha256').update(bytes).digest('base64');
      return [path, [hash, bytes.length, isCore(path) ? 1 : 0]];
    }),
  );
}

const [, , dist = 'dist'] = process.argv;
const downloads = join(dist, PAGE);
const text = readFileSync(downloads, 'utf8');
const found = (pattern: RegExp): string => pattern.exec(text)?.[1] ?? '';
const files = filesIn(dist);
writeFileSync(
  downloads,
  // Before it is hashed itself: its own bytes hardly count.
  text.replace(
    /data-core="\d*" data-all="\d*"/,
    `data-core="${bytesOf(files, 'core')}" data-all="${bytesOf(files, 'all')}"`,
  ),
);
const app = {
  name: found(/class="bar-long">([^<]*)</),
  short_name: found(/class="bar-short">([^<]*)</),
  start_url: './',
  scope: './',
  display: 'minimal-ui',
  icons: [{ src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' }],
};
writeFileSync(join(dist, 'app.json'), `${JSON.stringify(app)}\n`);
const book = found(/data-book="([^"]*)"/);
const built = JSON.stringify({ book, edition: editionIn(), files: filesIn(dist) });
const program = await bundleWorker('src/app/worker.ts');
writeFileSync(join(dist, 'sw.js'), `const BUILT=${built};${program}`);
