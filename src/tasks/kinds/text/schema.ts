/** What an author writes of a short text: rules in their order, each with texts that it decides. */
import { z } from 'astro/zod';
import { id, text } from '../../practice/author/fields.ts';
import { common, formula } from '../../sets/author/fields.ts';
import { phraseOf } from './pure/rules.ts';

/** Words, and nothing that looks like a pattern of another kind. */
const entry = text
  .max(200)
  .refine((one) => !/[\\^$+?()[\]]/.test(one), {
    message:
      'an entry is plain words: a|b for one of them, wait* for any ending; there are no other signs',
  })
  .refine((one) => one.split('|').every((part) => phraseOf(part).length > 0), {
    message: 'an entry has a word on each side of |',
  })
  .refine((one) => !/(^|[\s|])\S{0,2}\*|\*(?=[^\s|])/.test(one), {
    message: 'a star stands at the end of a word, after three letters at least',
  });
const entries = z.array(entry).max(20).default([]);

const rule = z
  .strictObject({
    id,
    /** A formula over what is drawn: in other variants there is no such rule. */
    when: formula.optional(),
    all: entries,
    any: entries,
    none: entries,
    credit: z.number().min(0).max(1),
    feedback: text,
    misconception: text.optional(),
    /** Texts that it decides. */
    examples: z.array(text).min(1, 'a rule has one example at least'),
  })
  .refine(({ all, any }) => all.length + any.length > 0, {
    message: 'a rule names words in all or any',
  })
  .refine(({ credit, misconception }) => credit > 0 || misconception !== undefined, {
    message: 'a rule without credit needs a misconception',
  });

export const itemSchema = z.strictObject({
  ...common,
  kind: z.literal('text'),
  longest: z.int().min(10).max(1000).default(200),
  rules: z.array(rule).min(1, 'a short text has one rule at least').max(20),
  /** Texts that no rule may decide: they are to be read. */
  open: z.array(text).default([]),
});

export type TextSource = z.infer<typeof itemSchema>;
