/** Experiments that stand in files of their own until they are opened: taken out of a built page, and put back into the one file. */
import { parseFragment } from 'parse5';
import { type Document, type Element, append, attribute, elements, pageText } from './html.ts';

/** Names the file: `<div data-apart="NAME">` holds what is taken out. Without the file, as in `astro dev`, it is there already. */
const APART = 'data-apart';

/** What is taken out of a page, by its name, as the text of a file: JSON, which every server knows. */
export function takenApart(page: Document): ReadonlyMap<string, string> {
  const places = [...elements(page)].filter((node) => attribute(node, APART) !== undefined);
  // What stands within another goes first: it is a file of its own.
  const taken = places.toReversed().map((place): [string, string] => {
    const text = JSON.stringify(pageText(place));
    place.childNodes = [];
    return [`${attribute(place, APART) ?? ''}.json`, text];
  });
  return new Map(taken.toReversed());
}

/** Puts it back. */
export function putBack(page: Document | Element, read: (name: string) => string): void {
  for (const place of [...elements(page)]) {
    const name = attribute(place, APART);
    if (name === undefined) continue;
    const { childNodes } = parseFragment(JSON.parse(read(`${name}.json`)) as string);
    for (const node of [...childNodes]) append(place, node);
    putBack(place, read);
  }
}
