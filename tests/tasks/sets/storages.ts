/** Storages of a browser in which things go wrong when they are told to. */
import type { SecondStorage } from '../../../src/tasks/sets/page/second-storage.ts';
import { FakeStorage } from '../storage/fake-storage.ts';

export type Mood = 'well' | 'full' | 'closed';

const full = (): DOMException => new DOMException('full', 'QuotaExceededError');
const closed = (): DOMException => new DOMException('no', 'SecurityError');

/** The first place, as `localStorage` is. */
export class First extends FakeStorage {
  mood: Mood = 'well';
  /** The next save is cut off after so many signs: the tab was killed. */
  cut: number | undefined;

  override getItem(key: string): string | null {
    if (this.mood === 'closed') throw closed();
    return super.getItem(key);
  }

  override setItem(key: string, text: string): void {
    if (this.mood === 'closed') throw closed();
    if (this.mood === 'full') throw full();
    super.setItem(key, text.slice(0, this.cut));
    this.cut = undefined;
  }
}

/** The second place, as a transaction of IndexedDB is: later, and whole or not at all. */
export class Second {
  readonly all = new Map<string, string>();
  mood: Mood = 'well';

  /** As one tab has it; after its end nothing of that tab happens any more. */
  for(tab: { readonly isAlive: boolean }): SecondStorage {
    return {
      change: async (how, beside = '') => {
        await Promise.resolve();
        if (!tab.isAlive) return new Promise<never>(() => undefined);
        if (this.mood === 'closed') throw closed();
        const text = how(this.all.get(beside) ?? null);
        if (text === null) return undefined;
        if (this.mood === 'full') throw full();
        this.all.set(beside, text);
        return undefined;
      },
      beside: async (name) => {
        await Promise.resolve();
        if (this.mood === 'closed') throw closed();
        return [...this.all].flatMap(([key, text]) => (key.startsWith(name) ? [text] : []));
      },
    };
  }
}
