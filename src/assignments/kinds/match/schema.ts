/** What an author writes of a match: two lists, what belongs together in which variant, and which wrong pairs betray what. */
import { z } from 'astro/zod';
import { id, text } from '../../../questions/author/fields.ts';
import { common, formula, known } from '../../author/fields.ts';

/** More than anybody reads through a menu. */
const MOST = 12;

const left = z.strictObject({
  id,
  text,
  /** The entry that belongs to it: its id; a drawn text that is one; or by entries a formula, of which one holds. */
  right: z.union([id, formula, z.record(id, formula)]),
  /** What whoever gives it another entry is told, where that pair has no words of its own. */
  feedback: text,
});

export const matchItem = z.strictObject({
  ...common,
  kind: z.literal('match'),
  left: z.array(left).min(2, 'a match has two entries on the left at least').max(MOST),
  right: z
    .array(z.strictObject({ id, text }))
    .min(2, 'a match has two entries on the right at least')
    .max(MOST),
  wrong: z.array(z.strictObject({ ...known, left: id, right: id })).default([]),
});

export type MatchSource = z.infer<typeof matchItem>;
