/** A work as the text of a file. */
import type { Work } from './work.ts';

/** The longest file that is read, in characters; the file of a full work is shorter. */
export const LARGEST = 2_000_000;

/** The work as the text of a file that can be read again: in lines, unless it is too long for them. */
export function fileText({ aside = [], more, ...work }: Work): string {
  const body = { ...work, ...more };
  const texts = asMuchAs(aside, LARGEST - JSON.stringify(body).length - 100);
  const all = { ...body, ...(texts.length > 0 && { aside: texts }) };
  const text = `${JSON.stringify(all, null, 1)}\n`;
  return text.length <= LARGEST ? text : `${JSON.stringify(all)}\n`;
}

/** The newest texts that there is room for; one that is too long by itself is cut. */
function asMuchAs(texts: readonly string[], most: number): readonly string[] {
  let room = most;
  return texts
    .toReversed()
    .flatMap((text) => {
      let part = text;
      // Signs may take up to six characters in JSON.
      while (part !== '' && JSON.stringify(part).length >= room) {
        part = part.slice(0, Math.floor(part.length / 2));
      }
      room -= JSON.stringify(part).length + 1;
      return part === '' ? [] : [part];
    })
    .toReversed();
}
