/** What can be done with a selection or a mark: a small panel beside it, on a phone at the foot of the screen. */
import { made } from '../../../widgets/page/made.ts';
import { MARGIN } from '#words/src/margin/pure/words';

/** What its buttons do. */
export interface Deeds {
  readonly highlight: () => void;
  readonly keepNote: (note: string) => void;
  readonly remove: () => void;
  readonly undo: () => void;
  readonly link: () => void;
}

/** What it is opened for: a selection, a mark with its note, or a new note. */
export type Shown = 'selection' | 'mark' | 'note' | 'removed';

export class Panel {
  readonly #button = (words: string, deed: () => void): HTMLButtonElement => {
    const button = made('button', { type: 'button' }, words);
    // A press must not take the selection away.
    button.addEventListener('pointerdown', (event) => event.preventDefault());
    button.addEventListener('click', deed);
    return button;
  };
  readonly #field = made('textarea', {
    rows: '3',
    'aria-label': MARGIN.editNote,
    maxlength: '4000',
  });
  readonly #said = made('p', { role: 'status' });
  readonly #highlight: HTMLElement;
  readonly #note: HTMLElement;
  readonly #edit: readonly HTMLElement[];
  readonly #remove: HTMLElement;
  readonly #undo: HTMLElement;
  readonly #link: HTMLElement;
  readonly #keepNote: (note: string) => void;
  /** What stood in the field when it was opened. */
  #opened = '';
  readonly #close = this.#button(MARGIN.close, () => this.close(true));
  readonly element = made('div', {
    class: 'mark-panel',
    popover: 'manual',
    role: 'group',
    'aria-label': MARGIN.panel,
    tabindex: '-1',
  });
  #from: Element | null = null;

  constructor(deeds: Deeds) {
    this.#link = this.#button(MARGIN.link, deeds.link);
    this.#keepNote = deeds.keepNote;
    const save = this.#button(MARGIN.save, () => this.#save());
    this.#remove = this.#button(MARGIN.remove, deeds.remove);
    this.#undo = this.#button(MARGIN.undo, deeds.undo);
    this.#highlight = this.#button(MARGIN.highlight, deeds.highlight);
    this.#note = this.#button(MARGIN.note, () => {
      this.open('note', this.#where);
    });
    this.#edit = [this.#field, save];
    this.element.append(
      this.#highlight,
      this.#note,
      ...this.#edit,
      this.#link,
      this.#remove,
      this.#undo,
      this.#close,
      this.#said,
    );
    document.body.append(this.element);
    this.element.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !this.#field.hidden)
        this.#save();
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      this.close(true);
    });
    addEventListener('keydown', ({ key }) => key === 'Escape' && this.close());
  }

  #save(): void {
    const note = this.#field.value.trim();
    this.#opened = note;
    this.#keepNote(note);
  }

  #where: () => DOMRect = () => new DOMRect();

  get isOpen(): boolean {
    return this.element.matches(':popover-open');
  }

  /** Opens it beside a place of the screen; a note has its field in focus. */
  open(shown: Shown, where: () => DOMRect, note = '', isFocused = true): void {
    this.#where = where;
    if (!this.isOpen) {
      this.#from = document.activeElement;
      this.element.showPopover();
    }
    const isEdited = shown === 'note' || note !== '';
    this.#highlight.hidden = shown !== 'selection';
    this.#note.hidden = isEdited || shown === 'removed';
    for (const one of this.#edit) one.hidden = !isEdited;
    this.#remove.hidden = shown !== 'mark';
    this.#undo.hidden = shown !== 'removed';
    this.#link.hidden = shown === 'removed';
    this.#field.value = this.#opened = note;
    this.say('');
    this.#place();
    if (shown === 'note') this.#field.focus();
    else if (shown !== 'selection' && isFocused) this.element.focus();
  }

  /** Says something; it grows by that. */
  say(words: string): void {
    this.#said.textContent = words;
    if (this.isOpen) this.#place();
  }

  /** Below its place where there is room, else above it, and on the screen wherever that is; on a narrow one at its foot. */
  #place(): void {
    const { innerHeight, innerWidth } = window;
    const { offsetHeight, offsetWidth } = this.element;
    const at = this.#where();
    const below = at.bottom + 8;
    const above = at.top - 8 - offsetHeight;
    const within = (place: number, most: number): string =>
      `${Math.max(8, Math.min(place, most - 8))}px`;
    const top = below + offsetHeight < innerHeight ? below : above;
    this.element.style.setProperty('--top', within(top, innerHeight - offsetHeight));
    this.element.style.setProperty('--left', within(at.left, innerWidth - offsetWidth));
  }

  /** Puts it beside its place again: the page was moved. */
  follow(): void {
    if (this.isOpen) this.#place();
  }

  /** Closes it; the focus goes back where it was, if it was in here. */
  close(isBack = false): void {
    if (!this.isOpen) return;
    const had = this.element.contains(document.activeElement);
    // What was written is kept, however the panel is left.
    if (!this.#field.hidden && this.#field.value.trim() !== this.#opened) this.#save();
    this.element.hidePopover();
    if (!had || !isBack) return;
    // The list is drawn anew whenever something is kept.
    const back = this.#from?.isConnected ? this.#from : document.querySelector('.marks summary');
    if (back instanceof HTMLElement) back.focus({ preventScroll: true });
  }
}
