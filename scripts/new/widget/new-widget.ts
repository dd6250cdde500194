/** A new widget: the example of the document, whole, with its tests, pictures and frozen run. */
import { spawnSync } from 'node:child_process';
import { Misread } from '../../misread.mjs';
import { nameIn, pascal, type Made, type Read } from '../made.ts';
import { writeTables } from '../../build/tables.mjs';
import { takenNames } from '../taken.ts';
import { exampleAs } from './example.ts';
import { readmeOf, shownOf, testOf } from './texts.ts';

/** The files of a new widget, and those that name it. */
export function newWidget(
  words: readonly string[],
  read: Read,
  taken: readonly string[] = takenNames(),
): Made {
  const name = nameIn(words, 'widget', taken);
  if (!name.includes('-')) {
    throw new Misread(
      `An experiment is an element too, so its name has a hyphen: ${name}-lab, for instance.`,
    );
  }
  const folder = `widgets/experiments/${name}`;
  // A program in the book has a first change, which its tests make; it comes when the experiment is what it will be.
  const own = [...exampleAs(name, read('widgets/README.md'))].filter(
    ([file]) => file !== 'program.py',
  );
  return {
    files: new Map([
      ...own.map(([file, text]) => [`${folder}/${file}`, text] as const),
      [`${folder}/README.md`, readmeOf(name)],
      [`tests/widgets/experiments/${name}/${name}.test.ts`, testOf(name)],
      [`tests/widgets/experiments/${name}/shown.ts`, shownOf()],
    ]),
    after: () => finish(name),
    next:
      `Look at tests/pictures/${name}.wide.svg and ${name}.narrow.svg, then run npm test -- ${name}. ` +
      `A lesson places it as <${pascal(name)} id="…" question="…" />; npm run new:lesson NAME ${name} writes one. ` +
      'How to go on from here: widgets/README.md.',
  };
}

/** What needs the new code: in a process of its own, for this one has loaded the tables as they were. */
function finish(name: string): void {
  writeTables();
  const { status } = spawnSync(process.execPath, ['scripts/new/widget/finish.ts', name], {
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error(`what ${name} yields could not be written down`);
}
