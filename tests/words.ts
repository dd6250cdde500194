/** The one line that says which language the book ships, as tests read it. */
import { readFileSync } from 'node:fs';

const { imports } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly imports: { readonly '#words/*': string };
};

/** The end of each file of words in that language: `.en.ts`. */
export const WORDS_END = imports['#words/*'].replace('./*', '');

/** The file, from the book's root, that an import asks for: `#words/a/words` means `a/words.en.ts`, `#kit/draw` its index; others are as they stand. */
export const wordsFile = (name: string): string =>
  name
    .replace(/^#words\/(.*)$/, `$1${WORDS_END}`)
    .replace(/^#kit\/(.*)$/, 'widgets/kit/$1/index.ts');
