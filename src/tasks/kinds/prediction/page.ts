/** A prediction on the page: commit, then the experiment answers, then both stand side by side. */
import { PREDICTED, type QuestionAttributes } from '../../../../widgets/kit/contract/border.ts';
import type { LockableField } from '../../practice/page/answer-field.ts';
import { NOT_LOADED } from '#words/widgets/page/late-words';
import type { QuestionFrame } from '../../practice/page/question-frame.ts';
import { allOf, whole } from '../../practice/page/whole.ts';
import type { GivenAnswer } from '../../storage/pure/work.ts';
import type { FormOnPage, PredictionData } from './form.ts';
import { FORM_FIELDS } from './forms/page.ts';
import { watchHand } from './hand.ts';
import type { RunAnswer } from './run-answer.ts';

type Frame = QuestionFrame<PredictionData>;
/** Each form takes data of its own. */
type Form = FormOnPage<never>;
type Fields = Readonly<Record<string, () => Form | Promise<Form>>>;

/** Brings what wakes predictions, whatever their forms. */
export async function bringPrediction(
  questions: readonly HTMLElement[],
): Promise<(frame: Frame) => void> {
  const forms = await allOf(
    questions.map(({ dataset }) => dataset['form'] ?? ''),
    async (form) => whole(await (FORM_FIELDS as Fields)[form]?.()),
  );
  return (frame) => wakePrediction(frame, forms.get(frame.data.form) as FormOnPage);
}

/** Wakes a question that is answered before its experiment shows. */
function wakePrediction(frame: Frame, form: FormOnPage): void {
  const { data, element } = frame;
  // Kept with every point: a page may be left in the middle of a stroke.
  const keep = (): void => keepDraft(frame, field);
  const field = form.field(element, data, keep);
  let answer: Promise<RunAnswer> | undefined;
  /** What the experiment says is fetched with the first prediction; the button asks for it again. */
  const answered = (then?: (run: RunAnswer) => void): Promise<void> => {
    answer ??= import('./run-answer.ts').then((code) => code.runAnswer(frame));
    return answer.then(then, (error: unknown) => {
      console.error(error);
      answer = undefined;
      frame.say(NOT_LOADED);
      if (isCommitted(frame)) frame.hide('[data-does="compare"]', false);
    });
  };
  // Which says, too, what a link has locked.
  if (location.search.includes(`${data.instance}.`)) void answered();
  const commit = (guess: GivenAnswer): void => {
    if (guess === null) field.write(null);
    (element.dataset as QuestionAttributes).asking = '';
    close(frame, field);
    frame.record({ kind: 'prediction', answer: guess }, { answer: guess });
    const hand = watchHand(data.instance);
    void answered((run) => run.ask(hand.hasMoved())).finally(() => {
      hand.leave();
      delete (element.dataset as QuestionAttributes).asking;
      element.dispatchEvent(new Event(PREDICTED, { bubbles: true }));
    });
  };
  const restore = (): void => {
    const { kept } = frame;
    if (!kept || isCommitted(frame)) return;
    field.write(kept.answer);
    close(frame, field);
    void answered((run) => run.restore(kept));
  };
  frame.onSubmit(() => {
    const guess = field.read();
    const { readable, feedback } = form.check(data, guess);
    frame.refuse(!readable);
    if (readable) commit(guess);
    else {
      frame.say(feedback);
      field.focus();
    }
  });
  frame.on('skip', () => commit(null));
  frame.on('compare', () => void answered((run) => run.ask()));
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
