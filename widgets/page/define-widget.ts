/**
 * Registers a widget's element. What it shows, the build has drawn; so the code that runs it is fetched when the reader
 * first touches it, when the address asks for other settings, or when a question proposes some.
 */
import { PROPOSE, type ExperimentAttributes } from '../kit/contract/border.ts';
import type { AnyWidget } from '../kit/contract/widget.ts';
import { factsIn, type FactsModule } from '../load.ts';
import { keepStrokes } from './controls/first-strokes.ts';
import { askAgain, bring, sayWhenLate } from './late.ts';
import { FIRST_WORDS } from '#words/widgets/kit/words/first-words';

// Moves, not `pointerover`: a page that opens under a resting pointer is touched by nobody.
const TOUCHES = [
  'pointermove',
  'pointerdown',
  'keydown',
  'focusin',
  'click',
  'change',
  PROPOSE,
] as const;

const OPERATED = 'button,input,select,[data-handle],[data-ground],[data-row]';
/** A mark that is taken hold of before the code is here is in the hand when it comes; a key that is pressed on it counts. */
const HANDLE = '[data-handle]';
/** A second press on this button would stop what the first one has begun. */
const RUN = '[data-part="run"]';

/** Read once for all experiments: it may be long, and each look at it copies it. */
const SEARCH = location.search;

/** Defines the element of each experiment there; what brings its facts stands in its `data-code`. Safe to call twice. */
export function defineExperiments(root: ParentNode): void {
  for (const { localName, dataset } of root.querySelectorAll<HTMLElement>('[data-code]')) {
    defineWidget(localName, () => bringFacts(localName, dataset['code'] ?? ''));
  }
}

/**
 * The first file has the facts; the others are those that it imports, asked for at once and not one after the other. Where one of
 * those does not come, or comes empty, the first one does not either.
 */
async function bringFacts(tag: string, code: string): Promise<AnyWidget> {
  const [facts = '', ...imported] = code.split(' ');
  // In the one file they are no files, and nothing is answered.
  for (const file of imported)
    Promise.resolve(import(/* @vite-ignore */ file)).catch(() => undefined);
  return factsIn(await bring<FactsModule>(() => import(/* @vite-ignore */ facts), facts), tag);
}

/** Defines the element of a tag; `load` brings the widget's facts. Safe to call twice. */
export function defineWidget(tag: string, load: () => Promise<AnyWidget>): void {
  if (!customElements.get(tag)) customElements.define(tag, elementOf(load));
}

function elementOf(load: () => Promise<AnyWidget>): CustomElementConstructor {
  return class extends HTMLElement {
    #asked: Promise<void> | undefined;
    /** What happened while the code was on its way: it happens again when the code is here. */
    #missed: Event[] = [];
    #isRunMissed = false;
    #isLate = false;

    connectedCallback(): void {
      if (this.#asked) return;
      for (const touch of TOUCHES) this.addEventListener(touch, this.#touch);
      keepStrokes(this);
      // A veil may now be lifted by its question only.
      this.dataset['awake'] = '';
      const sliders = [...this.querySelectorAll<HTMLInputElement>('[data-slides][value]')];
      // A slider may have been moved before this script was here.
      const isMoved = sliders.some(({ value, defaultValue }) => value !== defaultValue);
      if (isMoved || SEARCH.includes(`${this.id}.`)) this.#wake();
    }

    readonly #touch = (event: Event): void => {
      const isAsked = event.type === PROPOSE;
      const isPress = event.type === 'click';
      const isOn = (part: string): boolean => (event.target as Element).closest(part) !== null;
      // Reading a fold needs no code, and neither does passing over text.
      if (!isAsked && !isOn(OPERATED)) return;
      if (this.#isLate && isPress) {
        void askAgain(this.#say, () => this.#isLate);
        return;
      }
      const isRun = isPress && isOn(RUN);
      const isTaken = /own$/.test(event.type) && isOn(HANDLE);
      if (isAsked || isTaken || (isPress && !(isRun && this.#isRunMissed))) {
        this.#missed.push(event);
      }
      this.#isRunMissed ||= isRun;
      this.#wake();
    };

    #wake(): void {
      if (this.#asked) return;
      const code = Promise.all([load(), import('./experiment.ts')]);
      const onLate = (sentence: string): void => {
        this.#isLate = sentence !== '';
        this.#say(sentence);
      };
      this.#asked = sayWhenLate(code, onLate)
        .then(([widget, { wake }]) => wake(widget, this))
        .then(
          (experiment) => {
            for (const touch of TOUCHES) this.removeEventListener(touch, this.#touch);
            for (const event of this.#missed) experiment.replay(event);
          },
          (error: unknown) => this.#fail(error),
        );
    }

    #fail(error: unknown): void {
      console.error(error);
      // The next touch tries again; the answer is not held back from a reader whose line is down.
      this.#asked = undefined;
      this.#missed = [];
      this.#isRunMissed = false;
      delete this.dataset['veil'];
      // Who waits for a run of it hears that none comes.
      Object.assign(this.dataset, {
        state: 'failed',
        fault: FIRST_WORDS.notLoaded,
      } satisfies ExperimentAttributes);
      this.#say(FIRST_WORDS.notLoaded);
    }

    readonly #say = (sentence: string): void => {
      const status = this.querySelector('[data-part="status"]');
      if (status) status.textContent = sentence;
    };
  };
}
