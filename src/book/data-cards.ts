/** Where the book's data come from: one card a set, kept beside the packed bytes in public/data/. */
import { z } from 'astro/zod';

const line = z.string().trim().min(2);
const card = z.looseObject({
  id: line,
  title: line,
  collectedBy: line,
  when: line,
  from: line,
  rows: z.int().min(1),
  columns: line,
  format: line,
  licence: line,
  licenceUrl: z.url(),
  /** The licence's own words, as a file of the book: they must come along with the data. */
  licenceText: z.string().regex(/^LICENSES\/[\w.-]+\.txt$/),
  /** What must stand beside the files wherever a copy of the book carries them. */
  notice: line.optional(),
  attribution: line,
  source: z.url(),
  changes: line,
  dropped: line,
  faults: line,
  notFor: line,
  files: z
    .array(
      z.strictObject({
        name: line,
        bytes: z.int().min(1),
        sha256: z.string().regex(/^[\da-f]{64}$/),
      }),
    )
    .min(1),
});
export type DataCard = z.infer<typeof card>;

/** A card as it is written in a file. One that lacks a line stops the build and is named. */
export function readCard(path: string, written: unknown): DataCard {
  const read = card.safeParse(written);
  if (!read.success) throw new Error(`${path}: ${z.prettifyError(read.error)}`);
  return read.data;
}

const files = import.meta.glob<{ default: unknown }>('../../public/data/*.json', { eager: true });
const texts = import.meta.glob('../../public/data/LICENSES/*.txt', { query: '?url' });

/** Every card by its id. */
export const DATA_CARDS: ReadonlyMap<string, DataCard> = new Map(
  Object.entries(files).map(([path, file]) => {
    const read = readCard(path, file.default);
    if (!(`../../public/data/${read.licenceText}` in texts)) {
      throw new Error(`${path}: licenceText: public/data has no ${read.licenceText}`);
    }
    return [read.id, read];
  }),
);
