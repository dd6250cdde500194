/** `npm run new:KIND`: writes the first version of a lesson, a widget, an assignment or an edition. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { format, getFileInfo, resolveConfig } from 'prettier';
import { runCommand } from '../command.mjs';
import { newAssignment } from './assignment/new-assignment.ts';
import { newLesson } from './lesson/new-lesson.ts';
import { newEdition } from './edition/new-edition.ts';
import type { Made } from './made.ts';
import { newWidget } from './widget/new-widget.ts';

const MAKERS = {
  lesson: newLesson,
  widget: newWidget,
  assignment: newAssignment,
  edition: newEdition,
};

async function write({ files, after, next }: Made): Promise<void> {
  for (const [path, text] of files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, await formatted(path, text));
    console.log(path);
  }
  await after?.();
  console.log(`\n${next}`);
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
await runCommand(
  `new:${kind}`,
  async ({ words }) => write(await make(words, (path) => readFileSync(path, 'utf8'))),
  all,
);
