/** Controls that are set by more than a text field: each is woken when it is first near to be seen, because its code comes with it. */
import type { LiveSurface } from '../../controls/live.ts';
import type { Table } from '../../kit/contract/params.ts';
import { FIRST_WORDS } from '#words/widgets/kit/words/first-words';
import type { Instance } from '../instance.ts';
import { askAgain, sayWhenLate } from '../late.ts';

export class Surfaces {
  readonly #form: HTMLFormElement;
  readonly #instance: Instance;
  readonly #live: LiveSurface[] = [];

  constructor(form: HTMLFormElement, instance: Instance) {
    this.#form = form;
    this.#instance = instance;
    // Nearly in sight, so that a focus that goes from control to control finds it awake.
    const near = { rootMargin: '100%' };
    const watch = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        watch.unobserve(target);
        void this.#wake(target as HTMLElement);
      }
    }, near);
    for (const place of form.querySelectorAll('[data-surface]')) watch.observe(place);
  }

  /** They take over what their fields say. */
  show(): void {
    for (const one of this.#live) one.show();
  }

  async #wake(place: HTMLElement): Promise<void> {
    const say = (sentence: string): void => this.#instance.tell(sentence);
    let isLate = false;
    place.onclick = () => isLate && askAgain(say, () => isLate);
    const { widget } = this.#instance;
    const waking = import('./wake-surface.ts').then((code) =>
      code.wakeSurface(place, this.#form, widget.params as Table, (name, text) =>
        this.#instance.drag(name, text, true),
      ),
    );
    const onLate = (sentence: string): void => {
      isLate = sentence !== '';
      say(sentence);
    };
    try {
      this.#live.push(await sayWhenLate(waking, onLate));
      place.onclick = null;
    } catch (error) {
      console.error(error);
      say(FIRST_WORDS.notLoaded);
      // The text below it does the same meanwhile.
      place.onclick = () => this.#wake(place);
    }
  }
}
