/** An assignment’s page: first who works on it, then the items of that student, then the hand-in. */
import { ARRIVING, EDITIONS, IDENTITY, KEPT } from '#words/src/tasks/sets/page/words';
import type { ItemLook } from '../contract.ts';
import type { Assignment } from '../pure/format/assignment.ts';
import type { Sealed } from '../pure/format/seal.ts';
import { normalised } from '../pure/variants/student.ts';
import { begun, type Work } from '../pure/work/work.ts';
import { textApart, wakePlaces } from './experiment-place.ts';
import { wakeSubmission } from './submission.ts';
import { offerEdition } from './editions.ts';
import { wakeElsewhere } from './elsewhere.ts';
import { wakeIdentity, type Asking } from './identity.ts';
import { WORK_AWAKE, type WorkAwake } from './in-package.ts';
import { ItemFrame } from './item-frame.ts';
import { countMinutes } from './minutes.ts';
import { copyToPaper } from './on-paper.ts';
import { secondStorage } from './second-storage.ts';
import { wakeByRun, wakeSolutions } from './sealed.ts';
import { AssignmentStore, databaseOf, otherEdition, type StorageLike } from './store.ts';

interface Data {
  readonly assignment: Assignment;
  readonly looks: Readonly<Record<string, ItemLook>>;
  /** Solutions that a run opens. */
  readonly byRun?: Readonly<Record<string, Sealed>>;
}

export class AssignmentElement extends HTMLElement {
  #data: Promise<Data> | undefined;
  #store!: AssignmentStore;
  #as: string | undefined;
  /** The number whose items stand on the page. */
  #shown: string | undefined;
  #confirmed: () => void = () => undefined;

  /** Wakes a set that was composed: which one it is, no page says. `as`: seen as the student with a number, and not kept. */
  compose(data: Data, as: string | undefined): void {
    this.#data = Promise.resolve(data);
    this.dataset['assignment'] = data.assignment.id;
    this.#as = as;
    this.connectedCallback();
    if (as === undefined) return;
    this.#store.keep(begun(data.assignment, { name: KEPT.previewer, number: as }, ''));
    for (const name of ['hand-in', 'elsewhere']) this.#part(name).hidden = true;
    this.#part('kept').textContent = KEPT.preview;
  }

  connectedCallback(): void {
    if ('awake' in this.dataset || this.#id === '') return;
    this.dataset['awake'] = '';
    const id = this.#id;
    const store = new AssignmentStore(
      id,
      () => (this.#as === undefined ? globalThis.localStorage : noStorage()),
      this.#as === undefined ? secondStorage(databaseOf(), id) : undefined,
    );
    this.#store = store;
    addEventListener('storage', ({ key }) => store.owns(key) && store.refresh());
    store.addEventListener('change', () => this.#follow());
    store.addEventListener('places', () => this.#sayKept());
    const asking: Asking = {
      store,
      part: (name) => this.#part(name),
      field: (name) => this.querySelector(`[name="${name}"]`) as HTMLInputElement,
      confirm: (...of) => this.#confirm(...of),
      say: (sentence) => this.#say(sentence),
      turn: (...of) => this.#turn(...of),
    };
    const read = async (): Promise<Assignment> => (await this.#read()).assignment;
    wakeIdentity(asking, { id, read }, () => void this.#show());
    this.#on('confirm', () => {
      this.#part('confirm').hidden = true;
      this.#confirmed();
    });
    this.#on('leave', () => {
      this.#part('confirm').hidden = true;
      this.#part('identity').hidden = this.#shown !== undefined;
      this.#say('');
    });
    // What is entered before the code is here would be lost: until now nothing could be.
    for (const fields of this.querySelectorAll('fieldset')) fields.disabled = false;
    if (store.work) void this.#show();
    else this.#part('identity').hidden = false;
    if (store.isCorrupt) this.#say(KEPT.corrupt);
    store.refresh();
    wakeElsewhere(this, asking, read);
    // Whoever turns to this tab has come from another one.
    addEventListener('focus', () => store.refresh());
    void store.settled.then(() => this.#offerEdition(asking));
    const detail: WorkAwake = { asking, read };
    if (this.#as === undefined)
      this.dispatchEvent(new CustomEvent(WORK_AWAKE, { bubbles: true, detail }));
  }

  /** Work of another edition is there: whoever began there goes on there. */
  #offerEdition(asking: Asking): void {
    if (this.#store.work) return;
    const other = otherEdition(this.#id, () => globalThis.localStorage);
    if (!other) return;
    const answers = Object.keys(other.work.items).length;
    offerEdition(asking, other.edition, EDITIONS.kept(other.edition, answers));
  }

  get #id(): string {
    return this.dataset['assignment'] ?? '';
  }

  /** What is asked: fetched once, when it is known by whom it is worked on. */
  #read(): Promise<Data> {
    this.#data ??= textApart(this, `${this.#id}-items`).then(
      (text) => JSON.parse(text) as Data,
      (error: unknown) => {
        this.#data = undefined;
        throw error;
      },
    );
    return this.#data;
  }

  #part(name: string): HTMLElement {
    return this.querySelector(`[data-part="${name}"]`) as HTMLElement;
  }

  #on(name: string, does: () => void): void {
    this.querySelector(`[data-does="${name}"]`)?.addEventListener('click', does);
  }

  #say(sentence: string): void {
    this.#part('identity-said').textContent = sentence;
  }

  #confirm(sentence: string, button: string, does: () => void): void {
    this.#say(sentence);
    this.#confirmed = does;
    const place = this.#part('confirm');
    const press = place.querySelector('[data-does="confirm"]');
    place.hidden = false;
    if (press) press.textContent = button;
    // A key that is pressed once more leaves all as it is.
    place.querySelector<HTMLElement>('[data-does="leave"]')?.focus({ preventScroll: true });
    this.#part('identity-said').scrollIntoView({ block: 'center' });
  }

  /** Work that only the second place had, or that another tab has begun. */
  #follow(): void {
    const { work } = this.#store;
    if (this.#store.isCorrupt) this.#say(KEPT.corrupt);
    if (!work) return;
    if (this.#shown === undefined) void this.#show();
    else if (this.#shown !== normalised(work.student.number) && this.#keeps)
      void this.#store.settled.then(() => location.reload());
  }

  get #keeps(): boolean {
    return this.#store.places.includes('kept');
  }

  /** How the places stand, in words: what is trouble is said aloud, too. */
  #sayKept(): void {
    const { places } = this.#store;
    const kept = places.filter((place) => place === 'kept').length;
    const trouble = places.includes('full') ? KEPT.full : KEPT.closed;
    const sentence = kept === 2 ? KEPT.both : kept === 1 ? KEPT.one : trouble;
    const place = this.#part('kept');
    if (place.textContent === sentence || !this.#store.work) return;
    place.textContent = sentence;
    place.toggleAttribute('data-lost', kept === 0);
  }

  /**
   * Turns to other work, and to an item of it; `isLast` takes it for what was done last. Items may stand filled, for another
   * student, too: the page begins anew then.
   */
  #turn(to: Work, item?: string, isLast = false): void {
    const wasShown = this.#shown;
    const isKept = this.#keeps;
    const isOther = wasShown !== undefined && wasShown !== normalised(to.student.number);
    goTo(item);
    const isTurned =
      (!isOther || isKept) && (isLast ? this.#store.open(to) : this.#store.turnTo(to));
    if (!isTurned) this.#say(ARRIVING.cannot);
    else if (wasShown !== undefined && isKept)
      void this.#store.settled.then(() => location.reload());
  }

  async #show(): Promise<void> {
    const { work } = this.#store;
    if (!work) return;
    const { name, number } = work.student;
    const hasTyped = this.#part('identity').contains(document.activeElement);
    this.#part('identity').hidden = true;
    this.#say(this.#store.isCorrupt ? KEPT.corrupt : '');
    this.#part('who').textContent = IDENTITY.who(name, number);
    if (this.#shown !== undefined) return;
    this.#shown = normalised(number);
    const coming = Promise.all([this.#read(), import('../wakers.ts')]);
    const [data, code] = await coming.catch(() => []);
    if (!data || !code) {
      this.#shown = undefined;
      this.#part('identity').hidden = false;
      this.#say(IDENTITY.notCome);
      return;
    }
    const { assignment, looks, byRun } = data;
    for (const name of ['standing', 'away', 'work']) this.#part(name).hidden = false;
    countMinutes(this);
    copyToPaper(this);
    wakePlaces(this);
    if (byRun) wakeByRun(this, assignment, byRun, this.#store);
    for (const item of assignment.items) {
      const element = this.querySelector<HTMLElement>(`[data-item="${item.id}"]`);
      if (!element) continue;
      code.wakeItem(new ItemFrame(element, item, looks[item.id] ?? {}, this.#store, assignment));
    }
    wakeSubmission(this.#part('hand-in'), assignment, this.#store);
    wakeSolutions(this, assignment, this.#store);
    // The field that was typed in is gone; whoever goes on by keyboard or by ear goes on from here.
    const item = itemGoneTo();
    const place =
      (item && this.querySelector<HTMLElement>(`[data-item="${item}"]`)) ??
      (hasTyped ? this.#part('work').querySelector('h2') : undefined);
    if (!place) return;
    place.tabIndex = -1;
    place.focus();
    if (item) place.scrollIntoView();
  }
}

/** Keeps what is written for as long as the page stands. */
function noStorage(): StorageLike {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => void kept.set(key, text),
    key: () => null,
    length: 0,
  };
}

interface State {
  readonly item?: string | undefined;
}

/** Where the page goes when its items stand there, also when it has begun anew. */
function goTo(item: string | undefined): void {
  try {
    history.replaceState({ ...(history.state as State | null), item }, '');
  } catch {
    // A frame that may not: the page begins at its top.
  }
}

/** The id of the item that the page was to go to; asked once. */
function itemGoneTo(): string | undefined {
  const { item } = (history.state ?? {}) as State;
  if (item !== undefined) goTo(undefined);
  return item !== undefined && /^[\w-]+$/.test(item) ? item : undefined;
}

/** Defines the element. Safe to call twice. */
export function defineAssignment(): void {
  if (!customElements.get('book-assignment'))
    customElements.define('book-assignment', AssignmentElement);
}
