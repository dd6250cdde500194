/** What an edition's folder says of itself: `edition.yaml`, read and looked at. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'astro/zod';
import { LineCounter, parseDocument } from 'yaml';
import { EDITION_FAULTS } from '#words/scripts/edition/words';

const line = z.string().trim().min(1);
const name = z.string().regex(/^[a-z0-9-]+$/, 'lower-case words joined by hyphens');

const colour = z.string().regex(/^#[0-9a-f]{6}$/i, 'a colour is written #rrggbb');

const schema = z.strictObject({
  /** Begins the keys of its readers’ storage, and never changes. */
  id: name,
  title: line,
  /** For the bar on a phone; the title where it is left out. */
  short: line.optional(),
  tagline: line,
  language: line.default('en'),
  /** Where mistakes are reported: an address of issues, of a page, or `mailto:` and an address. */
  reports: z.url().optional(),
  /** Where the complete book stands: links to what this edition leaves out lead there. */
  complete: z.url().optional(),
  /** The book's one accent in each theme, as `#rrggbb`; it is text, too, so it needs a contrast of 7 on the paper. */
  colours: z.strictObject({ light: colour, dark: colour }).optional(),
  /** Lessons without a number, before the first part. */
  before: z.array(name).default([]),
  /** In the order of reading; a lesson is named as in its address. */
  parts: z
    .array(
      z.strictObject({
        id: name,
        title: line,
        purpose: line,
        lessons: z.array(name).min(1, 'name one lesson at least'),
        practice: name.optional(),
      }),
    )
    .min(1, 'name one part at least'),
  /** Assignments of the complete book; its own are files in `assignments/`. */
  sets: z.array(name).default([]),
});

export type Edition = z.infer<typeof schema> & { readonly folder: string };

/** Throws an Error with a sentence for each fault, with file and line. */
export function readEdition(given: string): Edition {
  const folder = resolve(given);
  const file = join(folder, 'edition.yaml');
  if (!existsSync(file)) throw new Error(EDITION_FAULTS.none(file));
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines });
  const [broken] = document.errors;
  if (broken) throw new Error(`${file}: ${broken.message}`);
  const read = schema.safeParse(document.toJS());
  if (read.success) return { ...read.data, folder };
  const faults = read.error.issues.map(({ path, message }) => {
    const node = document.getIn(path, true) as { range?: readonly number[] } | undefined;
    const at = node?.range?.[0];
    const where = at === undefined ? '' : `:${lines.linePos(at).line}`;
    return `${file}${where}: ${path.join('.')}: ${message}`;
  });
  throw new Error(faults.join('\n'));
}
