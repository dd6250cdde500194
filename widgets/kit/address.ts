/** One experiment's state in the address bar and on the clipboard. */
import { readLink, writeLink, type Linked } from './link.ts';
import type { AnySettings } from './params.ts';
import type { AnyWidget } from './widget.ts';

type State = Partial<Linked> & { readonly settings: AnySettings };

export class Address {
  readonly #widget: AnyWidget;
  readonly #id: string;
  readonly #start: AnySettings;

  constructor(widget: AnyWidget, id: string, start: AnySettings) {
    this.#widget = widget;
    this.#id = id;
    this.#start = start;
  }

  /** What the address says of this experiment, or nothing. */
  read(): Linked | undefined {
    return readLink(this.#widget, this.#id, this.#start, location.search);
  }

  write(state: State): void {
    const search = writeLink(this.#widget, this.#id, this.#start, state, location.search);
    // A page in a frame, or one that changes very fast, may be refused: what is on screen does not depend on it.
    try {
      history.replaceState(history.state, '', `${location.pathname}${search}${location.hash}`);
    } catch (error) {
      console.warn(error);
    }
  }

  /** Copies a link to this experiment as it stands; false where the clipboard is closed. */
  async copy(): Promise<boolean> {
    const link = new URL(location.href);
    const own = [...link.searchParams].filter(([key]) => key.startsWith(`${this.#id}.`));
    link.search = new URLSearchParams(own).toString();
    // In the one-file edition the hash says which page is shown.
    if (!link.hash.startsWith('#/')) link.hash = this.#id;
    try {
      await navigator.clipboard.writeText(link.href);
      return true;
    } catch {
      return false;
    }
  }
}
