/** Texts that could not be read, each under a key of its own: kept for the reader, within bounds. */
import type { StorageLike } from './local.ts';

/** All texts together, in characters; a browser keeps about five million. */
const MOST = 1_500_000;
const TEXTS = 20;

export class AsideStore {
  readonly #storage: StorageLike | undefined;
  readonly #prefix: string;
  readonly #now: () => Date;
  /** By their keys, the oldest first. */
  readonly #texts = new Map<string, string>();

  /** Finds what was put aside before. Throws where storage is closed. */
  constructor(storage: StorageLike | undefined, prefix: string, now: () => Date) {
    this.#storage = storage;
    this.#prefix = prefix;
    this.#now = now;
    const keys = Array.from({ length: storage?.length ?? 0 }, (_, i) => storage?.key(i) ?? '');
    for (const key of keys.filter((one) => one.startsWith(prefix)).sort()) {
      this.#texts.set(key, storage?.getItem(key) ?? '');
    }
  }

  /** The texts, the oldest first. */
  get texts(): readonly string[] {
    return [...new Set(this.#texts.values())];
  }

  has(text: string): boolean {
    return this.texts.includes(text);
  }

  /** Puts a text of a file aside: in the browser as far as there is room, else for the file that is saved from this page. */
  add(text: string): void {
    if (this.has(text) || text === '') return;
    const key = this.#freeKey();
    this.#texts.set(key, text);
    if (this.#excess > 0) return;
    try {
      this.#storage?.setItem(key, text);
    } catch {
      // The reader has the file that it came from.
    }
  }

  /**
   * Moves a stored text aside, for its own place is needed: the oldest texts make room for it. False where the browser has
   * no room; what is stored then stays where it is.
   */
  move(text: string): boolean {
    const known = [...this.#texts].find(([, one]) => one === text)?.[0];
    const key = known ?? this.#freeKey();
    this.#texts.set(key, text);
    try {
      if (this.#storage?.getItem(key) !== text) this.#storage?.setItem(key, text);
    } catch {
      return false;
    }
    for (const old of [...this.#texts.keys()].filter((one) => one !== key)) {
      if (this.#excess <= 0) break;
      this.#texts.delete(old);
      this.#storage?.removeItem(old);
    }
    return true;
  }

  /** By how much the texts are too long or too many. */
  get #excess(): number {
    const length = [...this.#texts.values()].reduce((sum, text) => sum + text.length, 0);
    return Math.max(length - MOST, this.#texts.size - TEXTS);
  }

  #freeKey(): string {
    const key = `${this.#prefix}${this.#now().toISOString()}`;
    let free = key;
    const isTaken = (): boolean =>
      this.#texts.has(free) || typeof this.#storage?.getItem(free) === 'string';
    for (let i = 1; isTaken(); i += 1) free = `${key}-${i}`;
    return free;
  }
}
