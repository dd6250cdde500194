/** What a committed prediction says while it has no answer. */
import { ANSWERS } from '#words/src/tasks/kinds/prediction/answer-words';

/**
 * How far the answer to a committed prediction is: on its way, behind another one, still to be asked for, or not to be had
 * on this page, because the link that opened it has locked what the run needs.
 */
export type Waiting = 'running' | 'queued' | 'unasked' | 'locked';

/** The sentence for a prediction that has no answer yet; `kept` says what was committed. */
export function waitingWords(kept: string, waiting: Waiting): string {
  if (waiting === 'queued') return ANSWERS.queued;
  return waiting === 'running' ? `${kept} ${ANSWERS.running}`.trim() : kept;
}
