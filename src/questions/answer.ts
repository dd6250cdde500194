/** Numbers and choices on the page: answer, check, try again. */
import { check } from './check.ts';
import type { ChoiceData, NumberData } from './page-data.ts';
import type { QuestionFrame } from './question-frame.ts';
import type { Verdict } from './types.ts';
import type { Given } from './work.ts';
import { VERDICTS } from './words.ts';

/** Wakes a question that is answered by typing or picking. */
export function wakeAnswer(frame: QuestionFrame<NumberData | ChoiceData>): void {
  const inputs = [...frame.element.querySelectorAll('input')];
  let shown = '';
  /** The reader is changing the answer: what another tab has saved must not take it away. */
  let isTouched = false;

  const restore = (): void => {
    const { kept } = frame;
    if (!kept || kept.time === shown || isTouched) return;
    shown = kept.time;
    write(inputs, kept.answer);
    tell(frame, check(frame.data, read(frame.data, inputs)), true);
  };
  frame.element.addEventListener('input', () => {
    isTouched = true;
    frame.mark('');
  });
  frame.onSubmit(() => {
    const answer = read(frame.data, inputs);
    const verdict = check(frame.data, answer);
    tell(frame, verdict);
    if (!verdict.readable) {
      inputs[0]?.focus();
      return;
    }
    isTouched = false;
    const { correct, credit } = verdict;
    frame.record({ kind: 'answer', answer, correct, credit }, { answer, correct });
    shown = frame.kept?.time ?? '';
  });
  frame.store.addEventListener('change', restore);
  restore();
}

function read(data: NumberData | ChoiceData, inputs: HTMLInputElement[]): string | string[] {
  if (data.kind === 'number') return inputs[0]?.value.trim() ?? '';
  return inputs.filter((input) => input.checked).map((input) => input.value);
}

function write(inputs: HTMLInputElement[], answer: Given): void {
  for (const input of inputs) {
    if (input.type === 'text') input.value = typeof answer === 'string' ? answer : '';
    else input.checked = Array.isArray(answer) && answer.some((one) => one === input.value);
  }
}

function tell(
  frame: QuestionFrame<NumberData | ChoiceData>,
  { readable, correct, credit, feedback, about }: Verdict,
  quietly = false,
): void {
  const head = correct ? VERDICTS.right : credit > 0 ? VERDICTS.partly : VERDICTS.notYet;
  const hasText = about.length > 0;
  const sentence =
    !readable || feedback === head ? feedback : hasText ? head : `${head} ${feedback}`;
  frame.say(sentence, about, quietly);
  frame.mark(!readable ? '' : correct ? 'right' : credit > 0 ? 'partly' : 'wrong');
}
