/** Names in braces, which stand for what is drawn: those that stand for nothing. Build and Node only. */
import { kindOf } from '../kinds.ts';
import type { ItemSource } from './schema.ts';

/** The line of a file where what is written at a path begins, or where it says something. */
export type LineOf = (path: readonly PropertyKey[], says?: string) => number;

const NAMED = /\{([A-Za-z]\w*)\}/g;
/** In a program not what a template or a comment on types has. */
const NAMED_IN_PROGRAM = /(?<!\$|@\w+ )\{([A-Za-z]\w*)\}/g;
/** A claim’s own runs, which its proof knows. */
const OF_A_RUN = /^[A-D]_/;
/** In Markdown, code between backticks. */
const CODE = /(`+)[^]*?\1/g;

/** The names in the items of a file that nobody has drawn or derived, a sentence each. */
export function strayNames(
  file: string,
  items: readonly ItemSource[],
  lineOf: LineOf,
): readonly string[] {
  return items.flatMap((item, at) => {
    const known = [...Object.keys(item.draw), ...Object.keys(item.derive)];
    const programs = kindOf(item).programs?.(item) ?? [];
    return textsOf(item, ['items', at]).flatMap(([path, text]) => {
      const names = programs.includes(text) ? inProgram(text) : inText(text);
      return [...new Set(names)]
        .filter((name) => !known.includes(name) && !OF_A_RUN.test(name))
        .map(
          (name) =>
            `${file}:${lineOf(path, `{${name}}`)}: ${path.join('.')}: {${name}}: nothing called “${name}” is drawn or derived; there ${known.length === 1 ? 'is' : 'are'} ${known.join(', ') || 'none'}`,
        );
    });
  });
}

/** In a sentence each; in code between backticks those that a program has. */
const inText = (text: string): readonly string[] => [
  ...namesBy(NAMED, text.replaceAll(CODE, ' ')),
  ...[...text.matchAll(CODE)].flatMap(([code]) => inProgram(code)),
];

/** A program has braces of its own: what stands in them alone is a name that it has elsewhere, too. */
function inProgram(text: string): readonly string[] {
  const words = new Set(text.replaceAll(NAMED, ' ').match(/\w+/g));
  return namesBy(NAMED_IN_PROGRAM, text).filter((name) => !words.has(name));
}

const namesBy = (pattern: RegExp, text: string): readonly string[] =>
  [...text.matchAll(pattern)].map(([, name = '']) => name);

/** Every text in what was written, with its path. */
function textsOf(
  value: unknown,
  path: readonly PropertyKey[],
): readonly (readonly [readonly PropertyKey[], string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => textsOf(one, [...path, key]));
}
