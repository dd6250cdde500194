/** What a file is that somebody has dropped, by how it begins: names tell little, and nobody should have to sort. */
import { readClassList } from './class-list.ts';

export type Dropping = 'hand-in' | 'key' | 'grading' | 'list' | 'other';

/** So much of a file is enough to tell, in bytes. */
export const BEGINNING = 8_000;

const JSON_KINDS: readonly (readonly [RegExp, Dropping])[] = [
  [/^\{\s*"format":\s*\d+,\s*"kind":\s*"key"/, 'key'],
  [/^\{\s*"assignment":\s*\{/, 'grading'],
];

/** `beginning`: the first letters of the file. What calls itself JSON and is none is a hand-in that cannot be read, and is said. */
export function toldApart(name: string, beginning: string): Dropping {
  const text = beginning.replace(/^\uFEFF/, '').trimStart();
  if (text.startsWith('{'))
    return JSON_KINDS.find(([begins]) => begins.test(text))?.[1] ?? 'hand-in';
  if (/\.json$/i.test(name)) return 'hand-in';
  if (text.includes('\0')) return 'other';
  return /\.[ct]sv$/i.test(name) || !('problem' in readClassList(beginning)) ? 'list' : 'other';
}
