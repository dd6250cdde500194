/** A language for tests: every word of the book stands in brackets, and numbers have a comma before their decimals. */
import { globSync } from 'node:fs';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { vi } from 'vitest';
import type { InOtherWords } from '../widgets/kit/words/in-other-words.ts';
import { WORDS_END } from './words.ts';

/** A text in the toy language. */
export const toy = (text: string): string => `⟦${text}⟧`;

/** A table of words in the toy language: texts in brackets, and what functions make of their values. */
function inToy<T>(words: T): InOtherWords<T> {
  if (typeof words === 'string') return toy(words) as InOtherWords<T>;
  if (typeof words === 'function') {
    const said = words as unknown as (...values: readonly unknown[]) => unknown;
    return ((...values: readonly unknown[]) => inToy(said(...values))) as InOtherWords<T>;
  }
  if (typeof words !== 'object' || words === null || words instanceof RegExp)
    return words as InOtherWords<T>;
  if (Array.isArray(words)) return words.map(inToy) as InOtherWords<T>;
  const pairs = Object.entries(words).map(([name, one]) => [name, inToy(one as unknown)]);
  return Object.fromEntries(pairs) as InOtherWords<T>;
}

/** What is no word: how numbers are written and read. Units are their author's words. */
const OWN: Readonly<Record<string, object>> = {
  'widgets/kit/words/language': {
    LANGUAGE: { tag: 'zz', group: '.', point: ',' },
    unitOfOne: (unit: string) => unit,
  },
};

/** Turns all files of words into the toy language, for what is imported afterwards. */
export function speakToy(): void {
  for (const file of globSync(`{src,widgets}/**/*${WORDS_END}`)) {
    const name = file.replaceAll('\\', '/').slice(0, -WORDS_END.length);
    vi.doMock(`#words/${name}`, async (original) => {
      const words = await original<object>();
      if (name === 'src/questions/judge/units') return { ...words, POINT: ',' };
      return { ...inToy(words), ...OWN[name] };
    });
  }
}

const READ_OUT = ['aria-label', 'aria-valuetext', 'title', 'alt', 'placeholder'];
type Node = DefaultTreeAdapterTypes.ChildNode;

/** Texts that a reader sees or hears in markup: of data and fields, nothing. */
function textsOf(node: Node): readonly string[] {
  if ('value' in node) return [node.value];
  if (!('attrs' in node) || ['script', 'textarea'].includes(node.nodeName)) return [];
  const inside = 'content' in node ? node.content.childNodes : node.childNodes;
  return [
    ...node.attrs.filter(({ name }) => READ_OUT.includes(name)).map(({ value }) => value),
    ...inside.flatMap(textsOf),
  ];
}

/** What is left of a text without all that is said in the toy language: words of another, and numbers with a point. */
export function foreignIn(text: string): readonly string[] {
  let rest = text;
  for (let before = ''; before !== rest;) {
    before = rest;
    rest = rest.replace(/⟦[^⟦⟧]*⟧/g, ' ');
  }
  const points = text.match(/\d\.\d{1,2}(?!\d)/g) ?? [];
  return [...(rest.match(/\p{L}[\p{L}’-]+/gu) ?? []), ...points];
}

/** The same of markup. */
export function foreignInMarkup(markup: string): readonly string[] {
  return parseFragment(markup).childNodes.flatMap(textsOf).flatMap(foreignIn);
}
