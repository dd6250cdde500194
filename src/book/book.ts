/** What the book is called and which chapters it has, from content/book.yaml. Build only: a page has the id on its root element. */
import { z } from 'astro/zod';
import { parse } from 'yaml';
import source from '../../content/book.yaml?raw';

const line = z.string().trim().min(1);
const folder = z.string().regex(/^[a-z0-9-]+$/, 'lower-case words joined by hyphens');
/** What changes from one side to another, row by row, and the lessons that measure it. */
const table = z.strictObject({
  caption: line,
  columns: z.array(line).min(1),
  rows: z.array(
    z.strictObject({ name: line, cells: z.array(line), lessons: z.array(folder).default([]) }),
  ),
});
const part = z.strictObject({
  /** Its word in its address, `/parts/ID/`. */
  id: folder,
  title: line,
  /** In two sentences, what it is for. */
  purpose: line,
  /** Named as in their addresses. */
  lessons: z.array(folder).min(1, 'name one lesson at least'),
  /** A page of questions, and no lesson: without a number, after the lessons. */
  practice: folder.optional(),
});
export type Part = z.infer<typeof part>;

const read = z
  .strictObject({
    /** The word that the book's keys in the browser's storage begin with. */
    id: folder,
    /** The book that this is an edition of, by its id: their readers’ files pass between them. */
    of: folder.optional(),
    title: line,
    /** For the bar on a phone. */
    short: line,
    tagline: line,
    language: line,
    /** What it covers, in Markdown: on the front page, and under Credits. */
    covers: line.optional(),
    /** Whether the front page opens with the sentence on waiting for a server. */
    waits: z.boolean().default(false),
    /** Where mistakes are reported: an address of GitHub issues, `mailto:` and an address, or any page. Without it nothing is offered. */
    reports: z.url().optional(),
    /** In the order of reading, as are their parts and the lessons of each. */
    chapters: z
      .array(
        z.strictObject({
          /** A folder of content/. */
          folder,
          /** Lessons without a number, before the first part: what a reader should know already. */
          before: z.array(folder).default([]),
          parts: z.array(part).min(1, 'name one part at least'),
          /** Paths through the core for whoever has less time, by their minutes; each stands at `/paths/MINUTES-minutes/`. */
          paths: z
            .array(
              z.strictObject({
                minutes: z.int().positive(),
                /** What the path is about, as a sentence. */
                about: line,
                lessons: z.array(folder).min(1, 'name one lesson at least'),
              }),
            )
            .default([]),
        }),
      )
      .min(1, 'name one chapter at least'),
    /** Where a lesson has `<PartTable of="ID" />`, and on the page of the part with that id. */
    tables: z.record(folder, table).default({}),
  })
  .safeParse(parse(source));
if (!read.success) throw new Error(`content/book.yaml: ${z.prettifyError(read.error)}`);

/** The book, as content/book.yaml describes it. */
export const BOOK = read.data;
