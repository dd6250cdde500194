/** The text of a lesson, of which a part can be marked: its paragraphs, lists, tables and notes, without what is operated or drawn. */

/** What is no text of the book's, or changes under the reader's hands. */
const APART =
  '.experiment, .device, .question, [data-question], form, nav, script, style, svg, details.objectives, .marks, .changes, .was, .visually-hidden, .set-up-still, [popover], [hidden]';
/** Of these the one that is shown is text: a number, or what keeps its place until it is predicted. */
const EITHER = '.yours-hold, .yours-value';
/** What stands by itself: between two of these the text has a line's end. */
const BLOCK = 'p, li, td, th, h2, h3, h4, dt, dd, blockquote, figcaption, pre, summary';

export class LessonText {
  readonly text: string;
  readonly #nodes: readonly Text[];
  /** Where each node begins in the text. */
  readonly #starts: readonly number[];

  /** Without what `but` names, besides. */
  constructor(article: HTMLElement, but = 'script') {
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_ALL, (node) =>
      node instanceof Element &&
      (node.matches(`${APART}, ${but}`) || (node.matches(EITHER) && !node.checkVisibility()))
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
    );
    const nodes: Text[] = [];
    const starts: number[] = [];
    let [text, block]: [string, Element | null] = ['', null];
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const own = node instanceof Text ? (node.parentElement?.closest(BLOCK) ?? null) : null;
      if (!(node instanceof Text) || !own || !article.contains(own)) continue;
      if (own !== block && text !== '') text += '\n';
      block = own;
      nodes.push(node);
      starts.push(text.length);
      text += node.data.replace(/\s/g, ' ');
    }
    [this.text, this.#nodes, this.#starts] = [text, nodes, starts];
  }

  /** A stretch of the text as the page has it. */
  range(from: number, to: number): Range {
    const pieces = this.pieces(from, to);
    const [first, last] = [pieces[0], pieces.at(-1)];
    const range = document.createRange();
    if (first && last) {
      range.setStart(first.startContainer, first.startOffset);
      range.setEnd(last.endContainer, last.endOffset);
    }
    return range;
  }

  /** The same in pieces, without what stands between them and is none of the text. */
  pieces(from: number, to: number): readonly Range[] {
    return this.#nodes.flatMap((node, i) => {
      const start = this.#starts[i] ?? 0;
      if (start >= to || start + node.length <= from) return [];
      const range = document.createRange();
      range.setStart(node, Math.max(0, from - start));
      range.setEnd(node, Math.min(node.length, to - start));
      return [range];
    });
  }

  /** From where to where a selection goes in the text; nothing where it holds none of it. */
  stretch(range: Range): readonly [number, number] | undefined {
    const held = this.#nodes.flatMap((node, i) => {
      if (!range.intersectsNode(node)) return [];
      const start = this.#starts[i] ?? 0;
      const from = node === range.startContainer ? range.startOffset : 0;
      const to = node === range.endContainer ? range.endOffset : node.length;
      return to > from ? [[start + from, start + to] as const] : [];
    });
    const [from, to] = [held[0]?.[0] ?? 0, held.at(-1)?.[1] ?? 0];
    const words = this.text.slice(from, to);
    const lead = words.length - words.trimStart().length;
    return words.trim() === '' ? undefined : [from + lead, from + words.trimEnd().length];
  }

  /** The heading that a place stands under; nothing before the first. */
  headingOf(place: number): HTMLElement | undefined {
    const { node } = this.#at(place);
    const before = [...(node.parentElement?.closest('article')?.querySelectorAll('h2[id]') ?? [])];
    return before.findLast(
      (heading) =>
        heading.contains(node) ||
        heading.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING,
    ) as HTMLElement | undefined;
  }

  #at(place: number): { readonly node: Text; readonly start: number } {
    const i = this.#starts.findLastIndex((start) => start <= place);
    const node = this.#nodes[Math.max(0, i)];
    if (!node) throw new Error('This lesson has no text.');
    return { node, start: this.#starts[Math.max(0, i)] ?? 0 };
  }
}
