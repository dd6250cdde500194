/** Keeps a reader's work in the browser: saved at once, merged between tabs, and never silently lost. */
import { WORK } from '#words/src/tasks/judge/words';
import { AsideStore } from './aside-store.ts';
import { DraftStore } from './drafts.ts';
import type { Loaded } from './pure/file.ts';
import { newestTime } from './pure/merge.ts';
import type { Amiss } from './pure/parts.ts';
import { clipped } from './pure/shapes.ts';
import {
  emptyWork,
  keyOf,
  type Brought,
  type KeptAnswer,
  type LogEntry,
  type Work,
} from './pure/work.ts';
import { ReviewStore } from './review-store.ts';
import { RunStore } from './run-store.ts';
import type { Lies } from './side-store.ts';
import { MarkStore } from './mark-store.ts';
import { opened, type StorageLike } from './local.ts';
import { newId, stamp } from './stamp.ts';
import { bookId, draftKey, EDITION, sideKey, workKey } from './storage-keys.ts';
import { WorkStorage } from './work-storage.ts';
import { Soon } from './write-soon.ts';

/** What an entry or an answer says beside its place and time. */
export type NewEntry = Omit<LogEntry, 'id' | 'time'>;
type NewAnswer = Omit<KeptAnswer, 'time' | 'clock'>;

/** One reader's work on one edition. */
export class WorkStore extends EventTarget {
  /** When the work was last written, ISO 8601; empty before that. */
  savedAt = '';
  /** What has not been handed in yet. */
  readonly drafts: DraftStore;
  /** What was run. */
  readonly runs: RunStore;
  /** What was marked in the text. */
  readonly marks: MarkStore;
  /** What comes back. */
  readonly review: ReviewStore;
  /** The keys in storage under which other tabs write what belongs to the work. */
  readonly keys: readonly string[];
  readonly #storage: WorkStorage;
  readonly #aside: AsideStore;
  readonly #now: () => Date;
  readonly #soon = new Soon(() => this.#save());
  #work: Work;
  #asideAmiss: Amiss | undefined;

  constructor(
    ask: () => StorageLike,
    now: () => Date = () => new Date(),
    book: string = bookId(),
    edition: string = EDITION,
    of: string = book,
  ) {
    super();
    this.#now = now;
    const storage = opened(ask);
    const key = workKey(book, edition);
    const sides = (['runs', 'marks', 'review'] as const).map((part) =>
      sideKey(part, book, edition),
    );
    const [ofRuns = '', ofMarks = '', ofReview = ''] = sides;
    this.keys = [key, ...sides];
    this.#aside = new AsideStore(storage, `${key}/aside/`, now);
    this.#storage = new WorkStorage(storage, key, this.#aside);
    this.#work = this.#storage.take(emptyWork(of, edition)).work;
    const putAside = (what: Amiss['what']) => (text: string) => this.#putAside(text, what);
    this.drafts = new DraftStore(storage, draftKey(book, edition), putAside('corruptDrafts'));
    const lies = (at: string, what: Amiss['what']): Lies => ({
      ...{ storage, key: at, putAside: putAside(what) },
    });
    this.runs = new RunStore(lies(ofRuns, 'corruptRuns'), now);
    this.marks = new MarkStore(lies(ofMarks, 'corruptMarks'), now);
    this.review = new ReviewStore(lies(ofReview, 'corruptReview'), now);
    // An older copy of the book, which knows of none, has loaded a file with some.
    const { marks, review } = this.#work;
    if (Object.keys(marks).length > 0) this.marks.load(marks);
    if (Object.keys(review).length > 0) this.review.load(review);
  }

  /** Why nothing can be kept, as a sentence; empty when it can. */
  get problem(): string {
    return this.#storage.problem || (this.marks.isKept && this.review.isKept ? '' : WORK.full);
  }

  /** What else is amiss with the keeping. */
  get amiss(): Amiss | undefined {
    return this.#storage.amiss ?? this.#asideAmiss;
  }

  /** True where what is given now is there after a reload. */
  get isKept(): boolean {
    return this.#storage.isKept;
  }

  /** All of it, as a file holds it. */
  get work(): Work {
    const aside = this.#aside.texts;
    return {
      ...this.#work,
      runs: this.runs.all,
      marks: this.marks.all,
      review: this.review.all,
      ...(aside.length > 0 && { aside }),
    };
  }

  /** What other editions have kept in this browser and this one has not. */
  get beside(): readonly string[] {
    return this.#storage.beside(this.#work);
  }

  /** The last answer to this version of a question. */
  answer(question: string, version: number): KeptAnswer | undefined {
    const key = keyOf(question, version);
    return Object.hasOwn(this.#work.answers, key) ? this.#work.answers[key] : undefined;
  }

  /** The last answer to an earlier version of a question. */
  oldAnswer(question: string, version: number): KeptAnswer | undefined {
    return Object.values(this.#work.answers)
      .filter((kept) => kept.question === question && kept.version < version)
      .sort((a, b) => b.version - a.version)[0];
  }

  /** All that happened with this version of a question, oldest first. */
  entries(question: string, version: number): readonly LogEntry[] {
    return this.#work.log.filter((e) => e.question === question && e.version === version);
  }

  /** Adds to the log, keeps the answer if one is given, and saves at once; tries at a goal may come many in a second. */
  record(entry: NewEntry, answer?: NewAnswer): void {
    const time = this.#newTime();
    const given = entry.answer === undefined ? {} : { answer: clipped(entry.answer) };
    const { log } = this.#work;
    this.#work = { ...this.#work, log: [...log, { ...entry, ...given, id: newId(), time }] };
    if (answer) this.#keep(answer, time);
    if (entry.kind !== 'reach' || entry.correct === true) this.#soon.now();
    else if (!this.#soon.ask()) this.#tell();
    // The draft goes when the answer is there, and not before.
    if (answer && this.isKept) this.drafts.keep(answer.question, answer.version);
  }

  /** Keeps an answer whose event is in the log already. */
  keep(answer: NewAnswer): void {
    this.#keep(answer, this.#newTime());
    this.#soon.now();
  }

  /**
   * Takes in what another tab has written, and writes what that tab did not know of. `heard` is what it wrote: of two that
   * write in the same moment each finds its own text stored, and the other tab may not live to write its own again.
   */
  refresh(key: string | null = null, heard: string | null = null): void {
    const { work, hasNews } = this.#storage.take(this.#work);
    this.#work = this.#storage.hear(work, key === this.keys[0] ? heard : null);
    this.runs.refresh();
    this.marks.refresh(key === this.keys[2] ? heard : null);
    this.review.refresh(key === this.keys[3] ? heard : null);
    if (hasNews || this.#work !== work) this.#soon.now();
    else this.#tell();
  }

  /** Writes what is still to be written: the page is about to be left. */
  flush(): void {
    this.#soon.flush();
    this.runs.flush();
    this.marks.flush();
    this.review.flush();
  }

  /** Takes in what `read` makes of the work as it stands now: that of a file beside it, and texts to be put aside. */
  load(read: (ours: Work) => Loaded): Loaded {
    const loaded = read({
      ...this.#storage.take(this.#work).work,
      runs: this.runs.all,
      marks: this.marks.all,
      review: this.review.all,
    });
    this.#work = loaded.work;
    this.runs.load(loaded.theirs.runs);
    this.marks.load(loaded.theirs.marks);
    this.review.load(loaded.theirs.review);
    for (const text of loaded.aside) this.#aside.add(text);
    this.#soon.now();
    return loaded;
  }

  /** Brings a question back, or says what has become of it. */
  bring(brought: Omit<Brought, 'time'>): void {
    this.review.keep(brought);
    this.#tell();
  }

  #putAside(text: string, what: Amiss['what']): boolean {
    if (!this.#aside.has(text)) this.#asideAmiss = { what };
    return this.#aside.move(text);
  }

  #newTime(): string {
    this.#work = this.#storage.take(this.#work).work;
    return stamp(this.#now(), newestTime(this.#work));
  }

  #keep(answer: NewAnswer, time: string): void {
    const clock = this.#now().toISOString();
    const kept: KeptAnswer = {
      ...answer,
      answer: clipped(answer.answer),
      time,
      ...(time > clock && { clock }),
    };
    const answers = { ...this.#work.answers, [keyOf(answer.question, answer.version)]: kept };
    this.#work = { ...this.#work, answers };
  }

  #save(): void {
    this.#work = this.#storage.save(this.#work);
    if (this.isKept) this.savedAt = this.#now().toISOString();
    this.#tell();
  }

  #tell(): void {
    this.dispatchEvent(new Event('change'));
  }
}
