/**
 * Registers a widget's element. What it shows, the build has drawn; so the code that runs it is fetched when the reader
 * first touches it, when the address asks for other settings, or when a question proposes some.
 */
import { PROPOSE, type ExperimentAttributes } from '../kit/contract/border.ts';
import type { AnyWidget } from '../kit/contract/widget.ts';
import { askAgain, sayWhenLate } from './late.ts';
import { FIRST_WORDS } from '../kit/words/first-words.ts';

// Moves, not `pointerover`: a page that opens under a resting pointer is touched by nobody.
const TOUCHES = ['pointermove', 'pointerdown', 'focusin', 'click', 'change', PROPOSE] as const;

const OPERATED = 'button, input, select, [data-handle], [data-ground]';
/** A mark that is taken hold of before the code is here is in the hand when it comes. */
const HANDLE = '[data-handle]';
/** A second press on this button would stop what the first one has begun. */
const RUN = '[data-part="run"]';

/** Read once for all experiments: it may be long, and each look at it copies it. */
const SEARCH = location.search;

/** Defines the element of a tag; `load` brings the widget's facts. Safe to call twice. */
export function defineWidget(tag: string, load: () => Promise<AnyWidget>): void {
  if (!customElements.get(tag)) customElements.define(tag, elementOf(load));
}

function elementOf(load: () => Promise<AnyWidget>): CustomElementConstructor {
  return class extends HTMLElement {
    #asked: Promise<void> | undefined;
    /** What happened while the code was on its way: it happens again when the code is here. */
    #missed: Event[] = [];
    #isLate = false;
    #failures = 0;
    #isPressedFor = false;

    connectedCallback(): void {
      if (this.#asked) return;
      for (const touch of TOUCHES) this.addEventListener(touch, this.#touch);
      // A veil may now be lifted by its question only.
      this.dataset['awake'] = '';
      if (SEARCH.includes(`${this.id}.`)) this.#wake();
    }

    readonly #touch = (event: Event): void => {
      // Reading a fold needs no code, and neither does passing over text.
      if (event.type !== PROPOSE && !(event.target as Element).closest(OPERATED)) return;
      if (this.#isLate && event.type === 'click') {
        void askAgain(this.#say, () => this.#isLate);
        return;
      }
      if (this.#isMissed(event)) this.#missed.push(event);
      this.#isPressedFor ||= event.type === 'click';
      this.#wake();
    };

    #isMissed(event: Event): boolean {
      const of = (one: Event, part: string): boolean =>
        one.type !== PROPOSE && (one.target as Element).closest(part) !== null;
      if (event.type === 'pointerdown') return of(event, HANDLE);
      if (event.type === 'click' && of(event, RUN)) {
        return !this.#missed.some((one) => one.type === 'click' && of(one, RUN));
      }
      return event.type === PROPOSE || event.type === 'click';
    }

    #wake(): void {
      if (this.#asked) return;
      const code = Promise.all([load(), import('./experiment.ts')]);
      const onLate = (sentence: string): void => {
        this.#isLate = sentence !== '';
        this.#say(sentence);
      };
      this.#asked = sayWhenLate(code, onLate)
        .then(whole)
        .then(
          ([widget, Experiment]) => {
            for (const touch of TOUCHES) this.removeEventListener(touch, this.#touch);
            const experiment = new Experiment(widget, this);
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
      delete this.dataset['veil'];
      // Who waits for a run of it hears that none comes.
      (this.dataset as ExperimentAttributes).state = 'failed';
      this.#say(FIRST_WORDS.notLoaded);
      this.#failures += 1;
      const isAgain = this.#isPressedFor && this.#failures > 1;
      this.#isPressedFor = false;
      if (isAgain) void askAgain(this.#say, () => !this.#asked);
    }

    readonly #say = (sentence: string): void => {
      const status = this.querySelector('[data-part="status"]');
      if (status) status.textContent = sentence;
    };
  };
}

/** Facts and experiment; throws where an empty file has come in their place. */
function whole<E>(code: readonly [AnyWidget, { readonly Experiment?: E }]): [AnyWidget, E] {
  const [widget, { Experiment }] = code;
  if (!Experiment) throw new Error('The code of the experiments is not whole.');
  return [widget, Experiment];
}
