/** Rules as a reader writes them: words of which one is enough. */
import { range, sort } from 'd3-array';

/** Rules that a reader may write at most. */
export const MOST_RULES = 6;
/** What stands for a number of five digits or more, and for a shorter one. */
export const [LONG_NUMBER, SHORT_NUMBER] = ['#####', '#'];

/** The words of a text, each once, with blanks between: letters in lower case, the pound sign, and marks for numbers. */
export function writeRules(text: string): string {
  const words = new Set(
    (text.toLowerCase().match(/[a-z]+|[0-9#]+|£/g) ?? []).map((word) =>
      /[0-9#]/.test(word) ? (word.length < 5 ? SHORT_NUMBER : LONG_NUMBER) : word,
    ),
  );
  if (words.size > MOST_RULES) throw new Error(`at most ${MOST_RULES} words`);
  return [...words].join(' ');
}

/** Words as a list; none for an empty text. */
export function readRules(text: string): readonly string[] {
  return text === '' ? [] : text.split(' ');
}

/** The three known words that are most like one that is not: by the fewest letters changed, then by the longest common beginning. */
export function nearest(word: string, known: readonly string[]): readonly string[] {
  const letters = known.filter((one) => /^[a-z]{2,}$/.test(one));
  return sort(letters, (one) => changes(word, one) - common(word, one) / 10).slice(0, 3);
}

function common(a: string, b: string): number {
  let count = 0;
  while (count < a.length && a[count] === b[count]) count += 1;
  return count;
}

/** Letters to put in, leave out or exchange to make one word of another (Levenshtein). */
function changes(a: string, b: string): number {
  let row = range(b.length + 1);
  for (let i = 1; i <= a.length; i += 1) {
    const above = row;
    row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const exchanged = (above[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(exchanged, (above[j] as number) + 1, (row[j - 1] as number) + 1));
    }
  }
  return row[b.length] as number;
}
