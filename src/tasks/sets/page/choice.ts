/** A choice: its options stand in the order of the student’s variant. */
import { optionOrder } from '../../kinds/choice/order.ts';
import type { ChoiceItem } from '../pure/format/assignment.ts';
import { wakeField } from './fields.ts';
import type { ItemFrame } from './item-frame.ts';

/** Wakes it. */
export function wakeChoice(frame: ItemFrame<ChoiceItem>): void {
  const order = optionOrder(frame.item, frame.seed);
  const places = order.map((id) =>
    frame.element.querySelector(`.question-form input[value="${id}"]`)?.closest('label'),
  );
  const [room] = places.map((place) => place?.parentElement);
  if (room) for (const place of places) if (place) room.append(place);
  wakeField(frame);
}
