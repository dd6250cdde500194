/** What comes back. */
import { dayAt } from '../../review/pure/schedule.ts';
import { isMore } from './pure/dated.ts';
import { mergeReview, reviewIn } from './pure/brought.ts';
import type { Brought, Review } from './pure/work.ts';
import { SideStore, type Lies } from './side-store.ts';
import { stamp } from './stamp.ts';

export class ReviewStore extends SideStore<Review> {
  readonly #now: () => Date;

  constructor(lies: Lies, now: () => Date) {
    super(lies, {
      ...{ none: {}, read: reviewIn, merge: mergeReview, bounded: (all) => all, isMore },
    });
    this.#now = now;
  }

  /** The reader's day: see `dayAt`. */
  get today(): number {
    const now = this.#now();
    return dayAt(now.getTime(), now.getTimezoneOffset());
  }

  of(question: string): Brought | undefined {
    return Object.hasOwn(this.all, question) ? this.all[question] : undefined;
  }

  keep(brought: Omit<Brought, 'time'>): void {
    const { question } = brought;
    const time = stamp(this.#now(), this.of(question)?.time ?? '');
    this.change((all) => mergeReview(all, { [question]: { ...brought, time } }));
    this.flush();
  }
}
