/** What stands in the fields and has not been handed in yet: kept in this browser beside the work, and no part of it. */
import { readJson } from './pure/bounded-json.ts';
import { isLoose, type Loose } from './pure/guards.ts';
import { clipped, isDraft } from './pure/shapes.ts';
import { keyOf, type Draft } from './pure/work.ts';
import type { StorageLike } from './local.ts';

/** All drafts together, as JSON, in characters; a book asks some hundreds of questions. */
const MOST = 400_000;
const NONE = '{}';

/** The drafts of one reader; without a storage none is kept. */
export class DraftStore {
  readonly #storage: StorageLike | undefined;
  readonly #key: string;
  readonly #putAside: (text: string) => boolean;

  /** `putAside` takes a stored text that cannot be read; false where there is no room for it. */
  constructor(storage: StorageLike | undefined, key: string, putAside: (text: string) => boolean) {
    this.#storage = storage;
    this.#key = key;
    this.#putAside = putAside;
    // Before anybody asks for a draft: the page says at once what it could not read.
    this.#all();
  }

  /** What stood in the field of this version of a question. */
  of(question: string, version: number): Draft | undefined {
    const drafts = this.#all() ?? {};
    const key = keyOf(question, version);
    const draft = Object.hasOwn(drafts, key) ? drafts[key] : undefined;
    return isDraft(draft) ? draft : undefined;
  }

  /** Keeps what stands in the field now; an empty one is forgotten. False if the browser has no room or allows none. */
  keep(question: string, version: number, draft: Draft = ''): boolean {
    // Read anew each time: another tab may have written. Others stay as they are: a later edition may know what they mean.
    const all = this.#all();
    if (!all) return false;
    const key = keyOf(question, version);
    const { [key]: before, ...others } = all;
    const isEmpty = draft.length === 0;
    if (isEmpty && before === undefined) return true;
    try {
      if (!this.#storage) return false;
      const drafts = isEmpty ? others : { ...others, [key]: clipped(draft) };
      const text = JSON.stringify(drafts);
      if (text.length > MOST && !isEmpty) return false;
      this.#storage.setItem(this.#key, text);
      return true;
    } catch {
      return false;
    }
  }

  /** All of them; nothing where they can be neither read nor put aside, and must not be written over. */
  #all(): Loose | undefined {
    let text = NONE;
    try {
      text = this.#storage?.getItem(this.#key) ?? NONE;
      const value = readJson(text);
      if (isLoose(value)) return value;
    } catch {
      // Not JSON, or cut short; that storage is closed is said where something is kept.
    }
    return text === NONE || this.#putAside(text) ? {} : undefined;
  }
}
