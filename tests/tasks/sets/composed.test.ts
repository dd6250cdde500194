import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { seeded } from '../../../widgets/kit/numbers/random.ts';
import {
  codeOfItem,
  fragmentOf,
  isSet,
  LONGEST_LINK,
  LONGEST_TEXT,
  setIn,
  type ComposedSet,
} from '../../../src/tasks/sets/pure/composed/link.ts';

const SIGNS = [..."abcdefghij KLMNO_~,.:;%#+&?!’“ü漢🙂/'()"];

function anySet(seed: number): ComposedSet {
  const random = seeded(seed, 'set');
  const text = (length: number): string =>
    Array.from({ length }, () => SIGNS[random.whole(SIGNS.length)] ?? '')
      .join('')
      .trim();
  const zone = ['+00:00', '+01:00', '-09:30', '+05:45'][random.whole(4)] ?? '';
  return {
    release: ['1', '2027-1', '2031-12'][random.whole(3)] ?? '1',
    number: Math.floor(random.uniform() * 2 ** 32),
    revision: 1 + random.whole(255),
    title: `T${text(random.whole(60))}`,
    note: random.uniform() < 0.3 ? '' : `N${text(random.whole(80))}`,
    ...(random.uniform() < 0.7 && { due: `2027-02-${10 + random.whole(18)}T23:59:00${zone}` }),
    hints: (['as-written', 'free', 'none'] as const)[random.whole(3)] ?? 'free',
    solutions: (['with-marks', 'never'] as const)[random.whole(2)] ?? 'never',
    items: Array.from({ length: 1 + random.whole(30) }, (_, i) => ({
      code: codeOfItem(`item-${seed}-${i}`),
      points: (1 + random.whole(40)) / 2,
    })),
  };
}

describe('the link of a composed set', () => {
  it('gives back what was composed, and the moment as it was written', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const set = anySet(seed);
      expect(setIn(`https://example.org/book/set/#${fragmentOf(set)}`)).toEqual(set);
    }
  });

  it('survives a chat that writes some signs in per cent', () => {
    const set = anySet(7);
    const fragment = fragmentOf(set);
    const [text = '', rest = ''] = fragment.split(/~(?=[^~]*$)/);
    expect(setIn(`#${text.replaceAll('_', '%20')}%7E${rest}`)).toEqual(set);
    expect(setIn(` ${fragment}\n`)).toEqual(set);
  });

  it('says that it was cut or altered, wherever that was', () => {
    const fragment = fragmentOf(anySet(3));
    for (let at = 1; at < fragment.length; at += 1) {
      expect(isSet(setIn(fragment.slice(0, at)))).toBe(false);
      expect(isSet(setIn(fragment.slice(0, at) + fragment.slice(at + 1)))).toBe(false);
    }
    expect(setIn('')).toEqual({ problem: 'none' });
    expect(setIn('#some-heading')).toEqual({ problem: 'altered' });
    expect(setIn('#%E0%A4%A~AAAA')).toEqual({ problem: 'altered' });
  });

  it('is short: twelve items and all the text that may stand there fit into a link and a small code', () => {
    const words =
      'Week 3: queues and percentiles. Hand in by Monday, 9 o’clock, in the course’s box. ';
    const set: ComposedSet = {
      ...{ release: '2027-1', number: 2 ** 32 - 1, revision: 9, hints: 'free' },
      ...{ solutions: 'with-marks', due: '2027-02-01T09:00:00+01:00' },
      ...{
        title: 'Queues',
        note: words
          .repeat(3)
          .replaceAll('’', '')
          .slice(0, LONGEST_TEXT - 60),
      },
      items: Array.from({ length: 12 }, (_, i) => ({ code: codeOfItem(`i${i}`), points: 2 })),
    };
    const link = `https://ml-systems.example.org/book/set/#${fragmentOf(set)}`;
    expect(link.length).toBeLessThanOrEqual(LONGEST_LINK);
    // Version 11 of a QR code has 61 modules a side.
    expect(encode(link, { border: 0, ecc: 'L' }).size).toBeLessThanOrEqual(61);
  });
});
