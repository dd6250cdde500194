/** A part of the work that lies in the browser under a key of its own: written a few times a second at most, merged between tabs. */
import type { Part } from './pure/parts.ts';
import { type StorageLike } from './local.ts';
import { Soon } from './write-soon.ts';

/** What a part is made of. */
export interface Side<T> {
  /** Without anything in it. */
  readonly none: T;
  /** Throws where nothing in the text can be read. */
  readonly read: (text: string) => readonly [T, readonly Part[]];
  readonly merge: (ours: T, theirs: T) => T;
  /** What of it there is room for. */
  readonly bounded: (all: T) => T;
  /** True where ours has what theirs has not, which is then written again; absent where it may be lost. */
  readonly isMore?: (ours: T, theirs: T) => boolean;
}

/** Where it lies; `putAside` takes a stored text that cannot be read whole, and is false where there is no room for it. */
export interface Lies {
  readonly storage: StorageLike | undefined;
  readonly key: string;
  readonly putAside: (text: string) => boolean;
}

export class SideStore<T> {
  /** False where what was done last is in memory alone, and in the file that is saved. */
  isKept = true;
  readonly #lies: Lies;
  readonly #side: Side<T>;
  readonly #soon = new Soon(() => this.#save());
  /** What is stored, as far as this tab knows; and what it has done since. */
  #stored: T;
  #pending: readonly ((all: T) => T)[] = [];
  #seen: string | null = null;
  #isDue = false;

  constructor(lies: Lies, side: Side<T>) {
    this.#lies = lies;
    this.#side = side;
    this.#stored = side.none;
    this.refresh();
  }

  /** All of it. */
  get all(): T {
    const all = this.#pending.reduce((before, change) => change(before), this.#stored);
    return this.#pending.length > 0 ? this.#side.bounded(all) : all;
  }

  /** Takes in what a file holds. */
  load(theirs: T): void {
    this.#stored = this.#side.bounded(this.#side.merge(this.#stored, theirs));
    this.#save();
  }

  /** Takes in what another tab has written, and `heard`, what it says it wrote, which may be written over by now. */
  refresh(heard: string | null = null): void {
    const { isMore } = this.#side;
    if (heard !== null && heard !== this.#seen && isMore) this.#read(heard, isMore);
    this.#take();
    if (this.#isDue) this.#soon.ask();
  }

  /** Writes what is still to be written: the page is about to be left. */
  flush(): void {
    this.#soon.flush();
  }

  /** Has something done to it, and written soon. */
  protected change(change: (all: T) => T): void {
    this.#pending = [...this.#pending, change];
    this.#soon.ask();
  }

  /** Takes in what is stored. False where it can be neither read nor put aside: it must not be written over. */
  #take(): boolean {
    const { isMore = () => false } = this.#side;
    const { storage, key, putAside } = this.#lies;
    try {
      const text = storage?.getItem(key) ?? null;
      if (text === null || text === this.#seen) return true;
      if (!this.#read(text, (theirs, ours) => isMore(ours, theirs)) && !putAside(text))
        return false;
      this.#seen = text;
      return true;
    } catch {
      return false;
    }
  }

  /** True when all of it can be read. It is to be written where one has what is not stored. */
  #read(text: string, hasNews: (theirs: T, ours: T) => boolean): boolean {
    try {
      const [theirs, unread] = this.#side.read(text);
      this.#isDue ||= hasNews(theirs, this.#stored);
      this.#stored = this.#side.bounded(this.#side.merge(this.#stored, theirs));
      return unread.length === 0;
    } catch {
      return false;
    }
  }

  #save(): void {
    const isFree = this.#take();
    this.#stored = this.all;
    this.#pending = [];
    this.#isDue = false;
    this.isKept = isFree && this.#write(JSON.stringify(this.#stored));
  }

  #write(text: string): boolean {
    try {
      this.#lies.storage?.setItem(this.#lies.key, text);
      this.#seen = text;
      return this.#lies.storage !== undefined;
    } catch {
      // No room.
      return false;
    }
  }
}
