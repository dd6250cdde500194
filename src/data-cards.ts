/** Where the book's data come from: one card a set, kept beside the packed bytes in public/data/. */
import { z } from 'astro/zod';

const card = z.looseObject({
  id: z.string(),
  title: z.string(),
  collectedBy: z.string(),
  when: z.string(),
  from: z.string(),
  rows: z.number(),
  columns: z.string(),
  licence: z.string(),
  licenceUrl: z.url(),
  attribution: z.string(),
  source: z.string(),
  changes: z.string(),
  dropped: z.string(),
  faults: z.string(),
  notFor: z.string(),
});
export type DataCard = z.infer<typeof card>;

const files = import.meta.glob<{ default: unknown }>('../public/data/*.json', { eager: true });

/** Every card by its id. A card that lacks a line stops the build. */
export const DATA_CARDS: ReadonlyMap<string, DataCard> = new Map(
  Object.entries(files).map(([path, file]) => {
    const read = card.safeParse(file.default);
    if (!read.success) throw new Error(`${path}: ${z.prettifyError(read.error)}`);
    return [read.data.id, read.data];
  }),
);
