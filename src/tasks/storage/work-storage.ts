/** Answers and log under their key in the browser's storage: read, made one with ours, written. Nothing here throws. */
import { WORK } from '#words/src/tasks/judge/words';
import type { AsideStore } from './aside-store.ts';
import { withoutOldest, WORK_MOST } from './pure/bounds.ts';
import { merge } from './pure/merge.ts';
import type { Amiss } from './pure/parts.ts';
import { NewerFormat, readWork, type Reading } from './pure/read-work.ts';
import type { Work } from './pure/work.ts';
import type { StorageLike } from './local.ts';

/** An older copy of the book may share the storage and must go on reading it; what it does not know has keys of its own. */
const STORAGE_FORMAT = 1;
/** So much of the log gives way at once, in characters; a work is called nearly full a little before. */
const STEP = 50_000;

export class WorkStorage {
  readonly #storage: StorageLike | undefined;
  readonly #key: string;
  readonly #aside: AsideStore;
  /** What was last read or written. */
  #seen: string | null = null;
  /** Why nothing can be written, as a sentence; and what else is amiss. */
  #hindrance = '';
  #amiss: Amiss | undefined;

  constructor(storage: StorageLike | undefined, key: string, aside: AsideStore) {
    this.#storage = storage;
    this.#key = key;
    this.#aside = aside;
  }

  /** Why nothing can be kept, as a sentence; empty when it can. */
  get problem(): string {
    return this.#hindrance;
  }

  /** What else is amiss. */
  get amiss(): Amiss | undefined {
    return this.#amiss;
  }

  /** True when the last that was to be written is there. */
  get isKept(): boolean {
    return this.#hindrance === '';
  }

  /** Ours and what is stored made one; `hasNews` when ours has what is not stored. */
  take(ours: Work): { readonly work: Work; readonly hasNews: boolean } {
    const stored = this.#read(ours.book);
    if (!stored) return { work: ours, hasNews: false };
    // Of two answers of one time the stored one counts: it was written after ours was read.
    const { work, added, entries } = merge(stored, ours);
    return { work: { ...work, edition: ours.edition }, hasNews: added + entries > 0 };
  }

  /** Ours with what another tab has written, though that was written over since; ours itself where nothing in it is news. */
  hear(ours: Work, text: string | null): Work {
    if (text === null || text === this.#seen) return ours;
    try {
      const { work, added, entries } = merge(ours, readWork(text, ours.book).work);
      return added + entries > 0 ? work : ours;
    } catch {
      // What cannot be read is put aside where it is stored.
      return ours;
    }
  }

  /** Merges ours with what is stored, writes that, and returns what was written: a full log without its oldest entries. */
  save(ours: Work): Work {
    const { work } = this.take(ours);
    if (!this.#storage || !this.isKept) return work;
    try {
      return this.#write(this.#storage, work);
    } catch {
      this.#hindrance = WORK.full;
      return work;
    }
  }

  /** The works that other editions have left in this browser, where one holds answers that ours has not. */
  beside({ book, answers }: Work): readonly string[] {
    const storage = this.#storage;
    const keys = Array.from({ length: storage?.length ?? 0 }, (_, i) => storage?.key(i) ?? '');
    const others = keys.filter((key) => {
      const [first, edition, last, ...more] = key.split('/');
      const isWork = first === book && edition && last === 'work' && more.length === 0;
      return isWork && key !== this.#key;
    });
    return others
      .map((key) => storage?.getItem(key) ?? '')
      .filter((text) => hasOther(text, answers));
  }

  #read(book: string): Work | undefined {
    this.#hindrance = '';
    try {
      if (!this.#storage) throw new Error(WORK.blocked);
      const text = this.#storage.getItem(this.#key);
      return text === null || text === this.#seen ? undefined : this.#readText(text, book);
    } catch {
      this.#hindrance = WORK.blocked;
      return undefined;
    }
  }

  #readText(text: string, book: string): Work | undefined {
    let reading: Reading | undefined;
    let amiss: Amiss = { what: 'corrupt' };
    try {
      reading = readWork(text, book);
      amiss = { what: 'corruptPart', parts: reading.unread };
    } catch (error) {
      if (error instanceof NewerFormat) amiss = { what: 'newer' };
    }
    const isWhole = reading?.unread.length === 0;
    if (!isWhole && !this.#aside.has(text)) this.#amiss = amiss;
    // What can be neither read nor put aside must not be written over.
    if (isWhole || this.#aside.move(text)) this.#seen = text;
    else this.#hindrance = WORK.stuck;
    return reading?.work;
  }

  #write(storage: StorageLike, work: Work): Work {
    let kept = work;
    let text = storedText(kept);
    if (text.length > WORK_MOST) {
      kept = withoutOldest(work, text.length - WORK_MOST + STEP);
      text = storedText(kept);
    }
    if (text.length > WORK_MOST - 2 * STEP) this.#amiss = { what: 'nearlyFull' };
    storage.setItem(this.#key, text);
    this.#seen = text;
    return kept;
  }
}

/** True, too, of what cannot be read: who asks for it is told why. */
function hasOther(text: string, answers: Work['answers']): boolean {
  try {
    const { answers: theirs = {} } = JSON.parse(text) as { answers?: object };
    return Object.keys(theirs).some((key) => !Object.hasOwn(answers, key));
  } catch {
    return true;
  }
}

/** Without what has keys of its own. */
function storedText({
  runs: _runs,
  marks: _marks,
  review: _review,
  aside: _aside,
  more,
  ...work
}: Work): string {
  return JSON.stringify({ ...work, ...more, format: STORAGE_FORMAT });
}
