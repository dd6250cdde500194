/** The reading queue on the page: one answer at a time, its points and a note, by keyboard alone. */
import { TEACH } from '#words/src/tasks/grading/teach/words';
import type { ReadNow } from './protocol.ts';

/** Where answers come from and decisions go. */
export interface ReadingSource {
  /** The answer to be read, so many behind the first one. */
  at(skip: number): Promise<ReadNow>;
  decide(answer: NonNullable<ReadNow['answer']>, points: number, note: string): Promise<void>;
}

export class ReadingQueue {
  readonly #element: HTMLElement;
  readonly #source: ReadingSource;
  #now: ReadNow = { left: 0 };
  #skip = 0;

  constructor(element: HTMLElement, source: ReadingSource) {
    this.#element = element;
    this.#source = source;
    this.#part('reading-form').addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#take();
    });
    this.#part('later').addEventListener('click', () => {
      this.#skip += 1;
      void this.show().then(() => this.#field('points').focus());
    });
  }

  /** Shows the answer that is to be read now. */
  async show(): Promise<void> {
    this.#now = await this.#source.at(this.#skip);
    const { left, answer } = this.#now;
    this.#part('left').textContent = TEACH.toRead(left);
    this.#part('reading-form').hidden = answer === undefined;
    if (!answer) return;
    const { who, item, says, given, guide, of, notes } = answer;
    this.#part('read-what').textContent = TEACH.readIt(who, item, says);
    this.#part('read-given').textContent = given;
    this.#part('read-guide').textContent = guide;
    this.#part('read-guide').hidden = guide === '';
    this.#part('points-label').textContent = TEACH.outOf(of);
    this.#part('notes').replaceChildren(
      ...notes.map((note) => Object.assign(document.createElement('option'), { value: note })),
    );
    this.#field('points').value = '';
    this.#field('note').value = '';
    (this.#part('later') as HTMLButtonElement).disabled = left < 2;
  }

  /** Begins at the front again. */
  async first(): Promise<void> {
    this.#skip = 0;
    await this.show();
    if (this.#now.answer) this.#field('points').focus();
  }

  async #take(): Promise<void> {
    const { answer } = this.#now;
    if (!answer) return;
    const text = this.#field('points').value.trim().replace(',', '.');
    const points = Number(text);
    if (text === '' || !(points >= 0 && points <= answer.of)) {
      this.#part('left').textContent = TEACH.noPoints(answer.of);
      this.#field('points').focus();
      return;
    }
    await this.#source.decide(answer, points, this.#field('note').value.trim());
    await this.show();
    // On to the next one, without a hand on the mouse.
    if (this.#now.answer) this.#field('points').focus();
  }

  #part(name: string): HTMLElement {
    return this.#element.querySelector(`[data-part="${name}"]`) as HTMLElement;
  }

  #field(name: string): HTMLInputElement {
    return this.#element.querySelector(`[name="${name}"]`) as HTMLInputElement;
  }
}
