/** Highlights and notes in the lessons of a page. Fetched when they are first asked for. */
import '../margin-sheet.ts';
import { made } from '../../../widgets/page/made.ts';
import { MARGIN } from '#words/src/margin/pure/words';
import type { Mark } from '../../tasks/storage/pure/work.ts';
import { pageStore } from '../../tasks/storage/page-store.ts';
import { QUOTE_LONGEST } from '../../tasks/storage/pure/shapes.ts';
import { anchorOf, placeOf, type Anchor } from '../pure/anchor.ts';
import { ByKeyboard } from './by-keyboard.ts';
import { LessonText } from './lesson-text.ts';
import { foundIn, list, paint, type Found } from './painted.ts';
import { Panel } from './panel.ts';

/** A selection rests for so long before anything is offered, in milliseconds. */
const RESTS = 250;
/** Of a quote as much goes into a link. */
const LINKED = 200;

let page: Margin | undefined;

/** Does what was asked for: shows what is kept, offers what can be done with a selection, or begins by keyboard. */
export function margin(by: 'selected' | 'key' | 'page'): void {
  const isNew = !page;
  page ??= new Margin();
  if (by === 'key') page.begin();
  else if (by === 'page' && !isNew) page.show();
}

/** The lesson that is on screen: one file holds many. */
const shown = (): HTMLElement | null =>
  document.querySelector<HTMLElement>('[data-lesson]:not([data-page]:not([data-shown]) *)');

class Margin {
  readonly #store = pageStore();
  readonly #panel = new Panel({
    highlight: () => this.#keep(),
    keepNote: (note) => this.#keep(note),
    remove: () => this.#remove(),
    undo: () => this.#undo(),
    link: () => void this.#link(),
  });
  readonly #keys = new ByKeyboard(
    this.#panel,
    {
      enter: () => this.#keep(),
      n: () => this.#panel.open('note', this.#where, this.#note),
      l: () => void this.#link(),
    },
    () => (this.#choose() && this.#offered() ? MARGIN.already : ''),
  );
  #found: readonly Found[] = [];
  /** The selection, or the mark, that the panel is open for. */
  #chosen: (Anchor & { readonly section?: string }) | undefined;
  #open: string | undefined;
  /** Where on the screen it stands just now. */
  #where: () => DOMRect = () => new DOMRect(8, 8);
  /** The note of the mark as it was opened. */
  #note: string | undefined;
  /** A mark that was taken away just now. */
  #removed: Mark | undefined;
  #timer = 0;

  constructor() {
    document.addEventListener('selectionchange', () => {
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => this.#offer(), RESTS);
    });
    document.addEventListener('click', (event) => this.#pressed(event));
    addEventListener('scroll', () => this.#panel.follow(), { passive: true });
    addEventListener('resize', () => this.#panel.follow());
    this.#store.addEventListener('change', () => this.show());
    this.show();
    this.#follow();
    this.#offer();
  }

  /** Paints and lists what is kept of the lesson on screen. */
  show(): void {
    const article = shown();
    this.#found = article ? foundIn(article, this.#store) : [];
    const ranges = (isNoted: boolean): readonly Range[] =>
      this.#found.flatMap(({ mark, pieces }) => (!!mark.note === isNoted ? pieces : []));
    paint('marked', ranges(false));
    paint('noted', ranges(true));
    if (article)
      list(article, this.#found, (one) => {
        one.range?.startContainer.parentElement?.scrollIntoView({ block: 'center' });
        this.#edit(one);
      });
  }

  /** By keyboard: what is selected, or sentence by sentence. */
  begin(): void {
    const article = shown();
    if (!article) return;
    if (this.#panel.isOpen) this.#panel.element.focus();
    else this.#keys.begin(article);
  }

  /** Takes what is selected; false where it is nothing of the lesson’s text. */
  #choose(): boolean {
    const [article, selection] = [shown(), getSelection()];
    if (!article || !selection || selection.rangeCount === 0 || selection.isCollapsed) return false;
    const range = selection.getRangeAt(0);
    const text = new LessonText(article);
    const stretch = article.contains(range.commonAncestorContainer) && text.stretch(range);
    if (!stretch) return false;
    const section = text.headingOf(stretch[0])?.id;
    this.#chosen = {
      ...anchorOf(text.text, ...stretch),
      ...(section !== undefined && { section }),
    };
    this.#open = this.#note = undefined;
    const own = range.cloneRange();
    this.#where = () => own.getBoundingClientRect();
    return true;
  }

  #offer(): void {
    // It is chosen by keyboard there, a note is being written, or a button has the focus.
    if (this.#panel.element.contains(document.activeElement)) return;
    if (this.#choose()) this.#offered();
    else if (this.#open === undefined) this.#panel.close();
  }

  /** What is highlighted already is opened as such; whether it is. */
  #offered(): boolean {
    const chosen = getSelection()?.getRangeAt(0);
    const same = this.#found.find(({ range }) => range && chosen && isWithin(chosen, range));
    if (!same) {
      this.#panel.open('selection', this.#where);
      return false;
    }
    this.#open = same.id;
    this.#note = same.mark.note;
    this.#panel.open('mark', this.#where, same.mark.note, false);
    this.#panel.say(MARGIN.already);
    return true;
  }

  /** Keeps it, with a note where one was written; of one that another tab has changed meanwhile both are kept. */
  #keep(written?: string): void {
    const article = shown();
    this.#store.marks.refresh();
    const was = this.#open === undefined ? undefined : this.#store.marks.all[this.#open];
    const theirs = was?.note === this.#note || was?.note === written ? undefined : was?.note;
    const note = written === undefined ? was?.note : [theirs, written].filter(Boolean).join('\n\n');
    this.#note = note;
    const of = was ?? this.#chosen;
    if (!of || !article) return;
    const { quote, before, after, section } = of;
    const kept = this.#store.marks.keep(
      {
        ...{ lesson: article.dataset['lesson'] ?? '', quote, before, after },
        ...(section !== undefined && { section }),
        ...(note && { note }),
      },
      this.#open,
    );
    const isCut = !was && quote.length === QUOTE_LONGEST;
    const said = `${note ? MARGIN.noted : MARGIN.kept}${isCut ? ` ${MARGIN.cut}` : ''}`;
    const { isKept } = this.#store.marks;
    const words = kept === undefined ? MARGIN.noRoom : isKept ? said : MARGIN.notKept;
    this.#open = kept ?? this.#open;
    getSelection()?.removeAllRanges();
    // All that show the work are told.
    this.#store.dispatchEvent(new Event('change'));
    this.#panel.open(this.#open === undefined ? 'note' : 'mark', this.#where, note);
    this.#panel.say(words);
  }

  #remove(): void {
    if (this.#open === undefined) return;
    this.#removed = this.#store.marks.all[this.#open];
    this.#store.marks.remove(this.#open);
    this.#store.dispatchEvent(new Event('change'));
    this.#panel.open('removed', this.#where);
    this.#panel.say(this.#removed?.note ? MARGIN.removedNote : MARGIN.removed);
  }

  #undo(): void {
    const [mark, id] = [this.#removed, this.#open];
    if (!mark || id === undefined) return;
    this.#store.marks.keep(mark, id);
    this.#store.dispatchEvent(new Event('change'));
    this.#panel.open('mark', this.#where, mark.note);
    this.#panel.say(MARGIN.kept);
  }

  /** A press on a mark opens it; elsewhere beside the panel it closes that. */
  #pressed({ target, clientX, clientY }: MouseEvent): void {
    const element = target as Element;
    if (this.#panel.element.contains(element) || element.closest('.marks')) return;
    if (!getSelection()?.isCollapsed) return;
    const isOver = ({ pieces }: Found): boolean =>
      pieces
        .flatMap((piece) => [...piece.getClientRects()])
        .some(
          ({ left, right, top, bottom }) =>
            clientX >= left && clientX <= right && clientY >= top && clientY <= bottom,
        );
    const one = element.closest('[href], button') ? undefined : this.#found.find(isOver);
    if (one) this.#edit(one);
    else this.#leave();
  }

  #leave(): void {
    // It may keep what was written of what is open.
    this.#panel.close();
    this.#open = undefined;
    this.#keys.end();
  }

  #edit({ id, mark, range }: Found): void {
    this.#keys.end();
    this.#open = id;
    this.#note = mark.note;
    this.#where = () => range?.getBoundingClientRect() ?? new DOMRect(8, 8);
    this.#panel.open('mark', this.#where, mark.note);
  }

  async #link(): Promise<void> {
    const quote = this.#store.marks.all[this.#open ?? '']?.quote ?? this.#chosen?.quote;
    if (quote === undefined) return;
    const link = new URL(location.href);
    link.search = new URLSearchParams({ sentence: linked(quote) }).toString();
    if (!link.hash.startsWith('#/')) link.hash = '';
    try {
      await navigator.clipboard.writeText(link.href);
      this.#panel.say(MARGIN.copied);
    } catch {
      history.replaceState(history.state, '', link.href);
      this.#panel.say(MARGIN.notCopied);
    }
  }

  /** A link to a sentence leads there. */
  #follow(): void {
    const quote = new URLSearchParams(location.search).get('sentence')?.slice(0, LINKED);
    const article = shown();
    if (!quote || !article) return;
    const text = new LessonText(article);
    const place = placeOf(text.text, { quote, before: '', after: '' });
    if (!place) {
      article.prepend(made('p', { class: 'changes', role: 'status' }, MARGIN.noSentence));
      return;
    }
    const pieces = text.pieces(place.from, place.to);
    paint('linked', pieces);
    const block = pieces[0]?.startContainer.parentElement;
    block?.scrollIntoView({ block: 'center' });
    // The keyboard, and what is heard, go on there.
    if (!block || document.activeElement !== document.body) return;
    block.tabIndex = -1;
    block.focus({ preventScroll: true });
  }
}

/** As much of a quote as a link takes, in whole words. */
function linked(quote: string): string {
  if (quote.length <= LINKED) return quote;
  const end = quote.lastIndexOf(' ', LINKED);
  return quote.slice(0, end > 0 ? end : LINKED);
}

/** Whether a stretch holds no more than another one. */
const isWithin = (one: Range, other: Range): boolean =>
  other.compareBoundaryPoints(Range.START_TO_START, one) <= 0 &&
  other.compareBoundaryPoints(Range.END_TO_END, one) >= 0;
