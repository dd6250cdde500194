/** Predictions about one experiment are answered one after the other: a run that is on its way is not taken from under another. */
import {
  type ExperimentAttributes,
  type OUTCOME,
  type RunState,
  type SPREAD,
} from '../../../../widgets/kit/contract/border.ts';

type AnswerEvent = typeof OUTCOME | typeof SPREAD;

/** What each experiment still owes, by its id. */
const owed = new Map<string, Promise<void>>();
/** States of an experiment in which nothing comes any more. */
const LOST: readonly (RunState | undefined)[] = ['failed', 'idle', 'partial'];

/** What is asked of an experiment when its turn comes. */
interface Turn {
  /** The event that the experiment will answer with. */
  readonly answer: AnswerEvent;
  ask(): void;
  /** Whether the reader has moved on meanwhile: then nothing is asked. */
  isOff(): boolean;
  onOff(): void;
  /** Its run has failed, for this reason, or was stopped. */
  onLost(fault?: string): void;
}

/** Asks the experiment now, or as soon as it has answered what was asked before; true when it was now. */
export function inTurn(instance: string, turn: Turn): boolean {
  const before = owed.get(instance);
  const go = async (): Promise<void> => {
    if (turn.isOff()) {
      turn.onOff();
      return;
    }
    const over = untilOver(instance, turn);
    turn.ask();
    await over;
  };
  const isOver = before ? before.then(go) : go();
  owed.set(instance, isOver);
  void isOver.then(() => {
    if (owed.get(instance) === isOver) owed.delete(instance);
  });
  return before === undefined;
}

/** Resolves with the answer, or when none will come, or when the reader turns to the experiment for something else. */
function untilOver(instance: string, { answer, onLost }: Turn): Promise<void> {
  const element = document.getElementById(instance);
  if (!element) return Promise.resolve(onLost());
  return new Promise((resolve) => {
    const over = new AbortController();
    const end = (): void => {
      over.abort();
      watch.disconnect();
      resolve();
    };
    const watch = new MutationObserver(() => {
      const { state, fault } = element.dataset as ExperimentAttributes;
      if (!LOST.includes(state)) return;
      end();
      onLost(fault);
    });
    watch.observe(element, { attributeFilter: ['data-state'] });
    const { signal } = over;
    element.addEventListener(answer, end, { signal });
    // The next in line need not wait for a reader's own doing; but what they do may be to stop the run.
    for (const touch of ['click', 'change']) {
      element.addEventListener(touch, ({ isTrusted }) => isTrusted && resolve(), { signal });
    }
  });
}
