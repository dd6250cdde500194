/** Where an answer is typed, picked, sorted or drawn. */
import type { Draft, GivenAnswer } from '../../storage/pure/work.ts';

/** One way to enter an answer. */
export interface AnswerField {
  readonly read: () => Draft;
  readonly write: (answer: GivenAnswer) => void;
  readonly focus: () => void;
}

/** A field that can be closed: what it holds can be read and not be changed. */
export interface LockableField extends AnswerField {
  readonly lock: () => void;
}

/** The one field of a question that is typed into. */
export function typedField(element: HTMLElement): LockableField {
  const input = element.querySelector<HTMLInputElement>('[name="answer"]') as HTMLInputElement;
  return {
    read: () => input.value.trim(),
    write: (answer) => {
      input.value = typeof answer === 'string' ? answer : '';
    },
    lock: () => {
      input.readOnly = true;
    },
    focus: () => input.focus(),
  };
}
