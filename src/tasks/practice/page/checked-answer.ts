/** An answer that is checked on the page, and may be tried again. */
import type { PageHead } from '../contract.ts';
import type { Answer } from '../../judge/answers.ts';
import type { Verdict } from '../../judge/verdict.ts';
import { fieldIn, type AnswerField } from '../../fields/field.ts';
import type { QuestionFrame } from './question-frame.ts';
import { bringSaid } from './verdict.ts';
import { VERDICTS } from '#words/src/tasks/judge/words';

/**
 * Wakes a question that has a right answer. Its field is what is typed or picked, or what `fieldWith` gives, which calls
 * `onChange` whenever the reader changes the answer.
 */
export function wakeChecked<D extends PageHead>(
  frame: QuestionFrame<D>,
  check: (key: D, answer: Answer) => Verdict,
  fieldWith: (onChange: () => void) => AnswerField = (onChange) => {
    frame.element.addEventListener('input', onChange);
    return fieldIn(frame.element);
  },
): void {
  /** When the answer that stands there was given. */
  let restored = '';
  /** The reader is changing the answer: what another tab has saved must not take it away. */
  let isTouched = 'touched' in frame.element.dataset;
  const field = fieldWith(() => {
    isTouched = true;
    frame.mark();
    frame.refuse(false);
    frame.keepDraft(field.read());
  });
  const restore = (): void => {
    const { kept } = frame;
    if (!kept || kept.time === restored || isTouched) return;
    restored = kept.time;
    field.write(kept.answer);
    show(frame, check(frame.data, field.read()), true);
  };
  frame.onSubmit(() => {
    const answer = field.read();
    const verdict = check(frame.data, answer);
    show(frame, verdict);
    if (!verdict.readable) {
      field.focus();
      return;
    }
    const { correct, credit } = verdict;
    // Until it is known as this one's: what is told of it would be heard no more.
    isTouched = true;
    frame.record({ kind: 'answer', answer, correct, credit }, { answer, correct });
    restored = frame.kept?.time ?? '';
    isTouched = false;
    // It stands below the button that was pressed, which may be the last thing on the screen.
    bringSaid(frame.element, true);
  });
  frame.store.addEventListener('change', restore);
  const { draft } = frame;
  if (isTouched) frame.keepDraft(field.read());
  else if (draft !== undefined) {
    field.write(draft);
    isTouched = true;
    frame.sayDraft();
  }
  restore();
}

function show(
  frame: QuestionFrame<PageHead>,
  { readable, correct, credit, feedback, about, first = '' }: Verdict,
  quietly = false,
): void {
  const head = correct ? VERDICTS.right : credit > 0 ? VERDICTS.partly : VERDICTS.notYet;
  const hasText = about.length > 0;
  const sentence =
    !readable || feedback === head ? feedback : `${head} ${hasText ? first : feedback}`.trim();
  frame.say(sentence, about, quietly);
  frame.refuse(!readable);
  frame.mark(!readable ? undefined : correct ? 'right' : credit > 0 ? 'partly' : 'wrong');
}
