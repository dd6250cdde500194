/** What a paper edition holds: parts and lessons as the contents on the front page have them, and which of them are asked for. */
import { type Element, attribute, elements, named, textOf } from '../book/html.ts';

/** A lesson in the contents. */
export interface Listed {
  /** Its word in its address. */
  readonly slug: string;
  readonly isCore: boolean;
}

/** A part of the book. */
export interface Part {
  readonly id: string;
  /** `Part I`. */
  readonly kicker: string;
  readonly title: string;
  readonly purpose: string;
  readonly lessons: readonly Listed[];
}

/** What is asked for: its name, as a file is called by it, and the parts with the lessons that are in it. */
export interface Chosen {
  readonly name: string;
  readonly title: string;
  readonly parts: readonly Part[];
}

const within = (node: Element, name: string, of = ''): Element[] =>
  named(node, name).filter(
    (one) => of === '' || (attribute(one, 'class') ?? '').split(' ').includes(of),
  );
const said = (node: Element | undefined): string => (node ? textOf(node).trim() : '');
const wordOf = (address = ''): string => address.split('/').findLast((word) => word !== '') ?? '';

function lessonsIn(node: Element): Listed[] {
  return [...elements(node)].flatMap((one) => {
    const address = attribute(one, 'data-contents') ?? attribute(one, 'data-practice');
    if (address === undefined) return [];
    const is = (attribute(one, 'class') ?? '').split(' ');
    return [{ slug: wordOf(address), isCore: is.includes('entry') && !is.includes('optional') }];
  });
}

/** The parts, from the front page. What stands before the first is a part without a name of its own. */
export function partsIn(front: Element): readonly Part[] {
  const parts = within(front, 'section', 'contents-part').map((part): Part => {
    const [title] = named(part, 'h3');
    const link = title && named(title, 'a')[0];
    return {
      id: wordOf(link && attribute(link, 'href')),
      kicker: said(within(part, 'p', 'kicker')[0]),
      title: said(title),
      purpose: said(within(part, 'p', 'soft')[0]),
      lessons: lessonsIn(part),
    };
  });
  const placed = new Set(parts.flatMap(({ lessons }) => lessons.map(({ slug }) => slug)));
  const before = lessonsIn(front).filter(({ slug }) => !placed.has(slug));
  const start = { id: 'before', kicker: '', title: '', purpose: '', lessons: before };
  return before.length > 0 ? [start, ...parts] : parts;
}

/** The parts and lessons that a word asks for: `all`, `core`, a part or a lesson. Throws where there is no such. */
export function chosen(parts: readonly Part[], word: string, book: string): Chosen {
  const some = (is: (lesson: Listed, part: Part) => boolean): readonly Part[] =>
    parts
      .map((part) => ({ ...part, lessons: part.lessons.filter((lesson) => is(lesson, part)) }))
      .filter(({ lessons }) => lessons.length > 0);
  if (word === 'all') return { name: 'book', title: book, parts };
  if (word === 'core')
    return { name: 'core', title: `${book}: the core path`, parts: some(({ isCore }) => isCore) };
  const part = parts.find(({ id }) => id === word);
  if (part)
    return { name: word, title: `${book}: ${part.title}`, parts: some((_, { id }) => id === word) };
  const lesson = some(({ slug }) => slug === word);
  if (lesson.length > 0) return { name: word, title: book, parts: lesson };
  const words = [
    'all',
    'core',
    ...parts.map(({ id }) => id),
    ...parts.flatMap(({ lessons }) => lessons.map(({ slug }) => slug)),
  ];
  throw new Error(`There is no “${word}” to print. Say one of: ${words.join(', ')}.`);
}
