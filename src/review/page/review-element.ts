/** The page that brings questions back: what is due, one after another; what is still to come; files to take along. */
import { sayWhenLate } from '../../../widgets/page/late.ts';
import { NOT_LOADED } from '#words/widgets/page/late-words';
import { REVIEW } from '#words/src/review/words';
import { markup, type Markup } from '../../../widgets/kit/draw/markup.ts';
import { setMarkup } from '../../../widgets/run/page/trusted-types.ts';
import { pageStore } from '../../tasks/storage/page-store.ts';
import { after, dueDay, dueToday, healed, sitting, standings } from '../pure/schedule.ts';
import type { Stock } from '../server/stock.ts';
import { bookJson } from '../../book/book-json.ts';
import { questionOf } from './asked.ts';
import { askSure, isCertain } from './sure.ts';
import { saveCalendar, saveCards } from './take-along.ts';

const NONE: Stock = { ideas: {}, questions: [] };

class ReviewElement extends HTMLElement {
  readonly #store = pageStore();
  #stock = NONE;

  connectedCallback(): void {
    if ('awake' in this.dataset) return;
    this.dataset['awake'] = '';
    this.addEventListener('click', ({ target }) => {
      const { does, idea = '' } = (target as Element).closest('button')?.dataset ?? {};
      if (does === 'begin') void this.#try(() => this.#ask(this.#due));
      if (does === 'stop') this.#stop(idea);
      if (does === 'calendar') saveCalendar(this.#store);
      if (does === 'anki') void this.#try(() => this.#saveCards());
    });
    void this.#try(() => this.#open());
  }

  /** What was brought back is looked at once it is known what the book still asks. */
  async #open(): Promise<void> {
    const { review } = this.#store;
    if (Object.keys(review.all).length > 0) {
      this.#stock = await bookJson<Stock>('review/stock.json');
    }
    for (const brought of Object.values(review.all)) {
      const now = healed(brought, review.today);
      if (now !== brought) this.#store.bring(now);
    }
    this.#show();
    this.#store.addEventListener('change', () => this.#show());
    // A page that stood open over night.
    document.addEventListener('visibilitychange', () => document.hidden || this.#show());
  }

  get #due(): ReturnType<typeof dueToday> {
    const { all, today } = this.#store.review;
    return dueToday(all, this.#stock.questions, today);
  }

  #part(name: string): HTMLElement {
    return this.querySelector(`[data-part="${name}"]`) as HTMLElement;
  }
  #say(sentence: string): void {
    this.#part('said').textContent = sentence;
  }
  async #try(act: () => Promise<void>): Promise<void> {
    try {
      await sayWhenLate(act(), (sentence) => this.#say(sentence));
    } catch (error) {
      console.error(error);
      this.#say(NOT_LOADED);
    }
  }

  #show(): void {
    const { all, today } = this.#store.review;
    const rows = standings(all, today);
    const begun = this.#part('asked').childElementCount > 0;
    fill(this.#part('due'), begun ? markup`` : this.#dueWords(rows.length > 0));
    fill(this.#part('ideas'), rows.length > 0 && this.#ideas(rows));
  }

  #dueWords(hasMore: boolean): Markup {
    const { all, today } = this.#store.review;
    const due = this.#due;
    const now = sitting(due);
    const minutes = now.reduce((sum, { asked }) => sum + asked.minutes, 0);
    const over = due.length - now.length;
    if (now.length > 0)
      return markup`<p>${REVIEW.due(now.length, minutes)}${over > 0 && ` ${REVIEW.more(over)}`}</p><p class="question-actions"><button type="button" class="question-main" data-does="begin">${REVIEW.begin}</button></p>`;
    const days = Object.values(all).flatMap((one) => {
      const day = this.#isAsked(one.idea) ? dueDay(one) : undefined;
      return day === undefined ? [] : [day];
    });
    if (!hasMore) return markup`<p>${REVIEW.none}</p>`;
    return markup`<p>${REVIEW.notDue(days.length > 0 ? Math.min(...days) : undefined, today)}</p>`;
  }

  #isAsked(idea: string): boolean {
    return Object.hasOwn(this.#stock.ideas, idea);
  }

  #ideas(rows: ReturnType<typeof standings>): Markup {
    const { all, today } = this.#store.review;
    const items = rows.map(({ idea, due, next }) => {
      const called = this.#nameOf(idea);
      const count = Object.values(all).filter((one) => one.idea === idea && dueDay(one)).length;
      const about = this.#isAsked(idea) ? REVIEW.standing(due, next, today) : REVIEW.gone(count);
      return markup`<li>${called} <span class="soft">(${about})</span> <button type="button" class="quiet" data-does="stop" data-idea="${idea}" aria-label="${REVIEW.stopOf(called)}">${REVIEW.stop}</button></li>`;
    });
    // Closed at first: what an idea says may be the answer to what is asked.
    const isOpen = this.#part('ideas').querySelector('details')?.open;
    return markup`<details${isOpen && markup` open`}><summary>${REVIEW.ideas}</summary><ul>${items}</ul></details><h2>${REVIEW.files}</h2><p>${REVIEW.days}</p><p class="work-actions"><button type="button" data-does="calendar">${REVIEW.calendar}</button><button type="button" data-does="anki">${REVIEW.anki}</button></p>`;
  }

  /** The phrase of an idea; of one that is no longer in the book its name. */
  #nameOf(idea: string): string {
    return (this.#isAsked(idea) && this.#stock.ideas[idea]) || idea;
  }

  #stop(idea: string): void {
    const { all } = this.#store.review;
    for (const one of Object.values(all).filter((brought) => brought.idea === idea)) {
      this.#store.bring({ ...one, isStopped: true });
    }
    this.#say(REVIEW.stopped(this.#nameOf(idea)));
    (this.#part('ideas').querySelector('summary') ?? this.#part('said')).focus();
  }

  /** Asks what is due, one after another, as long as one sitting takes. */
  async #ask(due: ReturnType<typeof dueToday>, at = 0): Promise<void> {
    const all = sitting(due);
    const one = all[at];
    const place = this.#part('asked');
    this.#say('');
    if (!one) {
      place.replaceChildren();
      this.#show();
      this.#part('due').focus();
      return;
    }
    const [question, { wakeAsked }] = await Promise.all([
      questionOf(one.asked),
      import('./wake-asked.ts'),
    ]);
    const label = question.querySelector('.question-label strong');
    if (label) label.textContent = REVIEW.nth(at + 1, all.length);
    const then = document.createElement('div');
    then.className = 'question-actions';
    place.replaceChildren(question, then);
    this.#show();
    askSure(question);
    question.tabIndex = -1;
    question.focus();
    wakeAsked(question, this.#store, (isRight) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'question-main';
      button.textContent = at + 1 < all.length ? REVIEW.next : REVIEW.end;
      button.addEventListener('click', () => void this.#try(() => this.#ask(due, at + 1)));
      then.append(this.#judged(one.brought.question, isRight, isCertain(question)), ' ', button);
    });
  }

  /** Keeps what came of it, and says when it comes back; another tab may have asked it meanwhile. */
  #judged(id: string, isRight: boolean, isCertain: boolean): string {
    const { review } = this.#store;
    review.refresh();
    const brought = review.of(id);
    const day = brought && dueDay(brought);
    if (brought && day !== undefined && day <= review.today) {
      this.#store.bring(after(brought, isRight, review.today, isCertain));
    }
    const now = review.of(id);
    const next = now && dueDay(now);
    if (isRight) return REVIEW.right(next, review.today);
    return REVIEW.missed(next, review.today, isCertain);
  }

  async #saveCards(): Promise<void> {
    const saved = await saveCards(this.#store, this.#stock.questions);
    this.#say(saved > 0 ? REVIEW.cards(saved) : REVIEW.noCards);
  }
}

/** Nothing moves, and no focus is lost, where it says that already. */
function fill(place: HTMLElement, content: Markup | false): void {
  const text = content === false ? '' : content.markup;
  if (place.dataset['shown'] === text) return;
  place.dataset['shown'] = text;
  setMarkup(place, { markup: text });
}

/** Safe to call twice. */
export function defineReview(): void {
  if (!customElements.get('book-review')) customElements.define('book-review', ReviewElement);
}
