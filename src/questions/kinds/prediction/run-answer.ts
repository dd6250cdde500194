/** What the experiment answers to a committed prediction. */
import {
  type ExperimentAttributes,
  OUTCOME,
  SPREAD,
  type ProposeDetail,
} from '../../../../widgets/kit/contract/border.ts';
import type { Point } from '../../judge/answers.ts';
import { CHANGING } from '../../judge/words.ts';
import { CHANCE } from '../../judge/same-run.ts';
import { sayTakenAway, type NeededControls } from '../../page/link-limits.ts';
import { propose } from '../../page/proposal.ts';
import type { QuestionFrame } from '../../page/question-frame.ts';
import type { GivenAnswer, KeptAnswer } from '../../work/pure/work.ts';
import { compare, waitingWords, type Comparison, type Waiting } from './comparison.ts';
import type { PredictionData } from './data.ts';
import { inTurn } from './queue.ts';
import { ANSWERS } from './answer-words.ts';

/** Asks for the run that answers one prediction, waits for it, and says how the two compare. */
export class RunAnswer {
  readonly #frame: QuestionFrame<PredictionData>;
  /** A link has locked what the run needs: it cannot be asked for. */
  readonly #isLocked: boolean;
  #waiting: Waiting | undefined;

  constructor(frame: QuestionFrame<PredictionData>) {
    const { data } = frame;
    this.#frame = frame;
    this.#isLocked = sayTakenAway(frame, neededFor(data), data.labels).length > 0;
    for (const name of [OUTCOME, SPREAD]) {
      document.addEventListener(name, (event) => this.#hear(event));
    }
  }

  /** Lets the experiment answer, now or after what it is answering. */
  ask(): void {
    const { data, kept } = this.#frame;
    const { spread, measure, when: settings, instance } = data;
    const shows = spread
      ? (drawnCurve(data, kept?.answer ?? null) ?? { spread: { param: spread.param, measure } })
      : { run: true };
    const element = document.getElementById(instance);
    if (!element) {
      this.#frame.say(CHANGING.noExperiment);
      return;
    }
    if (this.#isLocked) {
      this.#wait('locked');
      propose(instance, { settings: {}, reveal: true });
      return;
    }
    const run = (): void => {
      this.#wait('running');
      propose(instance, { settings, fresh: true, reveal: true, ...shows });
    };
    const isNow = inTurn(instance, spread ? SPREAD : OUTCOME, run, () => {
      if (this.#waiting === 'running') this.#wait('unasked', true);
    });
    if (isNow) return;
    this.#wait('queued');
    // What is out of sight waits there: the reader is taken to the run that comes first.
    element.scrollIntoView({ block: 'nearest' });
  }

  /** After a reload: says what was said, and lifts the veil where its answer, or the run that the address asks for, has been seen before. */
  restore({ answer, saw }: KeptAnswer): void {
    const { data } = this.#frame;
    if (saw === undefined) this.#wait(this.#isLocked ? 'locked' : 'unasked', true);
    else this.#frame.say(`${saw} ${data.after}`, [], true);
    const element = document.getElementById(data.instance);
    const veil = element ? (element.dataset as ExperimentAttributes).veil : undefined;
    // The build has drawn what the veil hides; nothing needs to run.
    const isSeen = veil === data.id || location.search.includes(`${data.instance}.`);
    if (veil !== undefined && isSeen) propose(data.instance, { settings: {}, reveal: true });
    const drawn = drawnCurve(data, answer);
    if (drawn) propose(data.instance, { settings: {}, remember: true, ...drawn });
  }

  #wait(waiting: Waiting, quietly = false): void {
    const { data, kept } = this.#frame;
    this.#waiting = waiting;
    this.#frame.hide('[data-does="compare"]', waiting !== 'unasked');
    this.#frame.say(waitingWords(data, kept?.answer ?? null, waiting), [], quietly);
  }

  #hear(event: Event): void {
    const { data, kept } = this.#frame;
    const { id } = (event as CustomEvent<{ readonly id: string }>).detail;
    if (!kept || id !== data.instance) return;
    const comparison = compare(data, kept.answer, event);
    if (comparison) this.#show(comparison);
    // Another run than the one that would have answered: the reader may ask for it again.
    else if (this.#waiting === 'running' && (event.type === SPREAD) === Boolean(data.spread)) {
      this.#wait('unasked', true);
    }
  }

  #show(comparison: Comparison): void {
    const frame = this.#frame;
    this.#waiting = undefined;
    frame.hide('[data-does="compare"]', true);
    if ('why' in comparison) {
      frame.say(ANSWERS.none(comparison.why));
      return;
    }
    frame.say(`${comparison.sentence} ${frame.data.after}`);
    frame.mark('told');
    // What the first run said is kept with the prediction; later runs are shown only.
    if (frame.kept && frame.kept.saw === undefined) {
      frame.keepComparison(frame.kept, comparison.sentence);
    }
  }
}

/** The run that answers: with any seed, and for a line with every value of its setting. */
function neededFor({ instance, expected, spread }: PredictionData): NeededControls {
  const free = [...CHANCE, ...(spread ? [spread.param] : [])];
  const start = Object.entries(expected).filter(([name]) => !free.includes(name));
  return { instance, vary: spread ? [spread.param] : [], start: Object.fromEntries(start) };
}

/** A drawn line as the experiment takes it: in the measure's own unit, over the spread that answers it. */
function drawnCurve(
  { spread, shown, measure }: PredictionData,
  guess: GivenAnswer,
): Required<Pick<ProposeDetail, 'spread' | 'prediction'>> | undefined {
  if (!spread || !Array.isArray(guess)) return undefined;
  const points = guess as readonly Point[];
  return {
    spread: { param: spread.param, measure },
    prediction: points.map(({ x, y }) => ({ x, y: y / shown.scale })),
  };
}
