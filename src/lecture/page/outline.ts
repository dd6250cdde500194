/** Reads a lesson’s page as a lecture sees it. */
import type { AnySettings } from '../../../widgets/kit/contract/params.ts';
import type { ShownMeasure } from '../../tasks/judge/shown-measure.ts';
import type { Block, Sentence, TextBlock } from '../pure/outline.ts';
import { LECTURE } from '#words/src/lecture/words';

/** What stands in a text and is not read aloud: notes in the margin, explanations of terms, links to sources, doubled words. */
const ASIDE =
  '.margin, [popover], .margin-sources, .source-note, .set-up-still, .yours-hold, [role="status"], .cite, sup, script, template, .sr-only';
const KEY = 'strong, dfn, .term, yours-number.yours';
/** Blocks that a lecture does not show. */
const SKIPPED =
  '.objectives, .sources, .paper-step, .lecture-said, script, style, template, .moved';

/** What is in a lesson, block by block, beside its elements. */
export interface Outline {
  readonly blocks: readonly Block[];
  readonly elements: readonly HTMLElement[];
}

export function outlineOf(article: HTMLElement): Outline {
  // A paragraph with its notes in the margin is a paragraph.
  const parts = [...article.children].flatMap((one) =>
    one.matches('.noted') ? [...one.children].filter((part) => !part.matches('.margin')) : one,
  );
  const elements = parts.filter((one): one is HTMLElement => !one.matches(SKIPPED) && !isWay(one));
  return { blocks: elements.map(blockOf), elements };
}

/** A paragraph that only leads elsewhere is for readers. */
function isWay(element: Element): boolean {
  const links = [
    ...element.querySelectorAll('[href]:not(.set-up-still, .heading-link, .cite > *)'),
  ];
  const linked = links.reduce((sum, { textContent }) => sum + (textContent ?? '').length, 0);
  return element.matches('p') && linked > (element.textContent ?? '').length / 2;
}

function blockOf(element: HTMLElement): Block {
  const { id, dataset } = element;
  if (/^H[2-4]$/.test(element.tagName))
    // In one file with other lessons, a heading’s id begins with its lesson’s name.
    return { kind: 'heading', id: id.replace(/^.*--/, ''), text: element.innerText.trim() };
  if (element.matches('.experiment')) {
    const head = element.querySelector('.experiment-question, h3')?.textContent?.trim();
    return { kind: 'experiment', id, text: head ?? element.ariaLabel ?? '' };
  }
  if (element.matches('[data-question]')) {
    const { question: name = '', kind: asks = '', form } = dataset;
    const { instance, choices } = dataOf(element);
    const options = element.querySelectorAll('.answer-options:first-of-type .answer-option').length;
    const isVoted = choices !== undefined || (options > 0 && options <= LETTERS.length);
    const text = element.querySelector('.question-prompt')?.textContent?.trim() ?? '';
    return { kind: 'question', id: name, asks, form, on: instance, text, isVoted };
  }
  if (element.matches('p, ul, ol, blockquote')) return textBlock(element);
  return {
    kind: 'exhibit',
    text: element.querySelector('caption, figcaption, h3')?.textContent ?? '',
  };
}

export const LETTERS = 'ABCDEFGH';

/** The data that a question sends to its page, as far as a lecture needs them. */
export interface QuestionData {
  readonly instance?: string;
  /** Settings of the run that answers it. */
  readonly when?: AnySettings;
  readonly choices?: readonly number[];
  readonly unit?: string;
  readonly shown?: ShownMeasure;
  readonly min?: number;
  readonly max?: number;
  readonly near?: number;
  readonly answer?: number;
  /** What is to be matched, with what belongs to it. */
  readonly left?: readonly { readonly id: string; readonly right: readonly string[] }[];
  readonly options?: readonly { readonly id: string; readonly correct?: boolean }[];
}

export function dataOf(question: HTMLElement): QuestionData {
  const text = question.querySelector('[data-part="data"]')?.textContent;
  return JSON.parse(text ?? '{}') as QuestionData;
}

/** The element without what is not read aloud. */
export function plainCopy(element: Element): HTMLElement {
  const copy = element.cloneNode(true) as HTMLElement;
  for (const one of copy.querySelectorAll(ASIDE)) {
    const { previousSibling: before, nextSibling: after } = one;
    // A source stands between a word and its full stop.
    if (before instanceof Text && /^[.,;:)]/.test(after?.textContent ?? ''))
      before.data = before.data.trimEnd();
    one.remove();
  }
  for (const one of copy.querySelectorAll('.set-up')) one.replaceWith(one.textContent ?? '');
  for (const one of copy.querySelectorAll('[id]')) one.removeAttribute('id');
  return copy;
}

const cutter = new Intl.Segmenter(LECTURE.language, { granularity: 'sentence' });

/** Where the sentences of a text begin and end; a list’s items are sentences. */
function rangesIn(copy: HTMLElement): readonly (readonly [number, number])[] {
  const items = [...copy.querySelectorAll('li')];
  if (items.length > 0) {
    const before = (item: Element): number => {
      const range = document.createRange();
      range.setStart(copy, 0);
      range.setEndBefore(item);
      return range.toString().length;
    };
    return items.map((item) => [before(item), before(item) + (item.textContent ?? '').length]);
  }
  const ranges: [number, number][] = [];
  const text = (copy.textContent ?? '').replaceAll(/\s/g, ' ');
  for (const { index, segment } of cutter.segment(text)) {
    const last = ranges.at(-1);
    const end = index + segment.trimEnd().length;
    const said = last ? text.slice(...last) : '';
    // What somebody says within a sentence may end with a sign of its own, and may be several sentences.
    const isQuoted = said.lastIndexOf('“') > said.lastIndexOf('”');
    if (last && (isQuoted || /^\p{Ll}/u.test(segment))) last[1] = end;
    else if (segment.trim() !== '') ranges.push([index, end]);
  }
  return ranges;
}

function textBlock(element: HTMLElement): TextBlock {
  const copy = plainCopy(element);
  const text = copy.textContent ?? '';
  const keys = [...copy.querySelectorAll(KEY)].map((key) => {
    const range = document.createRange();
    range.setStart(copy, 0);
    range.setEndBefore(key);
    return range.toString().length;
  });
  const sentences: Sentence[] = rangesIn(copy).map(([from, to], at) => ({
    at,
    text: text.slice(from, to).trim(),
    isKey: keys.some((key) => key >= from && key < to),
    isDone: LECTURE.tells.test(text.slice(from, to).trim()),
    leans: LECTURE.leans.test(text.slice(from, to).trim()),
  }));
  return { kind: 'text', sentences };
}

/** One sentence of a block as it stands now, its numbers live. */
export function sentenceOf(element: HTMLElement, at: number): DocumentFragment {
  const copy = plainCopy(element);
  const [from = 0, to = 0] = rangesIn(copy)[at] ?? [];
  const range = document.createRange();
  const [start, end] = [placeIn(copy, from, false), placeIn(copy, to, true)];
  if (!start || !end) return document.createDocumentFragment();
  range.setStart(...start);
  range.setEnd(...end);
  return range.cloneContents();
}

/** The text node in which a character of the whole stands, and where in it; at an end, the node that ends there. */
function placeIn(root: Node, at: number, isEnd: boolean): [Node, number] | undefined {
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let left = at;
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const { length } = node as Text;
    if (isEnd ? left <= length : left < length) return [node, left];
    left -= length;
  }
  return undefined;
}
