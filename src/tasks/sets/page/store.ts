/**
 * Keeps a student’s work in the browser: each change at once, in two places. The first has two halves that are written in
 * turn, so that one of them is always whole. Which place is right after a crash, no clock says: what both hold is united.
 */
import { EDITION, bookId } from '../../storage/storage-keys.ts';
import { FIRST } from '../pure/format/assignment.ts';
import { normalised } from '../pure/variants/student.ts';
import { keptIn, keptText } from '../pure/work/kept.ts';
import { united } from '../pure/work/united.ts';
import type { Work } from '../pure/work/work.ts';
import type { SecondStorage } from './second-storage.ts';

/** The storage as far as it is used. */
export type StorageLike = Pick<Storage, 'getItem' | 'setItem' | 'key' | 'length'>;

/** How a place stands: nothing is known of it yet, it holds the work as it is, it has no room, it is closed. */
export type Place = 'asked' | 'kept' | 'full' | 'closed';

/** What lies beside the work: that of other students, and of other tickets, by the ticket. */
const ASIDE = '/of/';

/** The database that is the second place: each edition has its own, and that of the first is called as it always was. */
export const databaseOf = (book: string = bookId(), edition: string = EDITION): string =>
  edition === FIRST ? `${book}/assignments` : `${book}/${edition}/assignments`;

/** The latest work on an assignment that another edition of the book has kept in this browser, with that edition. */
export function otherEdition(
  assignment: string,
  storage: () => Storage,
  book: string = bookId(),
  here: string = EDITION,
): { readonly edition: string; readonly work: Work } | undefined {
  try {
    const kept = Object.entries(storage()).flatMap(([key, text]: [string, unknown]) => {
      const [own, edition = '', , id, ...rest] = key.split('/');
      if (own !== book || edition === here || id !== assignment || rest.length !== 1) return [];
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
  readonly #key: string;
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
    edition: string = EDITION,
  ) {
    super();
    this.#assignment = assignment;
    this.#key = `${book}/${edition}/assignments/${assignment}`;
    this.#halves = [`${this.#key}/a`, `${this.#key}/b`];
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
    if (theirs && !isOurs) {
      this.#putAside(work);
      this.#work = theirs;
    } else {
      this.#work = theirs?.session === work.session ? united(work, theirs) : work;
      this.#save();
    }
    this.dispatchEvent(new Event('change'));
  }

  /**
   * Goes on with this work from now on. Work under another ticket that was here is put aside, and comes back with its number;
   * false, and all is as it was, where there is no room for that.
   */
  turnTo(work: Work): boolean {
    const here = [this.#read(), this.#work].flatMap((one) => one ?? []);
    const isRoom = here.every((one) => one.session === work.session || this.#putAside(one));
    if (!isRoom) return false;
    const own = here.filter((one) => one.session === work.session);
    const at = 1 + Math.max(work.at, ...here.map((one) => one.at));
    this.#work = { ...own.reduce(united, work), at };
    this.#save();
    this.dispatchEvent(new Event('change'));
    return true;
  }

  /** Goes on with work that is taken for what was done last, whatever its counts are. */
  open(work: Work): boolean {
    const at = 1 + Math.max(work.at, this.#work?.at ?? 0, this.#read()?.at ?? 0);
    const items = Object.entries(work.items).map(([id, done]) => [id, { ...done, at }] as const);
    return this.turnTo({ ...work, items: Object.fromEntries(items) });
  }

  /** The work of a number that was put aside: the latest, where there are several. */
  async asideOf(number: string): Promise<Work | undefined> {
    const isOpen = this.places[1] !== 'closed';
    const second = isOpen && (await this.#second?.beside(ASIDE).catch(() => []));
    const own = [...this.#beside(ASIDE), ...(second || [])]
      .flatMap((text) => keptIn(text, this.#assignment) ?? [])
      .filter(({ student }) => normalised(student.number) === normalised(number));
    return own.length === 0 ? undefined : own.reduce((one, other) => united(one, other));
  }

  /** Notes something small beside the work, which may be lost: in the first place only, and in no file. */
  note(name: string, value: unknown): void {
    try {
      this.#storage?.setItem(this.#noteKey(name), JSON.stringify(value));
    } catch {
      // As if it had not been noted.
    }
    this.dispatchEvent(new Event('noted'));
  }

  /** What was noted beside the work; nothing where it cannot be read. */
  noted(name: string): unknown {
    try {
      return JSON.parse(this.#text(this.#noteKey(name)) ?? 'null');
    } catch {
      return null;
    }
  }

  #noteKey(name: string): string {
    return `${this.#key}/${name}/${this.#work?.session ?? ''}`;
  }

  /** Puts work aside in both places, with what lies there of it; whether one of them has taken it. */
  #putAside(work: Work): boolean {
    const name = `${ASIDE}${work.session}`;
    const both = (text: string | null): string => {
      const there = keptIn(text, this.#assignment);
      return keptText(there ? united(there, work) : work);
    };
    const later = this.#second?.change(both, name);
    later?.catch(() => undefined);
    this.#under = this.#under.then(async () => later).catch(() => undefined);
    try {
      const key = `${this.#key}${name}`;
      this.#storage?.setItem(key, both(this.#storage.getItem(key)));
      if (this.#storage) return true;
    } catch {
      // The second place may have room.
    }
    return this.places[1] === 'kept';
  }

  /** The texts of the first place that lie beside the work. */
  #beside(name: string): readonly string[] {
    try {
      const storage = this.#storage;
      const keys = Array.from({ length: storage?.length ?? 0 }, (_, i) => storage?.key(i) ?? '');
      return keys.flatMap((key) =>
        key.startsWith(`${this.#key}${name}`) ? (this.#text(key) ?? []) : [],
      );
    } catch {
      return [];
    }
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
    if (before && before.session !== theirs.session)
      this.#putAside(this.#work === before ? theirs : before);
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
