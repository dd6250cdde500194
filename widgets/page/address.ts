/** One experiment's state in the address bar and on the clipboard. */
import { writeLink, type Linked } from './link.ts';
import type { readLink } from './read-link.ts';
import { behindFrame } from './next-frame.ts';
import type { AnySettings } from '../kit/contract/params.ts';
import type { AnyWidget } from '../kit/contract/widget.ts';

export type ReadLink = typeof readLink;
type LinkState = Partial<Linked> & { readonly settings: AnySettings };

/** The longest hash that goes on with the address: no place in the book has a longer name. */
const LONGEST_HASH = 1000;

/** On a page that is not the book's: its address is not ours to write. */
const isGuest = (): boolean => document.documentElement.dataset['book'] === undefined;

export class Address {
  readonly #widget: AnyWidget;
  readonly #id: string;
  readonly #start: AnySettings;
  #state: LinkState | undefined;
  readonly #writeSoon = behindFrame(() => this.#write());
  /**
   * A link of an older version, as this version would write it. Until something else is to be written it stays in the
   * address, and says again after a reload that it is older.
   */
  #older: string | undefined;
  #isOpening = false;

  constructor(widget: AnyWidget, id: string, start: AnySettings) {
    this.#widget = widget;
    this.#id = id;
    this.#start = start;
  }

  /** What the address says of this experiment, or nothing. */
  read(readLink: ReadLink): Linked | undefined {
    const linked = readLink(this.#widget, this.#id, this.#start, location.search);
    this.#isOpening = linked?.older !== undefined;
    if (linked && this.#isOpening) this.#older = this.#own(linked);
    return linked;
  }

  /** All that the address asked for is there, or the reader has overtaken it. */
  opened(): void {
    if (!this.#isOpening) return;
    this.#isOpening = false;
    this.#writeSoon();
  }

  /** What a link of an older version asked for is left behind: the next state is written, whatever it is. */
  leave(): void {
    this.#older = undefined;
  }

  #own(state: LinkState): string {
    return writeLink(this.#widget, this.#id, this.#start, state, '');
  }

  /** Follows a state, behind the frame that shows it: for an address the browser lays out all that has changed by then. */
  write(state: LinkState): void {
    this.#state = state;
    this.#writeSoon();
  }

  #write(): void {
    const state = this.#state;
    if (!state || this.#isOpening || this.#older === this.#own(state) || isGuest()) return;
    this.#older = undefined;
    const search = writeLink(this.#widget, this.#id, this.#start, state, location.search);
    const hash = location.hash.length > LONGEST_HASH ? '' : location.hash;
    // A page in a frame, or one that changes very fast, may be refused: what is on screen does not depend on it.
    try {
      history.replaceState(history.state, '', `${location.pathname}${search}${hash}`);
    } catch (error) {
      console.warn(error);
    }
  }

  /** The address of this experiment in a state, and of nothing else. */
  of(state: LinkState): string {
    const link = new URL(location.href);
    link.search = this.#own(state);
    // In the one-file edition the hash says which page is shown.
    if (!link.hash.startsWith('#/')) link.hash = this.#id;
    return link.href;
  }
}
