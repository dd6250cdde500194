/** A folder with an edition of one's own: two lessons of the book, one of its own about an experiment of its own, and a set. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { stringify } from 'yaml';
import type { ShownMeasure } from '../../../src/tasks/judge/shown-measure.ts';
import type { AnyWidget } from '../../../widgets/kit/contract/widget.ts';
import { Misread } from '../../misread.mjs';
import { ideasWith, mdxOf, questionsOf } from '../lesson/texts.ts';
import type { Subject } from '../lesson/subject.ts';
import { title, type Made, type Read } from '../made.ts';
import { takenNames } from '../taken.ts';
import { glossary, readmeOf, setOf, TERM, WORKFLOW } from './files.ts';
import { exampleAs } from '../widget/example.ts';

/** So many lessons of the book stand in it at first. */
const LESSONS = 2;

/** The files of a new edition. Throws where the folder has something in it. */
export function newEdition(
  words: readonly string[],
  read: Read,
  taken: readonly string[] = takenNames(),
): Made {
  const [given = ''] = words;
  const folder = resolve(given);
  if (given === '' || (existsSync(folder) && readdirSync(folder).length > 0))
    throw new Misread(
      `An edition is written into a folder that is empty or not there yet; “${given}” is not.`,
    );
  const id =
    basename(folder)
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^[^a-z]+|-+$/g, '') || 'edition';
  const lesson = unused(`${id}-first-lesson`, taken);
  const experiment = unused(`${id}-coin`, taken);
  const subject = coin(experiment);
  const set = `${id}-first-set`;
  const place = { name: lesson, term: TERM };
  const lessons =
    /^\s+lessons:\s*\[([^\]]*)\]/m.exec(read('content/book.yaml'))?.[1]?.split(',') ?? [];
  const edition = {
    ...{ id, title: title(id), tagline: 'Say here in a line what it is' },
    parts: [
      {
        ...{ id: 'first-part', title: 'The first part' },
        purpose: 'Say here, in two sentences, what this part is for.',
        lessons: [lesson, ...lessons.slice(0, LESSONS).map((one) => one.trim())],
      },
    ],
  };
  const own = [...exampleAs(experiment, read('widgets/README.md'))];
  return {
    files: new Map(
      [
        ['edition.yaml', `${HEAD}${stringify(edition)}${MORE}`],
        [`lessons/${lesson}.mdx`, mdxOf(place, subject)],
        [`lessons/${lesson}.questions.yaml`, questionsOf(place, subject)],
        ['ideas.yaml', ideasWith('', place, subject).trimStart()],
        ...own.map(([file, text]) => [`experiments/${experiment}/${file}`, text] as const),
        [`assignments/${set}.yaml`, setOf(set, experiment)],
        ['glossary.yaml', glossary()],
        ['README.md', readmeOf(title(id), given)],
        ['.github/workflows/publish.yml', WORKFLOW],
        ['.gitignore', 'dist*/\n'],
      ].map(([file, text]) => [`${folder}/${file ?? ''}`, text ?? '']),
    ),
    next: `npm start -- --edition ${given} builds and serves it; npm run dev -- --edition ${given} shows it while you write. How to go on from here: docs/make-it-yours.md.`,
  };
}

const HEAD = `# What your edition is called and which lessons it has. Its id begins the keys of its readers' storage and never changes.
`;
const MORE = `# complete: https://… # where the complete book stands: links to what you leave out lead there
# reports: https://… # where mistakes are reported
# before: [NAME] # lessons without a number, before the first part
# sets: [NAME] # assignments of the book; your own are files in assignments/
`;

function unused(name: string, taken: readonly string[]): string {
  for (let n = 1; ; n += 1) {
    const one = n === 1 ? name : `${name}-${n}`;
    if (!taken.includes(one)) return one;
  }
}

/** What its lesson asks of the example of \`widgets/README.md\`. */
function coin(tag: string): Subject {
  const shown: ShownMeasure = { label: 'the share of heads', unit: '%', digits: 0, scale: 100 };
  return {
    widget: { tag } as AnyWidget,
    ...{ param: 'chance', label: 'the chance of heads', measure: 'heads', shown },
    cases: [0.9, 0.8, 0.7, 0.6, 0.4, 0.3].map((at) => ({ at, value: at })),
  };
}
