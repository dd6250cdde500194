/** What a person has judged, from docs/judged.yaml: by criterion, in words. Build only. */
import { z } from 'astro/zod';
import { parse } from 'yaml';
import source from '../../docs/judged.yaml?raw';
import { CRITERIA } from './criteria.ts';

const line = z.string().trim().min(1);
const entry = z.strictObject({
  criterion: z.enum(CRITERIA.map(({ number }) => number)),
  day: z.iso.date(),
  /** Who has judged, by role. */
  role: line,
  with: line,
  verdict: z.enum(['met', 'partly met', 'not met']),
  says: line,
});

export const JUDGED: ReadonlyMap<string, string> = new Map(
  z
    .array(entry)
    .parse(parse(source, { schema: 'failsafe' }))
    .map((one) => [
      one.criterion,
      `${one.verdict}, says ${one.role} (${one.day}, with ${one.with}): ${one.says}`,
    ]),
);
