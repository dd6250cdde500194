/** Ids stay unique when many pages become one: headings carry their page's name, references follow. */
import { type Element, append, attribute, element, elements, setAttribute } from '../book/html.ts';

const REFERENCES = [
  'for',
  'form',
  'headers',
  'list',
  'popovertarget',
  'commandfor',
  'aria-activedescendant',
  'aria-controls',
  'aria-describedby',
  'aria-details',
  'aria-errormessage',
  'aria-flowto',
  'aria-labelledby',
  'aria-owns',
];
const HEADING = /^h[1-6]$/;

/** A page's ids as they were -> as they are in the one file. */
export type Renamed = ReadonlyMap<string, string>;
export interface Part {
  readonly slug: string;
  readonly main: Element;
}

interface Found {
  readonly node: Element;
  readonly id: string;
  /** Inside (or itself) an experiment or a question: its script and the saved answers know the id. */
  readonly owned: boolean;
  /** A link in the place of what has moved to another page, which has the id now. */
  readonly moved: boolean;
}

function* idsOf(parent: Element, owned = false): Generator<Found> {
  for (const node of parent.childNodes) {
    if (!('tagName' in node)) continue;
    const inside = owned || node.tagName.includes('-');
    const id = attribute(node, 'id');
    const moved = attribute(node, 'data-moved') !== undefined;
    if (id !== undefined) yield { node, id, owned: inside, moved };
    yield* idsOf(node, inside);
  }
}

/**
 * Renames, in place, the ids of headings and those that several pages have; what belongs to an experiment or a question
 * keeps its id, and must have it alone in the whole book.
 */
export function uniqueIds(
  parts: readonly Part[],
  taken: ReadonlySet<string>,
): Map<string, Renamed> {
  const found = parts.map((part) => [...idsOf(part.main)]);
  const pages = new Map<string, number>();
  for (const id of taken) pages.set(id, 1);
  for (const ids of found) {
    const own = ids.filter((one) => !one.moved);
    for (const id of new Set(own.map((one) => one.id))) pages.set(id, (pages.get(id) ?? 0) + 1);
  }
  // A place of that name was once alone in the book, and links lead to it: the first page that has one keeps the name, too.
  const kept = new Set(taken);
  return new Map(
    parts.map(({ slug, main }, i) => {
      const renamed = new Map<string, string>();
      for (const { node, id, owned, moved } of found[i] ?? []) {
        // What is gone from everywhere keeps its name, on the first page that leads on from it.
        if (moved && !pages.has(id) && !kept.has(id)) {
          kept.add(id);
          continue;
        }
        const shared = moved || (pages.get(id) ?? 0) > 1;
        if (owned && shared) {
          throw new Error(
            `The id "${id}" in ${slug} stands on another page too; it must be unique in the book.`,
          );
        }
        if (owned || !(shared || HEADING.test(node.tagName))) continue;
        renamed.set(id, `${slug}--${id}`);
        setAttribute(node, 'id', `${slug}--${id}`);
        if (moved || HEADING.test(node.tagName) || kept.has(id)) continue;
        kept.add(id);
        append(node, element('span', { id }));
      }
      follow(main, renamed);
      return [slug, renamed];
    }),
  );
}

function follow(main: Element, renamed: Renamed): void {
  for (const node of elements(main)) {
    for (const attr of node.attrs) {
      if (!REFERENCES.includes(attr.name)) continue;
      attr.value = attr.value
        .split(/\s+/)
        .map((id) => renamed.get(id) ?? id)
        .join(' ');
    }
  }
}
