/** Several predicted numbers on the page. */
import type { LockableField } from '../../../../fields/field.ts';
import type { NumbersData } from './build.ts';
import { faultyAt } from './check.ts';

/** The longest text in a list that is kept, as in `work/pure/shapes.ts`. */
const LONGEST = 200;

/** The fields as one: a list of texts, in their order; nothing at all where none is filled. */
export function numbersField(element: HTMLElement, { numbers }: NumbersData): LockableField {
  const inputs = [...element.querySelectorAll<HTMLInputElement>('[name="answer"]')];
  for (const input of inputs) {
    input.addEventListener('input', () => (input.ariaInvalid = 'false'));
  }
  const typed = (): readonly string[] => inputs.map(({ value }) => value.trim().slice(0, LONGEST));
  return {
    read: () => (typed().some(Boolean) ? typed() : []),
    write: (answer) => {
      const list = Array.isArray(answer) ? (answer as readonly unknown[]) : [];
      for (const [i, input] of inputs.entries()) {
        const text = list[i];
        input.value = typeof text === 'string' ? text : '';
      }
    },
    lock: () => {
      for (const input of inputs) input.readOnly = true;
    },
    focus: () => {
      const at = Math.max(0, faultyAt(numbers, typed()));
      for (const [i, input] of inputs.entries()) input.ariaInvalid = String(i === at);
      inputs[at]?.focus();
    },
  };
}
