/** The ideas of a chapter, and what is wrong between them and its questions. */
import { z } from 'astro/zod';
import { parse } from 'yaml';
import type { Book, BookQuestion, ChapterIdeas } from '../contract.ts';
import { faultWords } from './experiment-faults.ts';
import { id, text } from './fields.ts';
import { whereIs } from './read-questions.ts';

/** The table of a chapter, beside its lessons. */
const FILE = 'ideas.yaml';
/** Fewer cannot be brought back without asking the same again. */
const TO_REVIEW = 2;

const table = z.array(z.strictObject({ id, phrase: text, review: z.boolean().default(false) }));

/** Every chapter's ideas; what is wrong with a table is added to `faults`. */
export function readIdeas(
  files: ReadonlyMap<string, string>,
  faults: string[],
): readonly ChapterIdeas[] {
  return [...files]
    .filter(([path]) => path.endsWith(`/${FILE}`))
    .map(([file, source]) => ({ file, ideas: ideasIn(file, source, faults) }));
}

function ideasIn(file: string, source: string, faults: string[]): ChapterIdeas['ideas'] {
  try {
    const read = table.safeParse(parse(source), { error: faultWords });
    if (read.success) return read.data;
    const { issues } = read.error;
    faults.push(...issues.map(({ path, message }) => `${file}: ${path.join('.')}: ${message}`));
  } catch (error) {
    faults.push(`${file}: ${(error as Error).message}`);
  }
  return [];
}

/** The folder of the chapter that a file lies in, at whatever depth. */
const chapterOf = (file: string): string => file.split('/').slice(0, 2).join('/');

/** Questions without an idea of their chapter, ideas that nothing asks about, and those that cannot be brought back. */
export function ideaFaults({ questions, ideas: tables }: Book): string[] {
  const chapters = new Set(questions.map(({ file }) => chapterOf(file)));
  for (const { file } of tables) chapters.add(chapterOf(file));
  return [...chapters].flatMap((chapter) => {
    const file = `${chapter}/${FILE}`;
    const ideas = tables.find((one) => one.file === file)?.ideas ?? [];
    const own = questions.filter((one) => chapterOf(one.file) === chapter);
    return [...questionFaults(own, file, ideas), ...tableFaults(own, file, ideas)];
  });
}

function questionFaults(
  own: readonly BookQuestion[],
  file: string,
  ideas: ChapterIdeas['ideas'],
): string[] {
  const known = ideas.map((one) => one.id);
  const has = `${file} has ${known.join(', ') || 'none'}`;
  return own.flatMap((one) => {
    const { idea } = one.question;
    if (idea === undefined) return [`${whereIs(one)}: idea is missing; ${has}`];
    return known.includes(idea) ? [] : [`${whereIs(one)}: there is no idea "${idea}"; ${has}`];
  });
}

function tableFaults(
  own: readonly BookQuestion[],
  file: string,
  ideas: ChapterIdeas['ideas'],
): string[] {
  return ideas.flatMap(({ id: name, review }, i) => {
    const asked = own.filter(({ question }) => question.idea === name).length;
    const faults: string[] = [];
    if (ideas.findIndex((one) => one.id === name) < i) faults.push('it stands here twice');
    if (asked === 0) faults.push('no question asks about it; take it away');
    else if (review && asked < TO_REVIEW) {
      faults.push('only one question asks about it; write another, or take review: true away');
    }
    return faults.map((fault) => `${file}, idea "${name}": ${fault}`);
  });
}
