/** A browser's storage as a reader of an earlier day has left it. */
import type { StorageLike } from './today.ts';

export class OldStorage implements StorageLike {
  readonly held: Map<string, string>;

  constructor(held: Readonly<Record<string, string>> = {}) {
    this.held = new Map(Object.entries(held));
  }

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
    this.held.set(key, text);
  }

  removeItem(key: string): void {
    this.held.delete(key);
  }
}
