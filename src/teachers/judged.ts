/** What a person has judged, from docs/judged.yaml: by criterion, in words. Build only. */
import { z } from 'astro/zod';
import { parse } from 'yaml';
import source from '../../docs/judged.yaml?raw';
import { CRITERIA, VERDICTS, judgedAs } from '#words/src/teachers/criteria';

const line = z.string().trim().min(1);
const entry = z.strictObject({
  criterion: z.enum(CRITERIA.map(({ number }) => number)),
  day: z.iso.date(),
  /** Who has judged, by role. */
  role: line,
  with: line,
  verdict: z.enum(VERDICTS),
  says: line,
});

export const JUDGED: ReadonlyMap<string, string> = new Map(
  z
    .array(entry)
    .parse(parse(source, { schema: 'failsafe' }))
    .map((one) => [one.criterion, judgedAs(one)]),
);
