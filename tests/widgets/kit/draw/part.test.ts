import { describe, expect, it } from 'vitest';
import { later, svg } from '../../../../widgets/kit/draw/markup.ts';
import { panel } from '../../../../widgets/kit/draw/panel.ts';
import {
  below,
  beside,
  drawing,
  part,
  waiting,
  type Part,
} from '../../../../widgets/kit/draw/part.ts';

const box = (width: number, height: number): Part => part(width, height, svg`<rect/>`);

describe('parts of a figure', () => {
  it('that wait for a prediction take no room before it; what comes after them in sight does', () => {
    const [first, last] = [box(10, 40), waiting(box(10, 60))];
    expect(below(5, first, last).early).toBe(40);
    expect(below(5, last, first).early).toBe(105);
    expect(beside(5, waiting(box(10, 200)), first).early).toBe(40);
    const figure = drawing(below(5, first, last), 'two boxes');
    expect(figure).toMatchObject({ width: 10, height: 105, early: 40 });
    expect(figure.body.waits).toBe(true);
    expect(figure.body.markup).toContain('<g class="later" transform="translate(0 45)">');
  });

  it('say that something waits, however deep in them', () => {
    expect(drawing(below(0, beside(0, box(1, 1))), '').body.waits).toBeUndefined();
    const deep = part(1, 1, svg`<g>${[svg`${later(svg`<path/>`)}`]}</g>`);
    const { body, early } = drawing(below(0, beside(0, deep)), '');
    expect([body.waits, early]).toEqual([true, undefined]);
  });

  it('are escaped where they are words', () => {
    expect(panel({ title: 'a < b', note: 'b & c' }, box(200, 1)).body.markup).toContain('a &lt; b');
  });
});
