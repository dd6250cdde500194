/** A prediction on the page: commit, then the experiment answers, then both stand side by side. */
import { PREDICTED, type QuestionAttributes } from '../../../../widgets/kit/contract/border.ts';
import { typedField, type LockableField } from '../../page/answer-field.ts';
import { NOT_LOADED } from '../../page/loading-words.ts';
import { SHEET } from '../../page/missed.ts';
import type { QuestionFrame } from '../../page/question-frame.ts';
import { whole } from '../../page/whole.ts';
import type { GivenAnswer } from '../../work/pure/work.ts';
import type { PredictionData } from './data.ts';
import { checkPrediction } from './judge/check.ts';
import type { RunAnswer } from './run-answer.ts';
import { PREDICTIONS } from './words.ts';

type Frame = QuestionFrame<PredictionData>;

type FieldOf = (element: HTMLElement, data: PredictionData, onDraw: () => void) => LockableField;

/** Brings what wakes predictions: with the code of a sheet where one is drawn on. */
export async function bringPrediction(
  questions: readonly HTMLElement[],
): Promise<(frame: Frame) => void> {
  const isDrawn = questions.some((one) => one.querySelector(SHEET));
  const fieldOf = isDrawn
    ? await import('./curve-field.ts').then((code) => whole(code.curveField))
    : typedField;
  return (frame) => wakePrediction(frame, frame.data.spread ? fieldOf : typedField);
}

/** Wakes a question that is answered before its experiment shows. */
function wakePrediction(frame: Frame, fieldOf: FieldOf): void {
  const { data, element } = frame;
  // Kept with every point: a page may be left in the middle of a stroke.
  const keep = (): void => keepDraft(frame, field);
  const field = fieldOf(element, data, keep);
  let answer: Promise<RunAnswer> | undefined;
  /** What the experiment says is fetched with the first prediction; the button asks for it again. */
  const answered = (then?: (run: RunAnswer) => void): void => {
    answer ??= import('./run-answer.ts').then((code) => new code.RunAnswer(frame));
    answer.then(then, (error: unknown) => {
      console.error(error);
      answer = undefined;
      frame.say(NOT_LOADED);
      if (isCommitted(frame)) frame.hide('[data-does="compare"]', false);
    });
  };
  // Which says, too, what a link has locked.
  if (location.search.includes(`${data.instance}.`)) answered();
  const commit = (guess: GivenAnswer): void => {
    close(frame, field);
    if (guess === null) field.write(null);
    frame.record({ kind: 'prediction', answer: guess }, { answer: guess });
    answered((run) => run.ask());
  };
  const restore = (): void => {
    const { kept } = frame;
    if (!kept || isCommitted(frame)) return;
    close(frame, field);
    field.write(kept.answer);
    answered((run) => run.restore(kept));
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
  frame.on('compare', () => answered((run) => run.ask()));
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
