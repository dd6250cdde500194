/** Sentences are chosen by the arrow keys, while the panel is in focus: no key is taken from the page. */
import { MARGIN } from '#words/src/margin/pure/words';
import { sentencesOf } from '../pure/sentences.ts';
import { LessonText } from './lesson-text.ts';
import type { Panel } from './panel.ts';

/** Behind an element, or within it. */
const AFTER = Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY;

export class ByKeyboard {
  readonly #panel: Panel;
  readonly #chosen: () => string;
  #text: LessonText | undefined;
  #sentences: readonly (readonly [number, number])[] = [];
  #first = 0;
  #last = 0;

  /** `deeds` are what keys stand for; `chosen` is told of each choice, and answers with what else is to be said of it. */
  constructor(panel: Panel, deeds: Readonly<Record<string, () => void>>, chosen: () => string) {
    this.#chosen = chosen;
    this.#panel = panel;
    panel.element.addEventListener('keydown', (event) => {
      if (event.target !== panel.element || !this.#text) return;
      const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
      const deed = deeds[event.key.toLowerCase()];
      if (event.ctrlKey || event.metaKey || event.altKey || !(step ?? deed)) return;
      event.preventDefault();
      if (step !== undefined) this.#move(step, event.shiftKey);
      else deed?.();
    });
  }

  /** Begins with the first sentence in sight. */
  begin(article: HTMLElement): void {
    const text = new LessonText(article);
    this.#text = text;
    this.#sentences = sentencesOf(text.text, document.documentElement.lang);
    const here = article.contains(document.activeElement) ? document.activeElement : null;
    const seen = this.#sentences.findIndex(([from, to]) => {
      const range = text.range(from, to);
      return here
        ? (here.compareDocumentPosition(range.startContainer) & AFTER) > 0
        : range.getBoundingClientRect().top > innerHeight / 8;
    });
    this.#first = this.#last = Math.max(0, seen);
    const more = this.#show();
    this.#panel.element.focus();
    this.#panel.say(`${MARGIN.byKeyboard} ${more} ${this.#words}`);
  }

  end(): void {
    this.#text = undefined;
  }

  get #words(): string {
    const [from, to] = this.#span;
    return this.#text?.text.slice(from, to) ?? '';
  }

  get #span(): readonly [number, number] {
    return [this.#sentences[this.#first]?.[0] ?? 0, this.#sentences[this.#last]?.[1] ?? 0];
  }

  #move(step: number, isMore: boolean): void {
    const within = (i: number): number => Math.min(this.#sentences.length - 1, Math.max(0, i));
    if (isMore) this.#last = Math.max(this.#first, within(this.#last + step));
    else this.#first = this.#last = within((step > 0 ? this.#last : this.#first) + step);
    this.#panel.say(`${this.#show()} ${this.#words}`.trim());
  }

  #show(): string {
    const range = this.#text?.range(...this.#span);
    if (!range) return '';
    const selection = getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
    (range.endContainer.parentElement ?? document.body).scrollIntoView({ block: 'nearest' });
    return this.#chosen();
  }
}
