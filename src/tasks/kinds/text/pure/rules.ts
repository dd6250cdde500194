/**
 * Rules over words. An entry is a word, a phrase, or several of them with `|` between; a word may end in `*`, which stands for
 * any ending. There is nothing in it that could be slow, whatever somebody writes.
 */
import type { TextRule } from '../item.ts';
import type { Drawn } from '../../../sets/pure/format/head.ts';
import { inOwn } from '../../../sets/pure/variants/in-own.ts';
import { valueIn } from '../../../sets/pure/variants/variant.ts';

/** A text as rules see it: its words in small letters, without signs; a hyphen parts words, an apostrophe does not. */
export function wordsOf(text: string): readonly string[] {
  const plain = text.normalize('NFKC').toLowerCase().replace(/['’]/g, '');
  return plain.match(/\p{N}+(?:[.,]\p{N}+)+|[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** The first rule that decides a text in a variant; nothing where none does. */
export function ruleFor(
  rules: readonly TextRule[],
  values: Drawn,
  text: string,
): TextRule | undefined {
  const words = wordsOf(text);
  if (words.length === 0) return undefined;
  const has = (entry: string): boolean =>
    inOwn(entry, values, String)
      .split('|')
      .some((one) => hasPhrase(words, phraseOf(one)));
  return rules.find(
    ({ when, all, any, none }) =>
      (when === undefined || valueIn(when, values) === 1) &&
      all.every(has) &&
      (any.length === 0 || any.some(has)) &&
      !none.some(has),
  );
}

interface Word {
  readonly word: string;
  readonly isStem: boolean;
}

/** The words of an entry; a star belongs to the word before it. */
export const phraseOf = (entry: string): readonly Word[] =>
  entry
    .trim()
    .split(/\s+/)
    .flatMap((part) => {
      const words = wordsOf(part);
      return words.map((word, i) => ({
        word,
        isStem: part.endsWith('*') && i === words.length - 1,
      }));
    });

function hasPhrase(words: readonly string[], phrase: readonly Word[]): boolean {
  if (phrase.length === 0) return false;
  return words.some((_, from) =>
    phrase.every(({ word, isStem }, i) => {
      const own = words[from + i];
      return isStem ? own?.startsWith(word) === true : own === word;
    }),
  );
}
