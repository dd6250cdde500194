/** Proves that an order has one right answer and that every known wrong one can be met. */
import { shuffled } from '../../fields/judge/shuffle.ts';
import { contains } from '../../fields/judge/sorted.ts';
import { sampleFaults } from '../../sample.ts';
import { check as checkOrder, type OrderKey } from './check.ts';
import { sampleOf } from './sample.ts';
import type { OrderQuestion } from './schema.ts';

/** The faults of an order, each with what to do. */
export function proveOrder(question: OrderQuestion): readonly string[] {
  const order = question.items.map((item) => item.id);
  const key: OrderKey = { kind: 'order', order, wrong: question.wrong };
  const faults: string[] = [];
  if (new Set(order).size < order.length) faults.push('two items have the same id');
  const ids = question.wrong.map((wrong) => wrong.id);
  if (new Set(ids).size < ids.length) faults.push('two known wrong orders have the same id');
  for (const wrong of question.wrong) faults.push(...idFaults(order, wrong.id, wrong.order));
  if (faults.length > 0) return faults;
  faults.push(...sampleFaults(sampleOf(key), (answer) => checkOrder(key, answer)));
  if (checkOrder(key, shuffled(question.id, key)).correct) {
    faults.push('its items stand in the right order at the start; choose another id');
  }
  return faults;
}

function idFaults(order: readonly string[], id: string, wrong: readonly string[]): string[] {
  const stray = wrong.filter((one) => !order.includes(one));
  if (stray.length > 0)
    return [`"${id}" names ${stray.join(', ')}; the items are ${order.join(', ')}`];
  if (new Set(wrong).size < wrong.length) return [`"${id}" names an item twice`];
  return contains(order, wrong) ? [`the known wrong order "${id}" is part of the right one`] : [];
}
