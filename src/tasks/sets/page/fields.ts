/** Items that are typed or picked: saved when the student says so, and never judged here. */
import { ANSWERS } from '#words/src/tasks/sets/page/words';
import type { Given } from '../pure/submission/submission.ts';
import { answered } from '../pure/work/work.ts';
import type { ItemFrame } from './item-frame.ts';

/** Wakes an item that is answered in a field. */
export function wakeField(frame: ItemFrame): void {
  const { element, item, store } = frame;
  const field = fieldIn(element);
  let isTouched = false;
  const restore = (): void => {
    const { answer = null } = frame.done ?? {};
    if (!isTouched && answer !== null) field.write(answer);
  };
  const save = (): void => {
    const given = field.read();
    isTouched = false;
    if (given.length === 0)
      frame.say((frame.done?.answer ?? null) === null ? ANSWERS.empty : ANSWERS.emptied);
    else {
      const isNone = item.kind === 'number' && !/\d/.test(String(given));
      frame.change(
        (work) => answered(work, item, given),
        isNone ? ANSWERS.noNumber : ANSWERS.saved,
      );
    }
  };
  restore();
  store.addEventListener('change', restore);
  element.addEventListener('input', () => {
    isTouched = true;
    frame.say('');
    frame.note(ANSWERS.draft);
  });
  // Who goes on without pressing has meant what stands there.
  element.addEventListener('change', save);
  frame.whenLeft(() => isTouched && field.read().length > 0 && save());
  element.querySelector('form')?.addEventListener('submit', (event) => {
    event.preventDefault();
    save();
  });
}

interface Field {
  readonly read: () => string | readonly string[];
  readonly write: (answer: Given) => void;
}

/**
 * What is typed or picked. Written here anew: to share it with the questions of lessons would make their code come in more
 * files.
 */
function fieldIn(element: HTMLElement): Field {
  const inputs = [...element.querySelectorAll<HTMLInputElement>('form input')].filter(
    (input) => !input.closest('[data-part="confidence"]'),
  );
  const typed = element.querySelector('textarea') ?? inputs.find(({ type }) => type === 'text');
  if (typed) {
    return {
      read: () => typed.value.trim(),
      write: (answer) => {
        typed.value = typeof answer === 'string' ? answer : '';
      },
    };
  }
  return {
    read: () => inputs.filter(({ checked }) => checked).map(({ value }) => value),
    write: (answer) => {
      for (const input of inputs)
        input.checked = Array.isArray(answer) && answer.includes(input.value);
    },
  };
}
