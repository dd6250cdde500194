/** JSON from outside, bounded before it is parsed: a text of a million brackets would hold up the page for a quarter of a second. */
import { WORK } from '#words/src/tasks/judge/words';
import { CUT } from './guards.ts';

/** Work is seven levels deep at most; beyond this nothing is read. */
const DEEPEST = 12;

/** The value in a text. What is nested too deeply is cut off there. Throws an Error with the end of a sentence for the reader. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(shallow(text)) as unknown;
  } catch {
    throw new Error(WORK.notJson);
  }
}

const [QUOTE, BACKSLASH, ...BRACKETS] = [...'"\\[{]}'].map((sign) => sign.charCodeAt(0));
const [LIST, OBJECT, LIST_END, OBJECT_END] = BRACKETS;

/** The text with a word in place of each list or object that lies too deep. One pass, no recursion. */
function shallow(text: string): string {
  const pieces: string[] = [];
  let from = 0;
  let depth = 0;
  for (let i = 0; i < text.length; i += 1) {
    const sign = text.charCodeAt(i);
    if (sign === QUOTE) i = endOfString(text, i);
    else if (sign === LIST || sign === OBJECT) {
      depth += 1;
      if (depth !== DEEPEST + 1) continue;
      pieces.push(text.slice(from, i), JSON.stringify(CUT));
      // Never closed: then nothing more is taken, and the text is no JSON.
      from = text.length;
    } else if (sign === LIST_END || sign === OBJECT_END) {
      if (depth === DEEPEST + 1) from = i + 1;
      depth -= 1;
    }
  }
  return pieces.length === 0 ? text : pieces.join('') + text.slice(from);
}

/** Where the string that begins at `start` ends. */
function endOfString(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && text.charCodeAt(end) !== QUOTE) {
    end += text.charCodeAt(end) === BACKSLASH ? 2 : 1;
  }
  return end;
}
