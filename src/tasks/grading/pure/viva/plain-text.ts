/** Markdown as it is read aloud, and how a long text is shortened. */

/** Without the signs of Markdown: a word in bold or italics, a name in code, a link, a sign that was escaped. */
export const unmarked = (text: string): string =>
  text
    .replace(/\*\*|`/g, '')
    .replace(/(?<!\w)_([^_\s]+)_(?!\w)/g, '$1')
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/\\([$*_])/g, '$1');

/** In one paragraph, too; lines of a list stand after semicolons. */
export const plainText = (text: string): string =>
  unmarked(text)
    .replace(/([^.:;!?…”])\s*\n\s*\n\s*/gu, '$1. ')
    .replace(/\n- /g, '; ')
    .replace(/[\s\p{Cc}\u202A-\u202E\u2066-\u2069]+/gu, ' ')
    .replace(/([:.]) ?;/g, (_, before: string) => (before === '.' ? ';' : before))
    .trim();

/** At most so many characters, cut between words. */
export function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest).replace(/\s+\S*$/u, '')} …`;
}
