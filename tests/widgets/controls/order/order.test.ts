import { describe, expect, test } from 'vitest';
import { ORDER } from '../../../../widgets/controls/order/pure/markup.ts';
import { order } from '../../../../widgets/controls/order/pure/order.ts';
import { readSettings } from '../../../../widgets/kit/contract/params.ts';
import { seeded } from '../../../../widgets/kit/numbers/random.ts';

const items = [
  { id: 'a', text: 'Apple' },
  { id: 'b', text: 'Pear' },
  { id: 'c', text: 'Plum' },
];
const steps = order({ label: 'Steps', place: 'first', items });
const read = (text: string) => readSettings({ steps }, { steps: text });

describe('an order as text', () => {
  test('starts as the author wrote it, and comes back as it was', () => {
    expect(steps.default).toBe('a,b,c');
    const random = seeded(1, 'orders');
    const met = new Set<string>();
    for (let i = 0; i < 60; i += 1) {
      const text = ORDER.random(steps, random);
      met.add(text);
      expect(read(text)).toMatchObject({ settings: { steps: text }, adjusted: {}, unreadable: [] });
    }
    expect(met.size).toBe(6);
    expect(read(' c; a  b ').settings.steps).toBe('c,a,b');
  });
  test('gets what is missing at its end, and each item once, and says so', () => {
    expect(read('c')).toMatchObject({
      settings: { steps: 'c,a,b' },
      adjusted: { steps: 'Apple, Pear were missing and put last' },
    });
    expect(read('c,a,c,b')).toMatchObject({
      settings: { steps: 'c,a,b' },
      adjusted: { steps: 'Plum stood twice, and the first place counts' },
    });
  });
  test('with something unknown in it is refused, and the message says what there is', () => {
    expect(read('c,d').unreadable[0]?.wanted).toBe('each of a, b, c, once');
  });
  test('is said from first to last, and listed in that order', () => {
    expect(steps.say?.('c,a,b')).toBe('Plum → Apple → Pear');
    const { markup } = ORDER.markup(steps, 'c,a,b', { field: 'x', name: 'steps' });
    expect([...markup.matchAll(/data-item="(\w)"/g)].map(([, id]) => id)).toEqual(['c', 'a', 'b']);
  });
});
