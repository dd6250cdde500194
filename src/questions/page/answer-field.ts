/** Where an answer is typed, picked or put into order. */
import { orderField } from '../kinds/order/field.ts';
import type { ChoiceData, NumberData, OrderData } from '../author/page-data.ts';
import type { GivenAnswer } from '../work/pure/work.ts';

/** One way to enter an answer. */
export interface AnswerField {
  readonly read: () => string | readonly string[];
  readonly write: (answer: GivenAnswer) => void;
  readonly focus: () => void;
}

/** The field of a question; `onChange` is called whenever the reader changes the answer. */
export function answerField(
  element: HTMLElement,
  { kind }: NumberData | ChoiceData | OrderData,
  onChange: () => void,
): AnswerField {
  if (kind === 'order') return orderField(element, onChange);
  element.addEventListener('input', onChange);
  const inputs = [...element.querySelectorAll('input')];
  const [first] = inputs;
  return {
    read: () =>
      kind === 'number'
        ? (first?.value.trim() ?? '')
        : inputs.filter((input) => input.checked).map((input) => input.value),
    write: (answer) => {
      for (const input of inputs) {
        if (kind === 'number') input.value = typeof answer === 'string' ? answer : '';
        else input.checked = Array.isArray(answer) && answer.some((one) => one === input.value);
      }
    },
    focus: () => first?.focus(),
  };
}
