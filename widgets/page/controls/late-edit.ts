/** Brings the code that edits a figure by hand, for few figures can be; what is done to it meanwhile happens when it is here. */
import { focusedNear } from '../../controls/focused.ts';
import type { Instance } from '../instance.ts';
import { LatePart } from '../late-part.ts';
import type { FigureEdit } from './edit-figure.ts';

const KEPT = ['pointerdown', 'pointerup', 'click', 'keydown'] as const;

export class LateEdit {
  readonly #part: LatePart<FigureEdit>;

  constructor(instance: Instance) {
    const figure = instance.stage.part('figure');
    const keep = (event: Event): void => this.replay(event);
    const bring = (): void => void this.#part.use(() => undefined);
    this.#part = new LatePart(
      async () => {
        const code = await import('./edit-figure.ts');
        for (const name of KEPT) figure.removeEventListener(name, keep);
        return new code.FigureEdit(instance);
      },
      (sentence) => instance.tell(sentence),
    );
    for (const name of KEPT) figure.addEventListener(name, keep);
    for (const name of ['pointerover', 'focusin']) figure.addEventListener(name, bring);
    if (figure.contains(focusedNear(figure))) bring();
  }

  /** Takes what happened while this code was on its way. */
  replay(event: Event): void {
    void this.#part.use((edit) => edit.replay(event));
  }
}
