// The book’s typefaces for paper, each weight a font of its own: a variable font would be drawn as shapes and weigh twice as much.
import { readFileSync } from 'node:fs';
import subsetFont from 'subset-font';

const FONTS = new URL('../../src/assets/fonts/', import.meta.url);
const ROMAN = 'source-serif-4-roman';
const CUTS = [
  ['Paper Serif', ROMAN, 'normal', '100 500', { wght: 400, opsz: 14 }],
  ['Paper Serif', ROMAN, 'normal', '501 900', { wght: 620, opsz: 14 }],
  ['Paper Serif', 'source-serif-4-italic', 'italic', '100 900', {}],
  ['Paper Sans', 'inter', 'normal', '100 500', { wght: 400 }],
  ['Paper Sans', 'inter', 'normal', '501 900', { wght: 600 }],
];
// Any sign that a face has been cut to is kept.
const SIGNS = String.fromCodePoint(...Array.from({ length: 0x2fe0 }, (_, i) => 0x20 + i));

/**
 * The faces, each with its rule for a style sheet that stands above its file.
 * @returns {Promise<readonly { readonly family: string, readonly path: string, readonly rule: string, readonly bytes: Buffer }[]>}
 */
export function paperFonts() {
  return Promise.all(
    CUTS.map(async ([family, file, style, weight, variationAxes], i) => {
      const source = readFileSync(new URL(`${file}.woff2`, FONTS));
      const path = `paper/${i}.woff2`;
      const rule = `@font-face{font-family:'${family}';font-style:${style};font-weight:${weight};src:url(${path})}`;
      const bytes = await subsetFont(source, SIGNS, { targetFormat: 'woff2', variationAxes });
      return { family, path, rule, bytes };
    }),
  );
}
