/** Keeps a reader's work in the browser: saved at once, merged between tabs, and never silently lost. */
import { DraftStore } from './drafts.ts';
import {
  emptyWork,
  keyOf,
  merge,
  NewerFormat,
  readWork,
  type LogEntry,
  type KeptAnswer,
  type Merged,
  type Work,
} from './work.ts';
import { bookId, draftKey, EDITION, workKey } from './storage-keys.ts';
import { WORK } from '../judge/words.ts';

/** Largest file that is read, in bytes. */
export const LARGEST = 1_000_000;

/** What an entry or an answer says beside its place and time. */
export type NewEntry = Omit<LogEntry, 'id' | 'time'>;
type NewAnswer = Omit<KeptAnswer, 'time'>;

/** The part of `Storage` that is used; tests hand in one that fails. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'key' | 'length'>;

/** One reader's work on one edition. */
export class WorkStore extends EventTarget {
  /** What is wrong with the keeping, as a sentence; empty when all is well. */
  problem = '';
  /** When the work was last written, ISO 8601; empty before that. */
  savedAt = '';
  work: Work;
  /** What has not been handed in yet. */
  readonly drafts: DraftStore;
  readonly #shelf: Shelf | undefined;
  readonly #key: string;
  readonly #now: () => Date;
  /** Stored text that can be neither read nor put aside must not be written over. */
  #stuck = false;

  constructor(
    shelf: () => Shelf,
    now: () => Date = () => new Date(),
    book: string = bookId(),
    edition: string = EDITION,
  ) {
    super();
    this.#now = now;
    this.#key = workKey(book, edition);
    this.work = emptyWork(book, edition);
    try {
      this.#shelf = shelf();
      this.#findAside(this.#shelf);
      this.#take(this.#shelf.getItem(this.#key));
    } catch {
      this.problem = WORK.blocked;
    }
    this.drafts = new DraftStore(this.#shelf, draftKey(book, edition));
  }

  /** The key of the work in storage. */
  get key(): string {
    return this.#key;
  }

  /** The last answer to this version of a question. */
  answer(question: string, version: number): KeptAnswer | undefined {
    const key = keyOf(question, version);
    return Object.hasOwn(this.work.answers, key) ? this.work.answers[key] : undefined;
  }

  /** The last answer to an earlier version of a question. */
  oldAnswer(question: string, version: number): KeptAnswer | undefined {
    return Object.values(this.work.answers)
      .filter((kept) => kept.question === question && kept.version < version)
      .sort((a, b) => b.version - a.version)[0];
  }

  /** All that happened with this version of a question, oldest first. */
  entries(question: string, version: number): readonly LogEntry[] {
    return this.work.log.filter((e) => e.question === question && e.version === version);
  }

  /** Adds to the log, keeps the answer if one is given, and saves at once. */
  record(entry: NewEntry, answer?: NewAnswer): void {
    if (answer) this.drafts.keep(answer.question, answer.version);
    const time = this.#now().toISOString();
    const { answers, log } = this.work;
    this.work = {
      ...this.work,
      log: [...log, { ...entry, id: newId(), time }],
      answers: answer
        ? { ...answers, [keyOf(answer.question, answer.version)]: { ...answer, time } }
        : answers,
    };
    this.#save();
  }

  /** Keeps an answer whose event is in the log already. */
  keep(answer: NewAnswer): void {
    const time = this.#now().toISOString();
    const { answers } = this.work;
    this.work = {
      ...this.work,
      answers: { ...answers, [keyOf(answer.question, answer.version)]: { ...answer, time } },
    };
    this.#save();
  }

  /** Takes in what another tab has written. */
  refresh(): void {
    try {
      this.#take(this.#shelf?.getItem(this.#key) ?? null);
      this.#tell();
    } catch {
      this.problem = WORK.blocked;
      this.#tell();
    }
  }

  /** The work as the text of a file. */
  toFile(): string {
    return `${JSON.stringify(this.work, null, 1)}\n`;
  }

  /** Merges the text of a file into the work. Throws an Error with a sentence for the reader. */
  load(text: string): Merged {
    if (new TextEncoder().encode(text).length > LARGEST) throw new Error(WORK.tooLarge);
    let theirs: Work;
    try {
      theirs = readWork(text, this.work.book);
    } catch (error) {
      const why =
        error instanceof NewerFormat ? WORK.newerFile : WORK.notOurs + (error as Error).message;
      throw new Error(why + WORK.unchanged, { cause: error });
    }
    const merged = merge(this.work, theirs);
    this.work = merged.work;
    this.#save();
    return merged;
  }

  #take(text: string | null): void {
    if (text === null) return;
    try {
      this.work = merge(this.work, readWork(text, this.work.book)).work;
    } catch (error) {
      this.#putAside(text, error instanceof NewerFormat);
    }
  }

  #findAside(shelf: Shelf): void {
    const keys = Array.from({ length: shelf.length }, (_, i) => shelf.key(i) ?? '');
    const texts = keys
      .filter((key) => key.startsWith(`${this.#key}/aside/`))
      .map((key) => shelf.getItem(key) ?? '');
    if (texts.length > 0) this.work = { ...this.work, aside: texts };
  }

  #putAside(text: string, newer: boolean): void {
    const aside = this.work.aside ?? [];
    if (aside.includes(text)) return;
    this.work = { ...this.work, aside: [...aside, text] };
    try {
      this.#shelf?.setItem(`${this.#key}/aside/${this.#now().toISOString()}`, text);
      this.problem = newer ? WORK.newer : WORK.corrupt;
    } catch {
      this.#stuck = true;
      this.problem = WORK.stuck;
    }
  }

  #save(): void {
    if (!this.#stuck && this.#shelf) {
      try {
        this.#take(this.#shelf.getItem(this.#key));
        this.#write(this.#shelf);
      } catch {
        this.problem = WORK.full;
      }
    }
    this.#tell();
  }

  #write(shelf: Shelf): void {
    if (this.#stuck) return;
    // What was put aside has a key of its own; here it would be stored twice, and more with each merge.
    const { aside: _aside, ...work } = this.work;
    shelf.setItem(this.#key, JSON.stringify(work));
    this.savedAt = this.#now().toISOString();
    if (this.problem === WORK.full) this.problem = '';
  }

  #tell(): void {
    this.dispatchEvent(new Event('change'));
  }
}

function newId(): string {
  // `crypto.randomUUID` is missing on plain http in a local network; this is not.
  return Array.from(crypto.getRandomValues(new Uint8Array(9)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
