/** An assignment’s page: first who works on it, then the items of that student, then the hand-in. */
import { FILES, IDENTITY, KEPT } from '#words/src/tasks/sets/page/words';
import { saveFile } from '../../../../widgets/page/save-file.ts';
import { bookId } from '../../storage/storage-keys.ts';
import type { ItemLook } from '../contract.ts';
import type { Assignment } from '../pure/format/assignment.ts';
import type { Sealed } from '../pure/format/seal.ts';
import { normalised } from '../pure/variants/student.ts';
import { backupText } from '../pure/work/kept.ts';
import { begun, isDone, type Work } from '../pure/work/work.ts';
import { textApart, wakePlaces } from './experiment-place.ts';
import { wakeSubmission } from './submission.ts';
import { wakeIdentity } from './identity.ts';
import { ItemFrame } from './item-frame.ts';
import { countMinutes } from './minutes.ts';
import { copyToPaper } from './on-paper.ts';
import { secondStorage } from './second-storage.ts';
import { wakeByRun, wakeSolutions } from './sealed.ts';
import { AssignmentStore, otherEdition, type StorageLike } from './store.ts';

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
    this.#part('hand-in').hidden = true;
  }

  connectedCallback(): void {
    if ('awake' in this.dataset || this.#id === '') return;
    this.dataset['awake'] = '';
    const id = this.#id;
    const due = document.querySelector<HTMLElement>('[data-due]');
    if (due && Date.parse(due.dataset['due'] ?? '') < Date.now())
      due.textContent = due.dataset['past'] ?? '';
    const store = new AssignmentStore(
      id,
      () => (this.#as === undefined ? globalThis.localStorage : noStorage()),
      this.#as === undefined ? secondStorage(`${bookId()}/assignments`, id) : undefined,
    );
    this.#store = store;
    addEventListener('storage', ({ key }) => store.owns(key) && store.refresh());
    store.addEventListener('change', () => this.#follow());
    store.addEventListener('places', () => this.#sayKept());
    wakeIdentity(
      {
        part: (name) => this.#part(name),
        field: (name) => this.querySelector(`[name="${name}"]`) as HTMLInputElement,
        confirm: (...of) => this.#confirm(...of),
        say: (sentence) => this.#say(sentence),
      },
      { id, read: async () => (await this.#read()).assignment },
      store,
      () => void this.#show(),
      (work) => this.#replace(() => store.keep(work)),
    );
    this.#on('backup', () => {
      const { work } = store;
      if (work) saveFile(`${id}-backup.json`, backupText(work), 'application/json');
      this.#say(FILES.saved);
    });
    this.#on('confirm', () => {
      this.#part('confirm').hidden = true;
      this.#confirmed();
    });
    this.#on('leave', () => {
      this.#part('confirm').hidden = true;
      this.#part('identity').hidden = this.#shown !== undefined;
      this.#say('');
    });
    for (const file of this.querySelectorAll<HTMLInputElement>('input[type="file"]')) {
      file.addEventListener('change', () => void this.#open(file));
      // Chosen before the code was here.
      if (file.files?.length) void this.#open(file);
    }
    // What is entered before the code is here would be lost: until now nothing could be.
    for (const fields of this.querySelectorAll('fieldset')) fields.disabled = false;
    if (store.work) void this.#show();
    else this.#part('identity').hidden = false;
    if (store.isCorrupt) this.#say(KEPT.corrupt);
    store.refresh();
    // Whoever turns to this tab has come from another one.
    addEventListener('focus', () => store.refresh());
    void store.settled.then(() => this.#offerEarlier());
  }

  /** Work of another edition is there: it is taken over if the student says so. */
  #offerEarlier(): void {
    if (this.#store.work) return;
    const other = otherEdition(this.#id, () => globalThis.localStorage);
    if (!other) return;
    const answers = Object.keys(other.work.items).length;
    this.#confirm(FILES.otherEdition(other.edition, answers), FILES.take, () =>
      this.#store.open(other.work),
    );
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
    place.querySelector<HTMLElement>('[data-does="leave"]')?.focus();
  }

  /** Work that only the second place had, or that another tab has begun. */
  #follow(): void {
    const { work } = this.#store;
    if (this.#store.isCorrupt) this.#say(KEPT.corrupt);
    if (!work) return;
    if (this.#shown === undefined) void this.#show();
    else if (this.#shown !== normalised(work.student.number) && this.#keeps) location.reload();
  }

  get #keeps(): boolean {
    return this.#store.places.includes('kept');
  }

  /** How the places stand, in words: what is trouble is said aloud, too. */
  #sayKept(): void {
    const { places } = this.#store;
    const kept = places.filter((place) => place === 'kept').length;
    const trouble = places.includes('full') ? KEPT.full : KEPT.closed;
    const isPreview = this.#as !== undefined;
    const sentence = isPreview
      ? KEPT.preview
      : kept === 2
        ? KEPT.both
        : kept === 1
          ? KEPT.one
          : trouble;
    const place = this.#part('kept');
    if (place.textContent === sentence || !this.#store.work) return;
    place.textContent = sentence;
    place.toggleAttribute('data-lost', kept === 0 && !isPreview);
  }

  /** Puts another work in the place of this one. Items may stand filled for another student: the page begins anew. */
  #replace(does: () => void): void {
    if (this.#shown !== undefined && !this.#keeps) {
      this.#say(FILES.cannot);
      return;
    }
    // The page follows the change by itself.
    does();
    const isShown = this.#shown !== undefined;
    void this.#store.settled.then(() => isShown && location.reload());
  }

  async #open(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    if (!file) return;
    const { workInFile } = await import('./opened-file.ts');
    const read = await workInFile(file, this.#id);
    // The same file may be chosen again.
    input.value = '';
    if (typeof read === 'string') {
      this.#say(read);
      return;
    }
    const { work } = this.#store;
    if (!work) this.#store.open(read.work);
    else if (read.isBackup && work.session === read.work.session) {
      this.#store.unite(read.work);
      this.#say(FILES.united);
    } else {
      const { name, number } = read.work.student;
      const { items } = (await this.#read()).assignment;
      const answers = (of: Work): number => items.filter((one) => isDone(of, one)).length;
      this.#confirm(
        FILES.instead(name, number, answers(read.work), answers(work)),
        FILES.take,
        () => this.#replace(() => this.#store.open(read.work)),
      );
    }
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
    this.#part('work').hidden = false;
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
    const heading = this.#part('work').querySelector('h2');
    if (!hasTyped || !heading) return;
    heading.tabIndex = -1;
    heading.focus();
  }
}

/** Keeps what is written for as long as the page stands. */
function noStorage(): StorageLike {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => void kept.set(key, text),
  };
}

/** Defines the element. Safe to call twice. */
export function defineAssignment(): void {
  if (!customElements.get('book-assignment'))
    customElements.define('book-assignment', AssignmentElement);
}
