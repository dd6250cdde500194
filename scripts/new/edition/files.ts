/** What stands in a new edition beside its lesson and its experiment. */
import { randomBytes } from 'node:crypto';
import { stringify } from 'yaml';

/** A term that its lesson uses. */
export const TERM = {
  id: 'relative-frequency',
  name: 'relative frequency',
  definition: 'How often something happened, divided by how often it could have.',
};
export const glossary = (): string => {
  const { id, name: term, definition } = TERM;
  return stringify([{ id, term, definition }]);
};

/** An assignment on its experiment. */
export function setOf(name: string, experiment: string): string {
  const heads = {
    ...{ id: `${name}-expect`, version: 1, kind: 'number', points: 2, minutes: 3 },
    objective: 'Work out how many heads are expected.',
    draw: { tosses: [40, 60, 80, 120, 140, 160], percent: [15, 35, 45, 55, 65, 85] },
    prompt:
      'A coin falls on heads in {percent} % of its tosses. It is tossed {tosses} times. How many heads are expected?',
    answer: '=tosses * percent / 100',
    tolerance: { absolute: 0.01 },
    solution: 'As many as the share of heads has it: the number of tosses times the chance.',
  };
  const nearer = (id: string, who: string, correct: string) => ({
    ...{ id, text: `${who}.`, correct },
    misconception: 'How often one tosses does not matter.',
    feedback: 'Set the experiment to {few} tosses, then to {many}, with several seeds each.',
  });
  const who = {
    ...{ id: `${name}-nearer`, version: 1, kind: 'choice', points: 1, minutes: 2 },
    objective: 'Say what more tosses do to the share of heads.',
    draw: { few: [10, 20, 30, 40, 50], many: [400, 500, 600, 700, 800], swapped: [0, 1] },
    derive: {
      anna: '=swapped * many + (1 - swapped) * few',
      ben: '=swapped * few + (1 - swapped) * many',
    },
    prompt:
      'Anna tosses a fair coin {anna} times, Ben {ben} times. Whose share of heads will probably be nearer to one half?',
    options: [
      nearer('anna', 'Anna’s', '=swapped == 1'),
      nearer('ben', 'Ben’s', '=swapped == 0'),
      { ...nearer('neither', 'Neither’s', ''), correct: false },
    ],
    ordered: true,
    solution: 'That of whoever tosses more often.',
  };
  const set = {
    ...{ id: name, version: 1, title: 'A first set' },
    summary: 'A first version of an assignment on a coin.',
    instructions: 'Say here what the assignment is about, what may be used, and how long it takes.',
    salt: `${name}-first-course`,
    seal: randomBytes(16).toString('hex'),
    solutions: 'After the deadline, from your instructor.',
    experiments: [
      {
        ...{ id: `${name}-lab`, widget: experiment },
        question: 'How far is the share of heads from its chance?',
      },
    ],
    items: [heads, who],
  };
  return stringify(set, { aliasDuplicateObjects: false });
}

/** Commands, and what each does. */
const COMMANDS = [
  ['start', 'builds and serves it'],
  ['run dev', 'shows each change as it is saved'],
  ['test', 'tests what is its own'],
  ['run build', 'dist/, for any web server, under any path'],
  ['run offline', 'dist-offline/: one file that opens by double click'],
] as const;

export function readmeOf(title: string, folder: string): string {
  const lines = COMMANDS.map(([name, does]) => [`npm ${name} -- --edition ${folder}`, does]);
  const widest = Math.max(...lines.map(([line = '']) => line.length));
  return `# ${title}

An edition of the textbook that runs: lessons of it, and some of its own. This folder holds what is its own; the book's code lies
elsewhere, and building runs the code of both. In the folder with the book's code:

${lines.map(([line = '', does = '']) => `    ${line.padEnd(widest)} # ${does}`).join('\n')}

\`edition.yaml\` says which lessons it has. Everything else, and how to publish it: \`docs/make-it-yours.md\` of the book.
`;
}

/** Builds the edition and puts it on GitHub Pages. */
export const WORKFLOW = `# Publishes this edition on GitHub Pages whenever something is pushed. Settings → Pages → Source: GitHub Actions.
name: publish
on:
  push: { branches: [main] }
  workflow_dispatch:
permissions: { contents: read, pages: write, id-token: write }
concurrency: { group: pages, cancel-in-progress: true }
jobs:
  publish:
    runs-on: ubuntu-latest
    environment: { name: github-pages, url: '\${{ steps.deployment.outputs.page_url }}' }
    steps:
      - uses: actions/checkout@v5
        with: { path: edition }
      - uses: actions/checkout@v5
        with:
          path: book
          repository: OWNER/NAME # where the book's code is
          ref: main # or the commit that your course has begun with
      - uses: actions/setup-node@v5
        with: { node-version: 24 }
      - run: npm run build -- --edition ../edition
        working-directory: book
      - uses: actions/upload-pages-artifact@v4
        with: { path: edition/dist }
      - id: deployment
        uses: actions/deploy-pages@v4
`;
