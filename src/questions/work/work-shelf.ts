/** Answers and log under their key in the browser's storage: read, made one with ours, written. Nothing here throws. */
import { WORK } from '../judge/words.ts';
import type { AsideStore } from './aside-store.ts';
import { withoutOldest, WORK_MOST } from './pure/bounds.ts';
import { merge } from './pure/merge.ts';
import { inWords } from './pure/parts.ts';
import { NewerFormat, readWork, type Reading } from './pure/read-work.ts';
import type { Work } from './pure/work.ts';
import type { Shelf } from './shelf.ts';

/** An older copy of the book may share the storage and must go on reading it; what it does not know has keys of its own. */
const SHELF_FORMAT = 1;
/** So much of the log gives way at once, in characters; a work is called nearly full a little before. */
const STEP = 50_000;

/** What a question is called, from its id. */
export type LabelOf = (question: string) => string;

export class WorkShelf {
  readonly #shelf: Shelf | undefined;
  readonly #key: string;
  readonly #aside: AsideStore;
  readonly #labelOf: LabelOf;
  /** What was last read or written. */
  #seen: string | null = null;
  /** Why nothing can be written, and what is amiss with what was read: sentences. */
  #hindrance = '';
  #found = '';

  constructor(shelf: Shelf | undefined, key: string, aside: AsideStore, labelOf: LabelOf) {
    this.#shelf = shelf;
    this.#key = key;
    this.#aside = aside;
    this.#labelOf = labelOf;
  }

  /** What is wrong, as a sentence; empty when all is well. */
  get problem(): string {
    return this.#hindrance || this.#found;
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

  /** Writes ours, made one with what is stored, and gives it as it stands there: a full log without its oldest entries. */
  save(ours: Work): Work {
    const { work } = this.take(ours);
    if (!this.#shelf || !this.isKept) return work;
    try {
      return this.#write(this.#shelf, work);
    } catch {
      this.#hindrance = WORK.full;
      return work;
    }
  }

  #read(book: string): Work | undefined {
    this.#hindrance = '';
    try {
      if (!this.#shelf) throw new Error(WORK.blocked);
      const text = this.#shelf.getItem(this.#key);
      return text === null || text === this.#seen ? undefined : this.#readText(text, book);
    } catch {
      this.#hindrance = WORK.blocked;
      return undefined;
    }
  }

  #readText(text: string, book: string): Work | undefined {
    let reading: Reading | undefined;
    let why: string = WORK.corrupt;
    try {
      reading = readWork(text, book);
      why = WORK.corruptPart(inWords(reading.unread, this.#labelOf));
    } catch (error) {
      if (error instanceof NewerFormat) why = WORK.newer;
    }
    const isWhole = reading?.unread.length === 0;
    if (!isWhole && !this.#aside.has(text)) this.#found = why;
    // What can be neither read nor put aside must not be written over.
    if (isWhole || this.#aside.move(text)) this.#seen = text;
    else this.#hindrance = WORK.stuck;
    return reading?.work;
  }

  #write(shelf: Shelf, work: Work): Work {
    let kept = work;
    let text = shelfText(kept);
    if (text.length > WORK_MOST) {
      kept = withoutOldest(work, text.length - WORK_MOST + STEP);
      text = shelfText(kept);
    }
    if (text.length > WORK_MOST - 2 * STEP) this.#found = WORK.nearlyFull;
    shelf.setItem(this.#key, text);
    this.#seen = text;
    return kept;
  }
}

/** Without what has keys of its own. */
function shelfText({ runs: _runs, aside: _aside, more, ...work }: Work): string {
  return JSON.stringify({ ...work, ...more, format: SHELF_FORMAT });
}
