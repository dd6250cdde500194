/** What every item on the page has: its words, its hints, and the keeping of what was done. */
import { ANSWERS, ITEMS, TIMES } from '#words/src/tasks/sets/page/words';
import { TaskFrame } from '../../fields/frame.ts';
import type { ItemLook } from '../contract.ts';
import type { Assignment } from '../pure/format/assignment.ts';
import type { Drawn } from '../pure/format/head.ts';
import type { Item } from '../../tables/item.ts';
import type { Confidence, Given } from '../pure/submission/submission.ts';
import { inOwn, inSentence } from '../pure/variants/in-own.ts';
import { drawn, variantOf } from '../pure/variants/variant.ts';
import {
  answeredVariant,
  doneOf,
  hinted,
  noted,
  sure,
  type Done,
  type Work,
} from '../pure/work/work.ts';
import { whenLetGo } from './let-go.ts';
import { minutesAt } from './minutes.ts';
import type { AssignmentStore } from './store.ts';

export class ItemFrame<I extends Item = Item> extends TaskFrame {
  readonly item: I;
  readonly look: ItemLook;
  readonly store: AssignmentStore;
  readonly assignment: Assignment;
  /** The student’s variant, and what stands in it. */
  readonly seed: number;
  readonly values: Drawn;
  #said = '';

  constructor(
    element: HTMLElement,
    item: I,
    look: ItemLook,
    store: AssignmentStore,
    assignment: Assignment,
  ) {
    super(element);
    this.item = item;
    this.look = look;
    this.store = store;
    this.assignment = assignment;
    this.seed = variantOf(assignment, item, store.work?.student.number ?? '');
    this.values = drawn(item, this.seed);
    for (const place of element.querySelectorAll<HTMLElement>('[data-drawn]')) {
      const value = this.values[place.dataset['drawn'] ?? ''] ?? '';
      place.textContent = howIn(place)(value);
    }
    for (const place of element.querySelectorAll<HTMLElement>('[data-text]'))
      place.textContent = inOwn(place.dataset['text'] ?? '', this.values, howIn(place));
    this.#wakeHints();
    this.#wakeConfidence();
    this.#follow(() => {
      this.#tellChanges();
      this.#tellCarried();
    });
  }

  get done(): Done | undefined {
    const { work } = this.store;
    return work && doneOf(work, this.item);
  }

  say(sentence: string): void {
    this.#said = sentence;
    const verdict = this.part('verdict');
    if (verdict) whenLetGo(() => (verdict.textContent = this.#said));
  }

  /** Changes the work and keeps it; says that it is kept, or that it is not. `told` is said of what is kept. */
  change(how: (work: Work) => Work, told?: string): void {
    const { work, settled } = this.store;
    if (!work) return;
    if (told !== undefined) this.say(told);
    const changed = how(work);
    if (changed !== work)
      this.store.keep(noted(work, changed, this.item, this.seed, minutesAt(this.item.id)));
    this.#noteKept(told);
    void settled.then(async () => this.store.settled).then(() => this.#noteKept(told));
  }

  /** Does it when the page is left, or may be ended while nobody looks at it: who was typing has not left the field. */
  whenLeft(does: () => void): void {
    document.addEventListener('visibilitychange', () => {
      if (document.hidden && this.element.isConnected) does();
    });
  }

  #noteKept(told?: string): void {
    const { places } = this.store;
    if (places.includes('kept')) this.note(ANSWERS.keptAt(clock()));
    else if (places.includes('asked')) this.note(ANSWERS.saving);
    else {
      this.note(ANSWERS.notKept, true);
      // What was said before the second place had answered is not so.
      if (told !== undefined && this.#said === told) this.say(ANSWERS.onScreen);
    }
  }

  /** Does it now, and after each change. */
  #follow(does: () => void): void {
    does();
    this.store.addEventListener('change', does);
  }

  /** What a student should know before answering again: the item or its numbers are not those of before. */
  #tellChanges(): void {
    const { work } = this.store;
    const told = this.part('told');
    if (!work || !told) return;
    const { id, version } = this.item;
    const before = Object.hasOwn(work.items, id) ? work.items[id] : undefined;
    told.textContent =
      before && before.version !== version
        ? ANSWERS.changed(inWords(before.answer))
        : answeredVariant(work, this.assignment, this.item) !== this.seed
          ? ANSWERS.withdrawn
          : '';
  }

  /** What the student has answered to the items whose numbers go on here. */
  #tellCarried(): void {
    const { item, assignment } = this as ItemFrame;
    const { work } = this.store;
    const place = this.part('carried');
    if (!place || item.kind !== 'number' || !work) return;
    const ids = Object.values(item.carried ?? {});
    const told = assignment.items.flatMap((from, i) =>
      ids.includes(from.id) ? [ITEMS.before(i + 1, inWords(doneOf(work, from).answer))] : [],
    );
    place.textContent = ITEMS.carried(told);
  }

  #wakeConfidence(): void {
    const place = this.part('confidence');
    if (!place) return;
    const steps = [...place.querySelectorAll<HTMLInputElement>('input')];
    this.#follow(() => {
      for (const step of steps) step.checked = step.value === this.done?.confidence;
    });
    place.addEventListener('input', (event) => event.stopPropagation());
    place.addEventListener('change', (event) => {
      // It is no answer.
      event.stopPropagation();
      const picked = steps.find(({ checked }) => checked);
      if (picked) this.change((work) => sure(work, this.item, picked.value as Confidence));
    });
  }

  #wakeHints(): void {
    const press = this.element.querySelector<HTMLButtonElement>('[data-does="hint"]');
    if (!press) return;
    press.hidden = false;
    press.addEventListener('click', () => this.change((work) => hinted(work, this.item)));
    this.#follow(() => {
      const opened = this.done?.hints ?? 0;
      const list = this.part('hints');
      const all = [...(list?.children ?? [])] as HTMLElement[];
      for (const [i, hint] of all.entries()) hint.hidden = i >= opened;
      if (list) list.hidden = opened === 0;
      const isLast = opened >= all.length;
      press.disabled = isLast;
      press.textContent = isLast ? ITEMS.noMoreHints : ITEMS.hint(this.item.hints[opened] ?? 0);
    });
  }
}

/** How values are written there: in a program without signs that it cannot read. */
const howIn = (place: Element): typeof inSentence => (place.closest('code') ? String : inSentence);

const inWords = (answer: Given): string =>
  typeof answer === 'string' ? answer : (answer ?? []).join(', ');

const clock = (): string =>
  new Date().toLocaleTimeString(TIMES, { hour: '2-digit', minute: '2-digit' });
