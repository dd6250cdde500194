/** What the experiment answers to a committed prediction, whatever its form. */
import { offerWay, Progress } from './beside.ts';
import { formOf } from './form-of.ts';
import type { Comparison, FormAnswer, PredictionData, Told } from './form.ts';
import { watchHand, type Hand } from './hand.ts';
import { inTurn } from './queue.ts';
import { ANSWERS } from '#words/src/tasks/kinds/prediction/words';
import { sayTakenAway } from '../../practice/page/link-limits.ts';
import { propose } from '../../practice/page/proposal.ts';
import type { QuestionFrame } from '../../practice/page/question-frame.ts';
import { textOf } from '../../fields/text-of.ts';
import { bringSaid } from '../../practice/page/verdict.ts';
import { NO_EXPERIMENT } from '#words/src/tasks/practice/page/words';
import type { Found, GivenAnswer, KeptAnswer } from '../../storage/pure/work.ts';
import {
  type ExperimentAttributes,
  OUTCOME,
  SPREAD,
} from '../../../../widgets/kit/contract/border.ts';

type Frame = QuestionFrame<PredictionData>;

/** Asks for the runs that answer one prediction, waits for them, and says how they compare. */
export class RunAnswer {
  readonly #frame: Frame;
  readonly #form: FormAnswer;
  /** A link has locked what the run needs: it cannot be asked for. */
  readonly #isLocked: boolean;
  readonly #progress: Progress;
  #waiting: Waiting | undefined;
  /** From the moment it is asked until it is answered. */
  #hand: Hand | undefined;
  /** What stands there of a run. */
  #told = '';

  constructor(frame: Frame) {
    const { data, element } = frame;
    const form = formOf(data).answer(data, (id) => textOf(element, id));
    this.#frame = frame;
    this.#form = form;
    this.#progress = new Progress(element, data.instance);
    this.#isLocked = sayTakenAway(frame, form.needs, data.labels).length > 0;
    for (const name of [OUTCOME, SPREAD]) {
      document.addEventListener(name, (event) => this.#hear(event as Told));
    }
  }

  /** Lets the experiment answer, now or after what it is answering. */
  ask(): void {
    const { instance } = this.#frame.data;
    unveilOthers(this.#frame.data);
    if (!document.getElementById(instance)) {
      this.#frame.say(NO_EXPERIMENT);
      return;
    }
    offerWay(this.#frame.element, instance);
    this.#draw(undefined, true);
    if (this.#isLocked) {
      this.#onlyReveal('locked');
      return;
    }
    this.#hand?.leave();
    this.#hand = watchHand(instance);
    if (!this.#askInTurn()) this.#wait('queued');
  }

  /** The experiment shows itself, and keeps the settings that it has. */
  #onlyReveal(waiting: Waiting): void {
    this.#wait(waiting);
    propose(this.#frame.data.instance, { settings: {}, reveal: true });
  }

  #draw(found: Found | undefined, isNew: boolean): void {
    this.#form.draw?.(this.#frame.element, this.#guess, found, isNew);
  }

  /** True when the experiment is asked now. */
  #askInTurn(isNext = false): boolean {
    const { instance } = this.#frame.data;
    const isOff = (): boolean => this.#hand?.hasMoved() === true;
    return inTurn(instance, {
      answer: this.#form.by,
      ask: () => {
        if (!isNext) this.#wait('running');
        propose(instance, { fresh: true, reveal: true, isOff, ...this.#form.ask(this.#guess) });
      },
      isOff,
      onOff: () => this.#onlyReveal('unasked'),
      // The experiment says aloud why, and may stand out of sight.
      onLost: (fault) => {
        if (this.#waiting !== 'running') return;
        this.#wait('unasked', true, fault);
        if (fault !== undefined) bringSaid(this.#frame.element, true);
      },
    });
  }

  /** After a reload: says what was said, and lifts the veil where its answer, or the run that the address asks for, has been seen before. */
  restore({ answer, saw, found }: KeptAnswer): void {
    const { data } = this.#frame;
    unveilOthers(data);
    offerWay(this.#frame.element, data.instance);
    this.#draw(found, false);
    if (saw === undefined) this.#wait(this.#isLocked ? 'locked' : 'unasked', true);
    else this.#say(saw, found, true);
    const element = document.getElementById(data.instance);
    const veil = element ? (element.dataset as ExperimentAttributes).veil : undefined;
    // The build has drawn what the veil hides; nothing needs to run.
    const isSeen = veil === data.id || location.search.includes(`${data.instance}.`);
    if (veil !== undefined && isSeen) propose(data.instance, { settings: {}, reveal: true });
    const shown = this.#form.shown?.(answer);
    if (shown) propose(data.instance, { settings: {}, remember: true, ...shown });
  }

  get #guess(): GivenAnswer {
    return this.#frame.kept?.answer ?? null;
  }

  #wait(waiting: Waiting, quietly = false, fault = ''): void {
    this.#waiting = waiting;
    if (waiting === 'unasked') this.#hand?.leave();
    this.#progress.show(waiting === 'running' || waiting === 'queued');
    this.#frame.hide('[data-does="compare"]', waiting !== 'unasked');
    const sentence = waitingWords(this.#form.kept(this.#guess), waiting);
    this.#frame.say(`${sentence} ${fault}`.trim(), [], quietly);
  }

  #hear(event: Told): void {
    const { data, kept } = this.#frame;
    if (!kept || event.detail.id !== data.instance) return;
    const comparison = this.#form.compare(kept.answer, event);
    if (comparison) this.#take(comparison);
    // Another run than the one that would have answered: the reader may ask for it again.
    else if (this.#waiting === 'running' && event.type === this.#form.by) {
      this.#wait('unasked', true);
    }
  }

  #take(comparison: Comparison): void {
    const frame = this.#frame;
    if ('more' in comparison) {
      // A run that the reader has made by hand asks for no other.
      if (this.#waiting === 'running') this.#askInTurn(true);
      return;
    }
    const isTold = this.#waiting === undefined;
    this.#waiting = undefined;
    this.#hand?.leave();
    this.#progress.show(false);
    frame.hide('[data-does="compare"]', true);
    if ('why' in comparison) {
      this.#told = '';
      frame.say(ANSWERS.none(comparison.why));
      return;
    }
    const { sentence, found } = comparison;
    // The same run again, by undo or for another question, is no news.
    if (sentence === this.#told && isTold) return;
    this.#draw(found, true);
    this.#say(sentence, found);
    frame.mark('told');
    bringSaid(frame.element);
    // What the first run said is kept with the prediction; later runs are shown only.
    if (frame.kept && frame.kept.saw === undefined) {
      frame.keepComparison(frame.kept, sentence, found);
    }
  }

  /** What was said of an answer comes after what the run says. */
  #say(sentence: string, found: Found | undefined, quietly = false): void {
    this.#told = sentence;
    const picked = Array.isArray(this.#guess) ? this.#guess : [];
    const about =
      this.#form.about?.(this.#guess, found) ?? picked.filter((one) => typeof one === 'string');
    this.#frame.say(`${sentence} ${this.#frame.data.after}`, about, quietly);
  }
}

/** Its own experiment lifts its veil with the answer; others that wait for the same prediction have nothing more to wait for. */
function unveilOthers({ id, instance }: PredictionData): void {
  for (const one of document.querySelectorAll<HTMLElement>(`[data-veil="${id}"]`)) {
    if (one.id !== instance) delete (one.dataset as ExperimentAttributes).veil;
  }
}

/**
 * How far the answer to a committed prediction is: on its way, behind another one, still to be asked for, or not to be had
 * on this page, because the link that opened it has locked what the run needs.
 */
type Waiting = 'running' | 'queued' | 'unasked' | 'locked';

/** The sentence for a prediction that has no answer yet; `kept` says what was committed. */
export function waitingWords(kept: string, waiting: Waiting): string {
  if (waiting === 'queued') return ANSWERS.queued;
  return waiting === 'running' ? `${kept} ${ANSWERS.running}`.trim() : kept;
}
