import { describe, expect, it } from 'vitest';
import { axisX, linear } from '../../../../widgets/kit/draw/axes.ts';
import { apart } from '../../../../widgets/kit/draw/apart.ts';
import {
  besideDots,
  boxAround,
  firstFree,
  labelAt,
  meet,
  type Box,
} from '../../../../widgets/kit/draw/labels.ts';
import { marks } from '../../../../widgets/kit/draw/marks.ts';
import { widthOf } from '../../../../widgets/kit/draw/text-width.ts';
import { seeded } from '../../../../widgets/kit/numbers/random.ts';

const SEEDS = Array.from({ length: 200 }, (_, i) => i + 1);
const INSIDE: Box = { left: 0, right: 320, top: 0, bottom: 240 };
const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const pairs = <One>(list: readonly One[]): [One, One][] =>
  list.flatMap((a, i) => list.slice(i + 1).map((b): [One, One] => [a, b]));

describe('labels, over 200 random drawings', () => {
  it('stand inside, on no mark and on no other label', () => {
    let placed = 0;
    for (const seed of SEEDS) {
      const random = seeded(seed, 'labels');
      const dots = Array.from({ length: 12 }, () => [
        random.uniform() * 320,
        random.uniform() * 240,
      ]);
      const taken: Box[] = dots.map(([x = 0, y = 0]) => boxAround(x, y, 5));
      const labels: Box[] = [];
      for (const [x = 0, y = 0] of dots) {
        const name = 'a name of some length'.slice(0, 3 + random.whole(18));
        const places = [labelAt(name, x + 9, y + 4), labelAt(name, x - 9, y + 4, 'end')];
        const place = firstFree(places, INSIDE, taken);
        if (!place) continue;
        taken.push(place);
        labels.push(place);
        placed += 1;
      }
      for (const [a, b] of pairs(labels)) expect(overlap(a, b)).toBe(false);
      for (const one of labels) {
        expect(Math.min(one.left, one.top, 320 - one.right, 240 - one.bottom)).toBeGreaterThan(
          -1e-9,
        );
        for (const [x = 0, y = 0] of dots) expect(overlap(one, boxAround(x, y, 5))).toBe(false);
      }
    }
    expect(placed).toBeGreaterThan(5 * SEEDS.length);
  });

  it('beside dots meet no dot, nothing that is taken, and no other name; the first in the list choose first', () => {
    let [placed, firsts] = [0, 0];
    for (const seed of SEEDS) {
      const random = seeded(seed, 'dots');
      const at = (): { x: number; y: number } => ({
        x: random.uniform() * 320,
        y: random.uniform() * 240,
      });
      const dots = Array.from({ length: 12 }, () => ({ ...at(), name: 'a name', isBold: false }));
      const [taken, off] = [at(), at()].map(({ x, y }) => boxAround(x, y, 20)) as [Box, Box];
      const names = besideDots(dots, INSIDE, [taken], [off]);
      const found = names.filter((one) => one !== undefined);
      const around = dots.map(({ x, y }) => boxAround(x, y, 5));
      for (const one of found) {
        expect([...around, taken, off].filter((other) => overlap(one, other))).toEqual([]);
      }
      for (const [a, b] of pairs(found)) expect(overlap(a, b)).toBe(false);
      // One that is bold stands even on what names rather keep off.
      const all = dots.map((dot) => ({ ...dot, isBold: true }));
      const bold = besideDots(all, INSIDE, [taken], [off]);
      expect(bold.filter(Boolean).length).toBeGreaterThanOrEqual(found.length - 1);
      placed += found.length;
      firsts += names[0] ? 1 : 0;
    }
    expect(placed).toBeGreaterThan(8 * SEEDS.length);
    expect(firsts / SEEDS.length).toBeGreaterThan(placed / (12 * SEEDS.length));
  });

  it('of lines are moved apart in their order, and no further than the floor', () => {
    for (const seed of SEEDS) {
      const random = seeded(seed, 'lines');
      const list = Array.from({ length: 2 + random.whole(6) }, () => ({
        top: random.uniform() * 200,
        high: 15 * (1 + random.whole(2)),
      })).sort((a, b) => a.top - b.top);
      apart(list, 4, 240);
      for (const [i, one] of list.entries()) {
        const next = list[i + 1];
        expect(one.top + one.high).toBeLessThanOrEqual((next?.top ?? 240) + 1e-9);
        expect(one.top).toBeGreaterThanOrEqual(4 - 1e-9);
      }
    }
  });

  it('of ticks leave each other room: some go without', () => {
    for (const seed of SEEDS) {
      const random = seeded(seed, 'ticks');
      const scale = linear([0, 10 ** (1 + random.whole(9))], [40, 120 + random.whole(500)], 8);
      const { markup } = axisX(scale, 0, { label: 'of something' });
      const words = [...markup.matchAll(/x="([\d.]+)" y="17"[^>]*>([^<]+)</g)];
      const boxes = words.map(([, x, word = '']) => labelAt(word, Number(x), 17, 'middle'));
      expect(boxes.length).toBeGreaterThan(0);
      for (const [a, b] of pairs(boxes)) expect(overlap(a, b)).toBe(false);
    }
  });

  it('of marked values stand in rows of their own, and no line runs through them', () => {
    for (const seed of SEEDS) {
      const random = seeded(seed, 'marks');
      const x = linear([0, 100], [40, 300]);
      const list = [0, 1, 2, 3].map((i) => ({
        value: random.uniform() * 110,
        text: `a value ${'x'.repeat(random.whole(10))} ${i}`,
      }));
      const { markup } = marks(list, x, 0, 200);
      const texts = [
        ...markup.matchAll(/<text x="([\d.-]+)"( text-anchor="end")? y="([\d.]+)"[^>]*>([^<]+)</g),
      ];
      const boxes = texts.map(([, at, end, y, words = '']) =>
        labelAt(words, Number(at), Number(y), end ? 'end' : 'start'),
      );
      expect(boxes).toHaveLength(4);
      for (const [a, b] of pairs(boxes)) expect(overlap(a, b)).toBe(false);
      for (const [, at, from, to] of markup.matchAll(/M([\d.]+) ([\d.]+)V([\d.]+)/g)) {
        const line = { left: Number(at), right: Number(at), top: Number(from), bottom: Number(to) };
        for (const one of boxes) expect(overlap(one, line), `${seed}`).toBe(false);
      }
    }
  });
});

describe('boxes', () => {
  it('meet where they overlap or nearly touch side by side', () => {
    const box = boxAround(50, 50, 10);
    expect(meet(box, boxAround(72, 50, 10))).toBe(true);
    expect(meet(box, boxAround(75, 50, 10))).toBe(false);
    expect(meet(box, boxAround(50, 71, 10))).toBe(false);
  });

  it('of words are as wide as the words', () => {
    const { left, right } = labelAt('words', 100, 0, 'middle');
    expect([(left + right) / 2, right - left]).toEqual([100, widthOf('words')]);
  });
});
