/** How wide words are, before any browser has drawn them. */

// The advance of each letter from ' ' to '~' in the sans of the figures, in fiftieths of its size from '(' on; its digits are
// tabular, its weight is 400. Kept against the font's file by a test.
const ADVANCES =
  '56?HHYH7<<HH5H5:HHHHHHHHHH55HHHBXKIMLFFMM5EJDUNNHNHHHMKYJJG<:<@?8DGEGE;GF44C4TFFGG;B8FDQCDD<9<H';
/** What is drawn bolder is so much wider. */
const STRONG = 1.045;
/** Of a sign that is not in the table; most are narrower. */
const OTHER = 0.7;

/** The width of words in units of the drawing; `size` is that of the letters. */
export function widthOf(words: string, isStrong = false, size = 13): number {
  let sum = 0;
  for (const letter of words.replaceAll('\u00a0', ' ')) {
    const code = ADVANCES.charCodeAt(letter.charCodeAt(0) - 32);
    sum += Number.isNaN(code) ? OTHER : (code - 40) / 50;
  }
  return sum * size * (isStrong ? STRONG : 1);
}

/** Words cut to a width, with dots for what is left out. */
export function shortened(words: string, width: number): string {
  if (widthOf(words) <= width) return words;
  let kept = words;
  while (kept !== '' && widthOf(`${kept}…`) > width) kept = kept.slice(0, -1).trimEnd();
  return `${kept}…`;
}
