import type { StorageLike } from '../../../src/tasks/storage/local.ts';

/** A browser's storage; `room` is how many characters fit. */
export class FakeStorage implements StorageLike {
  /** How often something was written. */
  written = 0;
  readonly held = new Map<string, string>();
  room = Number.POSITIVE_INFINITY;
  get length(): number {
    return this.held.size;
  }
  key(index: number): string | null {
    return [...this.held.keys()][index] ?? null;
  }
  getItem(key: string): string | null {
    return this.held.get(key) ?? null;
  }
  setItem(key: string, text: string): void {
    if (text.length > this.room) throw new DOMException('full', 'QuotaExceededError');
    this.written += 1;
    this.held.set(key, text);
  }
  removeItem(key: string): void {
    this.held.delete(key);
  }
}
