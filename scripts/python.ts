/** node scripts/python.ts: all programs in Python with the data that they read, as a folder and as one ZIP, in dist-python/. */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { zippedBytes } from '../src/book/zipped.ts';
import { aboutOf, type About } from '../widgets/kit/python/about.ts';
import { MODULES } from '../widgets/kit/python/program.ts';
import { sourcesOf } from './programs.ts';

const OUT = 'dist-python';
/** The folder in the ZIP, and the ZIP. */
const NAME = 'programs';

interface Card {
  readonly title: string;
  readonly licence: string;
  readonly attribution: string;
  readonly notice?: string;
  readonly files: readonly { readonly name: string }[];
}

/** The whole folder: each file by its path. */
export function folderOf(): ReadonlyMap<string, string | Uint8Array> {
  const programs = readdirSync('widgets/experiments').flatMap((tag) => {
    const program = sourcesOf(tag)?.program;
    return program === undefined ? [] : [{ tag, program, ...aboutOf(program) }];
  });
  const read = new Set([
    ...programs.flatMap(({ data }) => data),
    ...MODULES.flatMap((name) => aboutOf(module(name)).data),
  ]);
  const cards = readdirSync('public/data')
    .filter((name) => name.endsWith('.json'))
    .map((file) => ({ file, ...(JSON.parse(text(`public/data/${file}`)) as Card) }))
    .filter(({ files }) => files.some(({ name }) => read.has(name)));
  const licences = readdirSync('public/data/LICENSES').map((name) => `LICENSES/${name}`);
  const beside = [...read, ...cards.map(({ file }) => file), ...licences];
  return new Map<string, string | Uint8Array>([
    ['README.md', readme(programs, cards)],
    ['LICENSE', text('LICENSE')],
    ...MODULES.map((name) => [`${name}.py`, module(name)] as const),
    ...programs.map(({ tag, program }) => [`${tag}.py`, program] as const),
    ...beside.map((name) => [`data/${name}`, readFileSync(`public/data/${name}`)] as const),
  ]);
}

const text = (file: string): string => readFileSync(file, 'utf8');
const module = (name: string): string => text(`widgets/kit/python/${name}.py`);
const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function readme(
  programs: readonly (About & { readonly tag: string })[],
  cards: readonly Card[],
): string {
  const seeded = programs.find(({ hasSeed }) => hasSeed)?.tag ?? '';
  return [
    '# Machine Learning Systems in Production: the programs',
    'Each is one experiment of the book, written to be read from top to bottom. Python 3.11 or later runs it; those marked so need NumPy (`pip install numpy`).',
    `    python3 ${seeded}.py\n    python3 ${seeded}.py seed=7`,
    'Settings stand in `chosen`, near the top; words behind the name take their place. A program prints the measures of the experiment by the names that the book has for them. Without a network they are the book’s to nine digits. A network usually gives the same answers; sums of 32 bits in another order may part it from the book’s by half a point.',
    [
      row('program', 'what it is', 'to change first', 'lines', 'needs'),
      row('---', '---', '---', '---', '---'),
      ...programs.map(({ tag, what, first, lines, needsNumPy }) =>
        row(`\`${tag}.py\``, what, first, String(lines), needsNumPy ? 'NumPy' : ''),
      ),
    ].join('\n'),
    '`book.py`, `networks.py` and `images.py` are what the programs share: settings, seeded streams of numbers, packed files and measures; digits, and a network that learns by Adam; digits upright, moved and as strokes.',
    '## Licences',
    'The programs are under the MIT licence (`LICENSE`). Data, in `data/`, with their cards:',
    cards
      .map(({ title, licence, attribution, notice }) =>
        [`- ${title}: ${licence}. ${attribution}`, notice].filter(Boolean).join(' '),
      )
      .join('\n'),
    '',
  ].join('\n\n');
}

/** The folder as one file. */
export function zipOfPrograms(): Uint8Array {
  const files = [...folderOf()].map(([path, content]) => [`${NAME}/${path}`, content] as const);
  return zippedBytes(files, 9);
}

if (process.argv[1]?.endsWith('python.ts')) {
  for (const [path, content] of folderOf()) {
    const to = join(OUT, NAME, path);
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, content);
  }
  const zip = zipOfPrograms();
  writeFileSync(join(OUT, `${NAME}.zip`), zip);
  console.log(`${OUT}/${NAME}.zip: ${(zip.length / 1e6).toFixed(1)} MB`);
}
