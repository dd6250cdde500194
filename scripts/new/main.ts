/** `npm run new:KIND`: writes the first version of a lesson, a widget, an assignment or an edition. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format, getFileInfo, resolveConfig } from 'prettier';
import { runCommand } from '../command.mjs';
import { newAssignment } from './assignment/new-assignment.ts';
import { newLesson } from './lesson/new-lesson.ts';
import { newEdition } from './edition/new-edition.ts';
import type { Made } from './made.ts';
import { NEW_SAYS } from '#words/scripts/new/words';
import { newWidget } from './widget/new-widget.ts';

const MAKERS = {
  lesson: newLesson,
  widget: newWidget,
  assignment: newAssignment,
  edition: newEdition,
};

/** The folder of the edition that the command was given, if any. */
const EDITION = process.env['EDITION'];
/** Where in an edition's folder lies what the book has elsewhere; it has no other files of these. */
const PLACES: readonly (readonly [RegExp, string])[] = [
  [/^content\/[^/]+\/(?=assignments\/|ideas\.yaml$)/, ''],
  [/^content\/[^/]+\/[^/]+\/(?=[^/]+\.(?:mdx|questions\.yaml)$)/, 'lessons/'],
  [/^widgets\/experiments\//, 'experiments/'],
];

/** Where a file belongs; nowhere in an edition, where there is none of its kind. */
function placeOf(path: string): string | undefined {
  if (EDITION === undefined || kind === 'edition') return path;
  const place = PLACES.find(([from]) => from.test(path));
  return place && join(EDITION, path.replace(...place));
}

function read(path: string): string {
  const own = path.endsWith('ideas.yaml') ? placeOf(path) : path;
  return own !== undefined && existsSync(own) ? readFileSync(own, 'utf8') : '';
}

async function write({ files, after, next }: Made): Promise<void> {
  for (const [path, text] of files) {
    const place = placeOf(path);
    if (place === undefined) continue;
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, await formatted(place, text));
    console.log(place);
  }
  if (EDITION === undefined) await after?.();
  console.log(`\n${next}`);
  if (EDITION !== undefined) console.log(`\n${NEW_SAYS.edition(EDITION)}`);
}

/** As `npm run format` would leave it. */
async function formatted(path: string, text: string): Promise<string> {
  const how = { ignorePath: '.prettierignore', resolveConfig: false };
  const { ignored, inferredParser } = await getFileInfo(path, how);
  if (ignored || inferredParser === null) return text;
  const options = await resolveConfig(path);
  return format(text, { ...options, filepath: path });
}

const [kind = '', ...all] = process.argv.slice(2);
const make = MAKERS[kind as keyof typeof MAKERS];
await runCommand(`new:${kind}`, async ({ words }) => write(await make(words, read)), all);
