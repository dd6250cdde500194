/** The words that the book defines, from content/glossary.yaml. */
import { z } from 'astro/zod';
import { parse } from 'yaml';

const entry = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  term: z.string().min(2),
  /** One or two sentences of plain text. */
  definition: z.string().min(10),
  /** Other words by which somebody may look for it; only the search reads them. */
  also: z.array(z.string().trim().min(2)).default([]),
});
export type GlossaryEntry = z.infer<typeof entry>;

const files = import.meta.glob<string>('../../content/glossary.yaml', {
  eager: true,
  query: '?raw',
  import: 'default',
});

/** Every entry by its id. A broken or double entry stops the build. */
export const GLOSSARY: ReadonlyMap<string, GlossaryEntry> = new Map(
  Object.values(files).flatMap((text) => {
    const read = z.array(entry).safeParse(parse(text));
    if (!read.success) throw new Error(`content/glossary.yaml: ${z.prettifyError(read.error)}`);
    const ids = read.data.map((one) => one.id);
    const twice = ids.find((id, i) => ids.indexOf(id) !== i);
    if (twice) throw new Error(`content/glossary.yaml: "${twice}" stands there twice`);
    return read.data.map((one) => [one.id, one] as const);
  }),
);
