/** English words as the search compares them. */
import { stemmer } from 'stemmer';

/** British spellings and the American ones for them; where a word is no word of either, it is changed in text and query alike. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/(?<=..[iy])s(?=e|ing|ation|able)/, 'z'],
  [/(?<=...)our/, 'or'],
  [/(?<=..[bt])re(?=s?$)/, 'er'],
];

/** A word in small letters without accents, and its stem in one spelling: `batches` and `batch`, `quantised` and `quantiz`. */
export function formsOf(word: string): readonly [plain: string, stem: string] {
  const plain = word.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');
  return [plain, stemmer(SPELLINGS.reduce((one, [from, to]) => one.replace(from, to), plain))];
}

/** The words of a text, without numbers. */
export const wordsOf = (text: string): readonly string[] =>
  text.match(/\p{L}[\p{L}\p{N}]+/gu) ?? [];
