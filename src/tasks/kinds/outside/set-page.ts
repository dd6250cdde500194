/** Work outside, on the page: the data as a file, numbers and script kept. */
import { saveFile } from '../../../../widgets/page/save-file.ts';
import { OUTSIDE_PAGE } from '#words/src/tasks/kinds/outside/pure/words';
import { EDITOR } from '#words/src/tasks/kinds/code/pure/words';
import type { ItemFrame } from '../../sets/page/item-frame.ts';
import type { OutsideItem } from './item.ts';
import { wakeField } from '../../sets/page/fields.ts';
import { wakeEditor } from '../code/page/editor.ts';
import { table } from '../code/page/run.ts';

export function wake(frame: ItemFrame<OutsideItem>): void {
  const { element, item, seed, values } = frame;
  const script = element.querySelector('textarea');
  if (!script) return;
  const numbers = [...element.querySelectorAll<HTMLInputElement>('[data-ask]')];
  wakeEditor(script, frame.part('lines'), (isFree) => frame.note(isFree ? EDITOR.free : ''));
  wakeField(frame, {
    read() {
      const all = [...numbers.map(({ value }) => value.trim()), script.value];
      return all.every((one) => one.trim() === '') ? [] : all;
    },
    write(answer) {
      if (!Array.isArray(answer)) return;
      for (const [i, field] of numbers.entries()) field.value = answer[i] ?? '';
      script.value = answer[numbers.length] ?? '';
      script.dispatchEvent(new Event('input'));
    },
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
