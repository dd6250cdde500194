/**
 * A button in the text that sets an experiment up. It proposes, as a question does, so that undo takes it back; the focus
 * stays on it, for the reader goes on reading.
 */
import {
  type ExperimentAttributes,
  PREDICTED,
  PROPOSE,
  type ProposeDetail,
  type QuestionAttributes,
  SPREAD,
} from '../../kit/contract/border.ts';
import type { Device, Run } from '../device/device.ts';
import type { AnySettings } from '../../kit/contract/params.ts';
import type { SpreadAsk } from '../../kit/spread/spread.ts';
import { bringInSight } from '../controls/in-sight.ts';
import { BACK_TO_TEXT, PREDICT_FIRST, TO_EXPERIMENT } from '#words/widgets/page/in-text/words';

/** A figure of which less can be seen is brought into sight. */
const ENOUGH = 0.6;
/** The way back that is offered stands in one experiment at a time. */
let wayBack: Element | undefined;

/** Wakes what sets an experiment up: such a button, or what times the reader's device first. */
export async function setsUp(element: HTMLElement, run: Run): Promise<SetUp | Device> {
  if (element.dataset['measures'] === undefined) return new SetUp(element);
  const code = await import('../device/device.ts');
  return new code.Device(element, run);
}

/** Wakes one such button; its element names the experiment, the settings, and the predictions that the run would answer. */
class SetUp {
  readonly #element: HTMLElement;
  readonly #experiment: HTMLElement | null;
  readonly #status = document.createElement('span');
  #isWaiting = false;

  constructor(element: HTMLElement) {
    this.#element = element;
    this.#status.role = 'status';
    element.append(this.#status);
    this.#experiment = document.getElementById(element.dataset['setsUp'] ?? '');
    element.addEventListener('click', (event) => this.replay(event));
    document.addEventListener(PREDICTED, () => {
      if (this.#isWaiting && this.#open === undefined) this.#say();
    });
  }

  /** Takes a press, also one that came while this code was on its way. */
  replay(event: Event): void {
    if (event.type !== 'click' || !(event.target as Element).closest('button')) return;
    const open = this.#open;
    this.#isWaiting = open !== undefined;
    this.#say(open);
    if (open !== undefined) return;
    this.#status.replaceChildren(this.#onward);
    if (this.#spread) {
      // The curve has its place when it is drawn.
      const bring = (): void => this.#bringInSight('spread');
      this.#experiment?.addEventListener(SPREAD, bring, { once: true });
    } else this.#bringInSight('figure');
    this.#propose();
  }

  /** The curve that it draws. */
  get #spread(): SpreadAsk | undefined {
    const { spread } = this.#element.dataset;
    return spread === undefined ? undefined : (JSON.parse(spread) as SpreadAsk);
  }

  #propose(): void {
    const settings = JSON.parse(this.#element.dataset['settings'] ?? '{}') as AnySettings;
    const spread = this.#spread;
    const detail: ProposeDetail = { settings, fresh: true, run: true, ...(spread && { spread }) };
    this.#experiment?.dispatchEvent(new CustomEvent(PROPOSE, { detail }));
  }

  /** Seen when the Tab key comes to it: leads to what can be changed in the figure, or to the experiment. */
  get #onward(): HTMLButtonElement {
    const button = document.createElement('button');
    Object.assign(button, { type: 'button', textContent: TO_EXPERIMENT, className: 'onward' });
    button.addEventListener('click', (event) => {
      event.stopPropagation();
      const experiment = this.#experiment;
      if (!experiment) return;
      this.#offerWayBack();
      const marks = experiment.querySelectorAll<SVGElement>('[data-handle][tabindex="0"]');
      const mark = [...marks].find((one) => one.checkVisibility());
      if (!mark) experiment.tabIndex = -1;
      (mark ?? experiment).focus({ preventScroll: true });
      bringInSight(experiment);
    });
    return button;
  }

  /** The first prediction that this would give away and that is still to be made. */
  get #open(): string | undefined {
    const { after = '' } = this.#element.dataset;
    return after.split(' ').find((id) => id !== '' && this.#isOpen(id));
  }

  /** Says which prediction comes first, or nothing. */
  #say(id?: string): void {
    const link = document.createElement('a');
    link.href = `#question-${id ?? ''}`;
    link.textContent = PREDICT_FIRST;
    this.#status.replaceChildren(...(id === undefined ? [] : [' (', link, ')']));
  }

  /** Whether a prediction is still to be made; who has asked to see everything need not make that one. */
  #isOpen(id: string): boolean {
    const question = document.getElementById(`question-${id}`);
    if (!question) return false;
    const { committed, failed } = question.dataset as QuestionAttributes;
    if ((committed ?? failed) !== undefined) return false;
    const { veil } = (this.#experiment?.dataset ?? {}) as ExperimentAttributes;
    return veil === id || this.#element.dataset['veiledBy'] !== id;
  }

  #bringInSight(name: 'figure' | 'spread'): void {
    const part = this.#experiment?.querySelector(`[data-part="${name}"]`);
    if (!part || !this.#experiment) return;
    const { top, bottom, height } = part.getBoundingClientRect();
    const seen = Math.min(bottom, innerHeight) - Math.max(top, 0);
    if (seen >= ENOUGH * Math.min(height, innerHeight)) return;
    const wayBack = this.#offerWayBack();
    if (name === 'figure') return bringInSight(this.#experiment);
    part.before(wayBack);
    wayBack.scrollIntoView({ block: 'start', behavior: 'instant' });
  }

  /** Who was taken away from the text finds back to where it was left. */
  #offerWayBack(): Element {
    const button = document.createElement('button');
    Object.assign(button, { type: 'button', textContent: BACK_TO_TEXT });
    wayBack?.remove();
    wayBack = document.createElement('p');
    wayBack.className = 'way-back';
    wayBack.append(button);
    button.addEventListener('click', () => {
      wayBack?.remove();
      this.#element.scrollIntoView({ block: 'center', behavior: 'instant' });
      this.#element.querySelector('button')?.focus({ preventScroll: true });
    });
    this.#experiment?.querySelector('.dock')?.prepend(wayBack);
    return wayBack;
  }
}
