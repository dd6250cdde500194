/** Items that are typed or picked: saved when the student says so, and never judged here. */
import { ANSWERS } from '#words/src/tasks/sets/page/words';
import type { Given } from '../pure/submission/submission.ts';
import { fieldIn, type AnswerField } from '../../fields/field.ts';
import { isWhole } from '../pure/work/answered.ts';
import { answered } from '../pure/work/work.ts';
import type { ItemFrame } from './item-frame.ts';

/** Wakes an item that is answered in a field. `lacks` says what is missing in an answer, which is saved as it stands. */
export function wakeField(
  frame: ItemFrame,
  field: Pick<AnswerField<NonNullable<Given>>, 'read' | 'write'> = fieldIn(frame.element),
  lacks: (given: NonNullable<Given>) => string | undefined = (given) =>
    frame.item.kind === 'number' && !/\d/.test(String(given)) ? ANSWERS.noNumber : undefined,
): void {
  const { element, item, store } = frame;
  let isTouched = false;
  const restore = (): void => {
    const { answer = null } = frame.done ?? {};
    if (isTouched || answer === null) return;
    field.write(answer);
    isTouched = false;
  };
  const save = (isTry = true): void => {
    const given = field.read();
    isTouched = false;
    if (given.length === 0)
      frame.say((frame.done?.answer ?? null) === null ? ANSWERS.empty : ANSWERS.emptied);
    else frame.change((work) => answered(work, item, given, isTry), lacks(given) ?? ANSWERS.saved);
  };
  restore();
  store.addEventListener('change', restore);
  element.addEventListener('input', () => {
    isTouched = true;
    frame.say('');
    frame.note(ANSWERS.draft);
  });
  // Who goes on without pressing has meant what stands there: what was picked on the way, or is not whole, is no try yet.
  element.addEventListener('change', ({ target }) => {
    const isPicked = target instanceof HTMLInputElement && target.type !== 'text';
    const { runs = [] } = frame.done ?? {};
    save(!isPicked && isWhole(item, { answer: field.read(), runs }));
  });
  frame.whenLeft(() => isTouched && field.read().length > 0 && save(false));
  frame.onSubmit(save);
}
