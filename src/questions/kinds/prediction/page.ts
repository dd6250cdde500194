/** A prediction on the page: commit, then the experiment answers, then both stand side by side. */
import { PREDICTED, type QuestionAttributes } from '../../../../widgets/kit/contract/border.ts';
import { typedField, type LockableField } from '../../page/answer-field.ts';
import type { QuestionFrame } from '../../page/question-frame.ts';
import type { GivenAnswer } from '../../work/pure/work.ts';
import { curveField } from './curve-field.ts';
import type { PredictionData } from './data.ts';
import { checkPrediction } from './judge/check.ts';
import { RunAnswer } from './run-answer.ts';
import { PREDICTIONS } from './words.ts';

type Frame = QuestionFrame<PredictionData>;

/** Wakes a question that is answered before its experiment shows. */
export function wakePrediction(frame: Frame): void {
  const { data, element } = frame;
  // Kept with every point: a page may be left in the middle of a stroke.
  const keep = (): void => keepDraft(frame, field);
  const field = data.spread ? curveField(element, data, keep) : typedField(element);
  const run = new RunAnswer(frame);
  const commit = (guess: GivenAnswer): void => {
    close(frame, field);
    if (guess === null) field.write(null);
    frame.record({ kind: 'prediction', answer: guess }, { answer: guess });
    run.ask();
  };
  const restore = (): void => {
    const { kept } = frame;
    if (!kept || isCommitted(frame)) return;
    close(frame, field);
    field.write(kept.answer);
    run.restore(kept);
  };
  frame.onSubmit(() => {
    const guess = field.read();
    const { readable, feedback } = checkPrediction(data, guess);
    const missing = data.spread ? data.spread.values.length - guess.length : 0;
    frame.refuse(!readable);
    if (readable && missing === 0) commit(guess);
    else {
      frame.say(
        missing > 0 ? `${PREDICTIONS.draw} ${PREDICTIONS.missingPoints(missing)}` : feedback,
      );
      field.focus();
    }
  });
  frame.on('skip', () => commit(null));
  frame.on('compare', () => run.ask());
  run.listen();
  frame.store.addEventListener('change', restore);
  restore();
  if ('touched' in element.dataset) keep();
  else if (frame.draft !== undefined && !isCommitted(frame)) {
    field.write(frame.draft);
    frame.sayDraft();
  }
  element.addEventListener('input', keep);
}

const isCommitted = ({ element }: Frame): boolean =>
  (element.dataset as QuestionAttributes).committed !== undefined;

/** Until it is committed, what is typed or drawn is kept as it stands. */
function keepDraft(frame: Frame, field: LockableField): void {
  if (isCommitted(frame)) return;
  frame.refuse(false);
  frame.keepDraft(field.read());
}

function close(frame: Frame, field: LockableField): void {
  (frame.element.dataset as QuestionAttributes).committed = '';
  field.lock();
  for (const button of ['[data-part="submit"]', '[data-does="skip"]']) frame.hide(button, true);
  frame.element.dispatchEvent(new Event(PREDICTED, { bubbles: true }));
}
