/** Work outside, on the page, once it is touched or has an answer: the data as a file, numbers and script kept. */
import { saveFile } from '../../../../../widgets/page/save-file.ts';
import { OUTSIDE_PAGE } from '#words/src/tasks/kinds/outside/pure/words';
import { EDITOR } from '#words/src/tasks/kinds/code/pure/words';
import { ANSWERS } from '#words/src/tasks/sets/page/words';
import type { ItemFrame } from '../../../sets/page/item-frame.ts';
import type { OutsideItem } from '../../../sets/pure/format/assignment.ts';
import { answered } from '../../../sets/pure/work/work.ts';
import { wakeEditor } from '../../code/page/editor.ts';
import { table } from '../../code/page/run.ts';

export function wakeOutside(frame: ItemFrame<OutsideItem>): void {
  const { element, item, store, seed, values } = frame;
  const script = element.querySelector('textarea');
  if (!script) return;
  const numbers = [...element.querySelectorAll<HTMLInputElement>('[data-ask]')];
  let isTouched = false;
  const read = (): readonly string[] => {
    const all = [...numbers.map(({ value }) => value.trim()), script.value];
    return all.every((one) => one.trim() === '') ? [] : all;
  };
  const restore = (): void => {
    const answer = frame.done?.answer;
    if (isTouched || !Array.isArray(answer)) return;
    for (const [i, field] of numbers.entries()) field.value = answer[i] ?? '';
    script.value = answer[numbers.length] ?? '';
    script.dispatchEvent(new Event('input'));
    isTouched = false;
  };
  const save = (): void => {
    const given = read();
    isTouched = false;
    if (given.length === 0) frame.say(ANSWERS.empty);
    else frame.change((work) => answered(work, item, given), ANSWERS.saved);
  };
  wakeEditor(script, frame.part('lines'), (isFree) => frame.note(isFree ? EDITOR.free : ''));
  restore();
  store.addEventListener('change', restore);
  element.addEventListener('input', () => {
    isTouched = true;
    frame.say('');
    frame.note(ANSWERS.draft);
  });
  element.addEventListener('change', save);
  frame.whenLeft(() => isTouched && read().length > 0 && save());
  element.querySelector('form')?.addEventListener('submit', (event) => {
    event.preventDefault();
    save();
  });
  const press = element.querySelector<HTMLButtonElement>('[data-does="data"]');
  const get = async (): Promise<void> => {
    frame.say(OUTSIDE_PAGE.making);
    try {
      const found = await table({ table: { id: item.id, data: item.data }, values, seed });
      if (found === 'slow' || found === undefined) throw new Error(OUTSIDE_PAGE.broken);
      saveFile(found.file, found.csv, 'text/csv');
      frame.say(OUTSIDE_PAGE.saved(found.file, found.rows));
    } catch {
      frame.say(OUTSIDE_PAGE.broken);
    }
  };
  press?.addEventListener('click', () => void get());
}
