/** Numbers, choices and orders on the page: answer, check, try again. */
import { answerField } from './answer-field.ts';
import { check } from '../judge/check.ts';
import type { ChoiceData, NumberData, OrderData } from '../author/page-data.ts';
import type { QuestionFrame } from './question-frame.ts';
import type { Verdict } from '../judge/types.ts';
import { VERDICTS } from '../judge/words.ts';

type Frame = QuestionFrame<NumberData | ChoiceData | OrderData>;

/** Wakes a question that is answered by typing, picking or sorting. */
export function wakeAnswer(frame: Frame): void {
  let shown = '';
  /** The reader is changing the answer: what another tab has saved must not take it away. */
  let isTouched = 'touched' in frame.element.dataset;
  const field = answerField(frame.element, frame.data, () => {
    isTouched = true;
    frame.mark('');
    frame.refuse(false);
    frame.keepDraft(field.read());
  });

  const restore = (): void => {
    const { kept } = frame;
    if (!kept || kept.time === shown || isTouched) return;
    shown = kept.time;
    field.write(kept.answer);
    tell(frame, check(frame.data, field.read()), true);
  };
  frame.onSubmit(() => {
    const answer = field.read();
    const verdict = check(frame.data, answer);
    tell(frame, verdict);
    if (!verdict.readable) {
      field.focus();
      return;
    }
    isTouched = false;
    const { correct, credit } = verdict;
    frame.record({ kind: 'answer', answer, correct, credit }, { answer, correct });
    shown = frame.kept?.time ?? '';
  });
  frame.store.addEventListener('change', restore);
  const { draft } = frame;
  if (isTouched) frame.keepDraft(field.read());
  else if (draft !== undefined) {
    field.write(draft);
    isTouched = true;
    frame.tellDraft();
  }
  restore();
}

function tell(
  frame: Frame,
  { readable, correct, credit, feedback, about }: Verdict,
  quietly = false,
): void {
  const head = correct ? VERDICTS.right : credit > 0 ? VERDICTS.partly : VERDICTS.notYet;
  const hasText = about.length > 0;
  const sentence =
    !readable || feedback === head ? feedback : hasText ? head : `${head} ${feedback}`;
  frame.say(sentence, about, quietly);
  frame.refuse(!readable);
  frame.mark(!readable ? '' : correct ? 'right' : credit > 0 ? 'partly' : 'wrong');
}
