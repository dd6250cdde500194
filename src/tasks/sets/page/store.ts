/**
 * Keeps a student’s work in the browser: each change at once, in two places. The first has two halves that are written in
 * turn, so that one of them is always whole. Which place is right after a crash, no clock says: what both hold is united.
 */
import { EDITION, bookId } from '../../storage/storage-keys.ts';
import { keptIn, keptText } from '../pure/work/kept.ts';
import { united } from '../pure/work/united.ts';
import type { Work } from '../pure/work/work.ts';
import type { SecondStorage } from './second-storage.ts';

/** The storage as far as it is used. */
export type StorageLike = Pick<Storage, 'getItem' | 'setItem'>;

/** How a place stands: nothing is known of it yet, it holds the work as it is, it has no room, it is closed. */
export type Place = 'asked' | 'kept' | 'full' | 'closed';

/** Where work lies in the browser. */
const keyOf = (assignment: string, book: string = bookId()): string =>
  `${book}/${EDITION}/assignments/${assignment}`;

/** The latest work on an assignment that another edition of the book has kept in this browser, with that edition. */
export function otherEdition(
  assignment: string,
  storage: () => Storage,
  book: string = bookId(),
): { readonly edition: string; readonly work: Work } | undefined {
  try {
    const kept = Object.entries(storage()).flatMap(([key, text]: [string, unknown]) => {
      const [own, edition = '', , id, ...rest] = key.split('/');
      if (own !== book || edition === EDITION || id !== assignment || rest.length !== 1) return [];
      const work = keptIn(typeof text === 'string' ? text : null, assignment);
      return work ? [{ edition, work }] : [];
    });
    return kept.toSorted((a, b) => b.work.at - a.work.at)[0];
  } catch {
    return undefined;
  }
}

export class AssignmentStore extends EventTarget {
  readonly #assignment: string;
  readonly #halves: readonly [string, string];
  readonly #storage: StorageLike | undefined;
  readonly #second: SecondStorage | undefined;
  #work: Work | undefined;
  #next = 0;
  /** What is on its way to the second place. */
  #under: Promise<void> = Promise.resolve();
  #isUnderWay = false;
  places: readonly [Place, Place] = ['asked', 'asked'];
  /** A place held something that could not be read. */
  isCorrupt = false;

  constructor(
    assignment: string,
    storage: () => StorageLike,
    second?: SecondStorage,
    book: string = bookId(),
  ) {
    super();
    this.#assignment = assignment;
    const key = keyOf(assignment, book);
    this.#halves = [`${key}/a`, `${key}/b`];
    this.#second = second;
    if (!second) this.#stands(1, 'closed');
    try {
      this.#storage = storage();
    } catch {
      this.#stands(0, 'closed');
    }
    this.#work = this.#read();
  }

  get work(): Work | undefined {
    return this.#work;
  }

  /** Resolves when the second place has answered for all that was done. */
  get settled(): Promise<void> {
    return this.#under;
  }

  /** The keys under which another tab writes. */
  owns(key: string | null): boolean {
    return key !== null && this.#halves.includes(key);
  }

  /** Keeps the work as it is now, with what another tab has done meanwhile. */
  keep(work: Work): void {
    const theirs = this.#read();
    const isOurs = theirs?.session === work.session || theirs?.session === this.#work?.session;
    // Another tab has begun for somebody else: this one follows.
    if (theirs && !isOurs) this.#work = theirs;
    else {
      this.#work = theirs?.session === work.session ? united(work, theirs) : work;
      this.#save();
    }
    this.dispatchEvent(new Event('change'));
  }

  /** Takes work from a file in place of what is here: it comes after all that was done. */
  open(work: Work): void {
    const at = 1 + Math.max(work.at, this.#work?.at ?? 0, this.#read()?.at ?? 0);
    const items = Object.entries(work.items).map(([id, done]) => [id, { ...done, at }] as const);
    this.#work = { ...work, items: Object.fromEntries(items), at };
    this.#save();
    this.dispatchEvent(new Event('change'));
  }

  /** Takes in another state of the work that is here. */
  unite(work: Work): void {
    this.#take(work);
    this.#save();
  }

  /** Takes in what another tab has written, or what only the second place has. */
  refresh(): void {
    this.#take(this.#read());
    this.#write();
  }

  #take(theirs: Work | undefined): void {
    if (!theirs) return;
    const before = this.#work;
    this.#work = before ? united(before, theirs) : theirs;
    if (!before || keptText(before) !== keptText(this.#work)) {
      this.dispatchEvent(new Event('change'));
    }
  }

  #save(): void {
    this.#writeFirst();
    this.#write();
  }

  #writeFirst(): void {
    const work = this.#work;
    if (!this.#storage || !work) return;
    const half = this.#halves[this.#next] ?? this.#halves[0];
    try {
      this.#storage.setItem(half, keptText(work));
      this.#next = 1 - this.#next;
      this.#stands(0, 'kept');
    } catch {
      this.#stands(0, 'full');
    }
  }

  /** Writes to the second place what is there when its turn comes; one that waits stands for all that come meanwhile. */
  #write(): void {
    if (!this.#second || this.#isUnderWay) return;
    this.#isUnderWay = true;
    this.#under = this.#under.then(async () => this.#writeSecond());
  }

  async #writeSecond(): Promise<void> {
    let found: Work | undefined;
    try {
      await this.#second?.change((text) => {
        this.#isUnderWay = false;
        found = this.#in(text);
        const work = this.#work;
        if (!work) return null;
        const both = found?.session === work.session ? united(work, found) : work;
        return keptText(found && found.at > both.at ? found : both);
      });
      this.#stands(1, 'kept');
    } catch (error) {
      this.#isUnderWay = false;
      const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
      this.#stands(1, isFull ? 'full' : 'closed');
    }
    const before = this.#work;
    this.#take(found);
    // What only the second place had is kept in the first one, too.
    if (this.#work !== before && this.#work) this.#writeFirst();
    this.dispatchEvent(new Event('places'));
  }

  #stands(at: 0 | 1, place: Place): void {
    const [first, second] = this.places;
    this.places = at === 0 ? [place, second] : [first, place];
  }

  /** The later of the two halves; the other one is written next. */
  #read(): Work | undefined {
    const [a, b] = this.#halves.map((half) => this.#in(this.#text(half)));
    this.#next = a && (!b || a.at >= b.at) ? 1 : 0;
    return this.#next === 1 ? a : b;
  }

  #in(text: string | null): Work | undefined {
    const work = keptIn(text, this.#assignment);
    if (text !== null && !work) this.isCorrupt = true;
    return work;
  }

  #text(half: string): string | null {
    try {
      return this.#storage?.getItem(half) ?? null;
    } catch {
      this.#stands(0, 'closed');
      return null;
    }
  }
}
