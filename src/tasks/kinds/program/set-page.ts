/** A program to change, in a set: it is copied here in the student’s own numbers, and what it printed elsewhere is kept. */
import { wakeField } from '../../sets/page/fields.ts';
import type { ItemFrame } from '../../sets/page/item-frame.ts';
import { settingsIn } from '../../sets/pure/variants/variant.ts';
import { programField, wakeCopy } from './field.ts';
import type { ProgramItem } from './item.ts';

export function wake(frame: ItemFrame<ProgramItem>): void {
  const { element, item, values } = frame;
  const { id, tag, settings } = item;
  wakeField(frame, programField(element));
  wakeCopy(element, { tag, settings: settingsIn(settings, values), id });
}
