/** A choice: its options stand in the order of the student’s variant. */
import { optionOrder } from './order.ts';
import type { ChoiceItem } from './item.ts';
import { wakeField } from '../../sets/page/fields.ts';
import type { ItemFrame } from '../../sets/page/item-frame.ts';

/** Wakes it. */
export function wake(frame: ItemFrame<ChoiceItem>): void {
  const order = optionOrder(frame.item, frame.seed);
  const places = order.map((id) =>
    frame.element.querySelector(`.question-form input[value="${id}"]`)?.closest('label'),
  );
  const [room] = places.map((place) => place?.parentElement);
  if (room) for (const place of places) if (place) room.append(place);
  wakeField(frame);
}
