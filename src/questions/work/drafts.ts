/** What stands in the fields and has not been handed in yet: kept in this browser beside the work, and no part of it. */
import type { Shelf } from './store.ts';
import type { Point } from '../judge/types.ts';
import { isGiven, keyOf } from './work.ts';

/** Entered, but neither checked nor committed. */
export type Draft = string | readonly string[] | readonly Point[];
type Drafts = Record<string, Draft>;

/** The drafts of one reader; without a shelf none is kept. */
export class DraftStore {
  readonly #shelf: Shelf | undefined;
  readonly #key: string;

  constructor(shelf: Shelf | undefined, key: string) {
    this.#shelf = shelf;
    this.#key = key;
  }

  /** What stood in the field of this version of a question. */
  of(question: string, version: number): Draft | undefined {
    return this.#all()[keyOf(question, version)];
  }

  /** Keeps what stands in the field now; an empty one is forgotten. False if the browser has no room or allows none. */
  keep(question: string, version: number, draft: Draft = ''): boolean {
    // Read anew each time: another tab may have written.
    const { [keyOf(question, version)]: before, ...others } = this.#all();
    const isEmpty = draft.length === 0;
    if (isEmpty && before === undefined) return true;
    try {
      if (!this.#shelf) return false;
      const drafts = isEmpty ? others : { ...others, [keyOf(question, version)]: draft };
      this.#shelf.setItem(this.#key, JSON.stringify(drafts));
      return true;
    } catch {
      return false;
    }
  }

  #all(): Drafts {
    try {
      const value: unknown = JSON.parse(this.#shelf?.getItem(this.#key) ?? '{}');
      const isDraft = (one: unknown): boolean =>
        isGiven(one) && (typeof one === 'string' || Array.isArray(one));
      const entries = Object.entries(value ?? {}) as [string, Draft][];
      return Object.fromEntries(entries.filter(([, one]) => isDraft(one)));
    } catch {
      // A draft that cannot be read is a few words that nobody has handed in.
      return {};
    }
  }
}
