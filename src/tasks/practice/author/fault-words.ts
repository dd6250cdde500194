/** What an author is told where a value is of another kind than a schema wants: in the words of the book, not of its code. */
import type { z } from 'astro/zod';

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a table of names and values',
  record: 'a table of names and values',
};

/** A sentence for a fault that the schema itself has no words for; nothing where its own words are plain. */
export function faultWords(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'unrecognized_keys') {
    const [name = ''] = issue.keys;
    return `there is no “${name}” here; check the spelling, or take it away`;
  }
  if (issue.code === 'invalid_union') {
    return issue.input === undefined ? 'it is missing' : 'it is none of what may stand here';
  }
  if (issue.code !== 'invalid_type') return undefined;
  if (issue.input === undefined) return 'it is missing';
  return `wanted is ${KINDS[issue.expected] ?? issue.expected}, this is ${nameOf(issue.input)}`;
}

function nameOf(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return KINDS[typeof value] ?? typeof value;
}
