// The commands that are one program under the right Node: `node scripts/run.mjs NAME …` brings it, the packages, and what the program
// needs besides. Standard output is left to it alone.
import { needsBook, partsOf } from './bench/named.mjs';
import { ensureBuilt } from './build.mjs';
import { runCommand } from './command.mjs';
import { oneFile } from './offline.mjs';
import { ensureBrowsers, ensureChromium, ensureDependencies, inProjectNode } from './setup.mjs';

/** The book as it is built, and a browser that opens it. */
async function book() {
  ensureChromium();
  await ensureBuilt();
}

/** What each runs, and what is done first: environment variables may come of it. */
const PROGRAMS = {
  experiment: { runs: ['scripts/experiment.ts'] },
  stock: { runs: ['scripts/stock.ts'] },
  'new:lesson': { runs: ['scripts/new/main.ts', 'lesson'] },
  'new:widget': { runs: ['scripts/new/main.ts', 'widget'] },
  'new:edition': { runs: ['scripts/new/main.ts', 'edition'] },
  'new:assignment': { runs: ['scripts/new/main.ts', 'assignment'] },
  'test:mutants': {
    runs: ['scripts/mutants/main.ts'],
    first: ({ words }) => (words.includes('units') ? {} : ensureBrowsers()),
  },
  'export:experiments': { runs: ['scripts/modules/main.ts'] },
  lms: { runs: ['scripts/lms/main.ts'], first: () => ensureBuilt() },
  bench: {
    runs: ['scripts/bench/main.ts'],
    first: async ({ words }) => {
      if (partsOf(words).some(needsBook)) await ensureBuilt();
      ensureChromium();
      // Ctrl-C is for the bench itself, which says what it has measured and closes what it has opened.
      process.on('SIGINT', () => undefined);
    },
  },
  pdf: { runs: ['scripts/paper/main.ts', 'pdf'], first: book },
  epub: { runs: ['scripts/paper/main.ts', 'epub'], first: book },
  python: { runs: ['scripts/python.ts'] },
  attack: {
    runs: ['scripts/attack/main.ts'],
    first: async () => {
      ensureChromium();
      await ensureBuilt();
      oneFile('dist', 'textbook.html');
    },
  },
};

const [name, ...words] = process.argv.slice(2);
const { runs, first } = PROGRAMS[name];
const command = async (asked) => {
  ensureDependencies();
  const env = await first?.(asked);
  return inProjectNode('node', [...runs, ...words], { env }).status ?? 1;
};
await runCommand(name, command, words);
