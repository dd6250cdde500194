/** Copies of the one-file edition in which a file has been damaged. */
import { readFileSync, writeFileSync } from 'node:fs';

/** How the text that carries a file is damaged. */
export const DAMAGES: Readonly<Record<string, (text: string) => string>> = {
  empty: () => '',
  truncated: (text) => text.slice(0, text.length >> 1),
  // The letters that carry files are these among others; "A" and "B" are in every alphabet for them.
  'a letter altered': (text) => {
    const at = text.length >> 1;
    return `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;
  },
};

/** Writes a copy of the one file whose `data-asset` is damaged; throws where the one file does not carry it. */
export function writeDamaged(
  from: string,
  to: string,
  asset: string,
  damage: (text: string) => string,
): void {
  const book = readFileSync(from, 'utf8');
  const mark = `data-asset="${asset}"`;
  const start = book.indexOf('>', book.indexOf(mark)) + 1;
  if (!book.includes(mark)) throw new Error(`${from} does not carry ${asset}.`);
  const end = book.indexOf('</script>', start);
  writeFileSync(to, book.slice(0, start) + damage(book.slice(start, end)) + book.slice(end));
}
