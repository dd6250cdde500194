/** Where an answer is typed, picked, sorted or drawn; what is typed and what is picked is read and written here. */
import type { Draft, GivenAnswer } from '../storage/pure/work.ts';

/** One way to enter an answer. */
export interface AnswerField<D extends Draft = Draft> {
  readonly read: () => D;
  readonly write: (answer: GivenAnswer) => void;
  readonly focus: () => void;
}

/** A field that can be closed: what it holds can be read and not be changed. */
export interface LockableField<D extends Draft = Draft> extends AnswerField<D> {
  readonly lock: () => void;
}

/** The field of a question or an item: what is typed in its one text field, or which of its options are picked. */
export function fieldIn(element: HTMLElement): LockableField<string | readonly string[]> {
  const inputs = [...element.querySelectorAll<HTMLInputElement>('form input')].filter(
    (input) => !input.closest('[data-part="confidence"]'),
  );
  const typed = element.querySelector('textarea') ?? inputs.find(({ type }) => type === 'text');
  return typed ? typedIn(typed) : pickedOf(inputs);
}

function typedIn(input: HTMLInputElement | HTMLTextAreaElement): LockableField<string> {
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

function pickedOf(inputs: readonly HTMLInputElement[]): LockableField<readonly string[]> {
  return {
    read: () => inputs.filter(({ checked }) => checked).map(({ value }) => value),
    write: (answer) => {
      for (const input of inputs)
        input.checked = Array.isArray(answer) && answer.some((one) => one === input.value);
    },
    lock: () => {
      // What is picked stays enabled, so that it can be told from the others.
      for (const input of inputs) input.disabled = !input.checked;
    },
    focus: () => {
      // On in the first group in which nothing is picked.
      const open = inputs.find((one) => !one.closest('fieldset')?.querySelector(':checked'));
      open?.focus();
    },
  };
}
