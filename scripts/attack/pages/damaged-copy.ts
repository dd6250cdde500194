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

/** Writes a copy of the one file in which the element that carries an asset is damaged; throws where none carries it. */
export function writeDamaged(
  from: string,
  to: string,
  asset: string,
  damage: (text: string) => string,
): void {
  const book = readFileSync(from, 'utf8');
  const carriers = [...book.matchAll(/data-asset="([^"]*)"[^>]*>/g)];
  const carrier = carriers.find(([, names = '']) => names.split(' ').includes(asset));
  if (!carrier) throw new Error(`${from} does not carry ${asset}.`);
  const start = carrier.index + carrier[0].length;
  const end = book.indexOf('</script>', start);
  writeFileSync(to, book.slice(0, start) + damage(book.slice(start, end)) + book.slice(end));
}
