/** A prediction on the page: commit, then the experiment answers, then both stand side by side. */
import { PREDICTED, type QuestionAttributes } from '../../../../widgets/kit/contract/border.ts';
import { fieldIn, type LockableField } from '../../fields/field.ts';
import type { QuestionFrame } from '../../practice/page/question-frame.ts';
import type { GivenAnswer } from '../../storage/pure/work.ts';
import type { PredictionData } from './form.ts';
import { formOf } from './form-of.ts';
import { check } from './check.ts';
import { RunAnswer } from './run-answer.ts';

type Frame = QuestionFrame<PredictionData>;

/** Wakes a question that is answered before its experiment shows. */
export function wake(frame: Frame): void {
  const { data, element } = frame;
  const { field: fieldOf = fieldIn } = formOf(data);
  // Kept with every point: a page may be left in the middle of a stroke.
  const keep = (): void => keepDraft(frame, field);
  const field = fieldOf(element, data, keep);
  let answer: RunAnswer | undefined;
  const answered = (): RunAnswer => (answer ??= new RunAnswer(frame));
  // Which says, too, what a link has locked.
  if (location.search.includes(`${data.instance}.`)) answered();
  const commit = (guess: GivenAnswer): void => {
    if (guess === null) field.write(null);
    close(frame, field);
    frame.record({ kind: 'prediction', answer: guess }, { answer: guess });
    answered().ask();
  };
  const restore = (): void => {
    const { kept } = frame;
    if (!kept || isCommitted(frame)) return;
    field.write(kept.answer);
    close(frame, field);
    answered().restore(kept);
  };
  frame.onSubmit(() => {
    const guess = field.read();
    const { readable, feedback } = check(data, guess);
    frame.refuse(!readable);
    if (readable) commit(guess);
    else {
      frame.say(feedback);
      field.focus();
    }
  });
  frame.on('skip', () => commit(null));
  frame.on('compare', () => answered().ask());
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
  // Why it could not be taken is no longer so.
  frame.say('', [], true);
  frame.keepDraft(field.read());
}

function close(frame: Frame, field: LockableField): void {
  (frame.element.dataset as QuestionAttributes).committed = '';
  field.lock();
  for (const button of ['[data-part="submit"]', '[data-does="skip"]']) frame.hide(button, true);
  frame.element.dispatchEvent(new Event(PREDICTED, { bubbles: true }));
}
