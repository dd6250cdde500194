/** Options on the page, of which one or several are picked. */
import type { LockableField } from '../practice/page/answer-field.ts';

/** The options as one field. */
export function optionsField(inputs: readonly HTMLInputElement[]): LockableField {
  return {
    read: () => inputs.filter((input) => input.checked).map((input) => input.value),
    write: (answer) => {
      for (const input of inputs) {
        input.checked = Array.isArray(answer) && answer.some((one) => one === input.value);
      }
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
