/** A program to change, in a set: it is copied here in the student’s own numbers, and what it printed elsewhere is kept. */
import { wakeField } from '../../sets/page/fields.ts';
import type { ItemFrame } from '../../sets/page/item-frame.ts';
import { settingsIn } from '../../sets/pure/variants/variant.ts';
import { programField, wakeCopy } from './field.ts';
import type { ProgramItem } from './item.ts';
import { readIn } from './check.ts';
import { PROGRAM_FIELD } from '#words/src/tasks/kinds/program/words';

export function wake(frame: ItemFrame<ProgramItem>): void {
  const { element, item, values } = frame;
  const { id, tag, settings, unit, prints } = item;
  wakeField(frame, programField(element), (given) => {
    const read = readIn([given].flat(), unit, prints);
    return 'problem' in read ? PROGRAM_FIELD.savedBut(read.problem) : undefined;
  });
  wakeCopy(
    element,
    { tag, settings: settingsIn(settings, values), id },
    () => import('../../../../widgets/page/hand-out.ts'),
  );
}
