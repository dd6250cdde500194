/** What stands beside the verdict of a committed prediction: how far its run is, and the way to the experiment. */
import { ANSWERS } from '#words/src/tasks/kinds/prediction/words';
import type { ExperimentAttributes } from '../../../../widgets/kit/contract/border.ts';

/** A run that is over before that shows no progress, in milliseconds. */
const SLOW = 500;

/** A link to the experiment, or to its curve where that is open; nothing moves until it is followed, and then the focus goes along. */
export function offerWay(question: HTMLElement, instance: string): void {
  const actions = question.querySelector('.question-actions');
  if (!actions || actions.querySelector('[data-part="see"]')) return;
  const link = document.createElement('a');
  link.dataset['part'] = 'see';
  link.textContent = ANSWERS.see;
  link.href = `#${instance}`;
  link.addEventListener('click', () => {
    const curve = document.getElementById(`${instance}--spread`);
    const isCurve = question.dataset['form'] === 'curve' && curve?.hidden === false;
    link.href = `#${isCurve ? curve.id : instance}`;
    const target = isCurve ? curve : document.getElementById(instance);
    if (target) target.tabIndex = -1;
    target?.focus({ preventScroll: true });
  });
  actions.prepend(link);
}

/** The progress of an experiment, shown in a question that waits for it and is held where it is. */
export class Progress {
  readonly #question: HTMLElement;
  readonly #instance: string;
  #end: (() => void) | undefined;

  constructor(question: HTMLElement, instance: string) {
    this.#question = question;
    this.#instance = instance;
  }

  /** Shows it from now on, as soon as the run is no quick one, or takes it away. */
  show(isShown: boolean): void {
    if (isShown === (this.#end !== undefined)) return;
    this.#end?.();
    this.#end = isShown ? this.#begin() : undefined;
  }

  #begin(): () => void {
    const experiment = document.getElementById(this.#instance);
    const letGo = experiment && holdStill(this.#question, experiment);
    const place = document.createElement('label');
    const bar = document.createElement('progress');
    place.className = 'answer-progress';
    place.append(bar, ANSWERS.wait);
    const watch = new MutationObserver(() => {
      const { share } = (experiment?.dataset ?? {}) as ExperimentAttributes;
      if (share !== undefined) bar.value = Number(share);
    });
    if (experiment) watch.observe(experiment, { attributeFilter: ['data-share'] });
    const form = this.#question.querySelector('form');
    const slow = setTimeout(() => form?.append(place), SLOW);
    return () => {
      letGo?.();
      clearTimeout(slow);
      watch.disconnect();
      place.remove();
    };
  }
}

/** The last growth comes with the answer: so much later the browser may hold the page again, in milliseconds. */
const SETTLED = 1000;
/** How many hold the page now. */
let holding = 0;

/**
 * Holds it from now on, whether the experiment stands above or below; call what is given back when nothing grows any more.
 * Not every browser anchors what is read, and one that does may anchor the experiment.
 */
function holdStill(question: HTMLElement, experiment: HTMLElement): () => void {
  const placeOf = (): number => question.getBoundingClientRect().top + scrollY;
  let place = placeOf();
  const watch = new ResizeObserver(() => {
    const growth = placeOf() - place;
    place += growth;
    // Who has gone back up sees it grow.
    const isRead = place - growth < scrollY + innerHeight;
    if (growth !== 0 && isRead) scrollBy({ top: growth, behavior: 'instant' });
  });
  // The page, too: what else stands above may grow meanwhile, as text does when its font comes.
  for (const one of [experiment, document.body]) watch.observe(one);
  anchor(1);
  return () => {
    setTimeout(() => {
      watch.disconnect();
      anchor(-1);
    }, SETTLED);
  };
}

/** The browser's own anchoring would move the page a second time. */
function anchor(change: 1 | -1): void {
  holding += change;
  document.documentElement.style.overflowAnchor = holding > 0 ? 'none' : '';
}
