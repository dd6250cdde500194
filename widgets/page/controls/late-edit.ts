/** Brings the code that edits a figure by hand, for few figures can be; what is done to it meanwhile happens when it is here. */
import type { AnyWidget } from '../../kit/contract/widget.ts';
import { FIRST_WORDS } from '#words/widgets/kit/words/first-words';
import { sayWhenLate } from '../late.ts';
import type { EditHost, FigureEdit } from './edit-figure.ts';

const KEPT = ['pointerdown', 'click'] as const;

export class LateEdit {
  readonly #bring: () => void;
  #edit: FigureEdit | undefined;
  #missed: Event[] = [];

  /** `say` hears that the code is late or does not come. */
  constructor(
    widget: AnyWidget,
    figure: HTMLElement,
    host: EditHost,
    say: (sentence: string) => void,
  ) {
    const keep = (event: Event): void => this.replay(event);
    for (const name of KEPT) figure.addEventListener(name, keep);
    let isAsked = false;
    this.#bring = (): void => {
      if (isAsked) return;
      isAsked = true;
      sayWhenLate(import('./edit-figure.ts'), say)
        .then(({ FigureEdit }) => {
          for (const name of KEPT) figure.removeEventListener(name, keep);
          this.#edit = new FigureEdit(widget, figure, host);
          for (const event of this.#missed) this.#edit.replay(event);
        })
        .catch((error: unknown) => {
          console.error(error);
          say(FIRST_WORDS.notLoaded);
        });
    };
    // A pointer comes to the figure; keys come by way of what else is in the experiment.
    figure.addEventListener('pointerover', this.#bring);
    const experiment = figure.closest('.experiment');
    experiment?.addEventListener('focusin', this.#bring);
    if (experiment?.contains(document.activeElement)) this.#bring();
  }

  /** Takes what happened while this code was on its way. */
  replay(event: Event): void {
    this.#bring();
    if (this.#edit) this.#edit.replay(event);
    else this.#missed.push(event);
  }
}
