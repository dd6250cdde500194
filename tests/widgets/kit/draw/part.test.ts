import { describe, expect, it } from 'vitest';
import { later, svg } from '../../../../widgets/kit/draw/markup.ts';
import { legend } from '../../../../widgets/kit/draw/legend.ts';
import { panel } from '../../../../widgets/kit/draw/panel.ts';
import {
  below,
  beside,
  drawing,
  grid,
  part,
  waiting,
  type Part,
} from '../../../../widgets/kit/draw/part.ts';
import { pile } from '../../../../widgets/kit/draw/pile.ts';
import { plot, scalesOf } from '../../../../widgets/kit/draw/plot.ts';
import { smallChart } from '../../../../widgets/kit/draw/small-chart.ts';
import { squares } from '../../../../widgets/kit/draw/squares.ts';

const box = (width: number, height: number): Part => part(width, height, svg`<rect/>`);
const moves = ({ body }: Part): string[] =>
  [...body.markup.matchAll(/translate\(([^)]*)\)/g)].map(([, to = '']) => to);

describe('parts of a figure', () => {
  it('stand beside each other: widths add up with the gaps between, the highest counts', () => {
    const all = beside(10, box(100, 30), box(50, 80), box(20, 5));
    expect([all.width, all.height]).toEqual([190, 80]);
    expect(moves(all)).toEqual(['110 0', '170 0']);
  });

  it('stand below each other: heights add up with the gaps between, the widest counts', () => {
    const all = below(12, box(100, 30), undefined, false, box(50, 80));
    expect([all.width, all.height]).toEqual([100, 122]);
    expect(moves(all)).toEqual(['0 42']);
  });

  it('stand in a grid, row by row', () => {
    const all = grid(
      2,
      [8, 20],
      [1, 2, 3].map(() => box(100, 50)),
    );
    expect([all.width, all.height]).toEqual([208, 120]);
    expect(moves(all)).toEqual(['108 0', '0 70']);
  });

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

describe('a panel', () => {
  it('has its words at the end of the title where they fit, and below it where they do not', () => {
    const words = { title: 'A title', aside: 'some words beside it' };
    const [wide, narrow] = [panel(words, box(300, 50)), panel(words, box(120, 50))];
    expect(wide.body.markup).toContain('text-anchor="end">some words');
    expect(narrow.body.markup).not.toContain('text-anchor="end"');
    expect(narrow.height - wide.height).toBeGreaterThan(15);
  });

  it('is as high as its words and what is drawn', () => {
    const one = panel({ title: 'A title', note: 'a note' }, box(300, 50));
    const [, top = ''] = moves(one)[0]?.split(' ') ?? [];
    expect(one.height).toBe(Number(top) + 50);
  });
});

describe('what fills a panel', () => {
  it('a plot: marks between the ends of its axes, which say where they run from and to', () => {
    const spec = {
      width: 300,
      height: 140,
      x: { extent: [0, 50], label: 'time in ms' },
      y: { extent: [1, 1000], label: 'requests', isLog: true },
    } as const;
    const { x, y, floor } = scalesOf(spec);
    expect([x(0), x(50), y(1), y(1000)]).toEqual([46, 299, floor, 26]);
    expect(y.ticks).toEqual([1, 10, 100, 1000]);
    const { markup } = plot(spec, () => svg`<path class="mine"/>`).body;
    expect(markup).toContain('data-axis="x" data-from="0" data-to="50"');
    expect(markup).toContain('data-axis="y" data-from="1" data-to="1000"');
    expect(markup).toContain('class="mine"');
  });

  it('a small chart: its line and the reader’s place on its scales, another line behind it', () => {
    const line = [
      [0, 0],
      [0.5, null],
      [1, 1],
    ] as const;
    const chart = { title: 'Half', note: 'of it', x: { label: 'share' }, line } as const;
    const drawn = smallChart({ ...chart, against: 'diagonal', here: [0.5, 0.25] }, 100);
    expect(drawn.width).toBe(100);
    expect(drawn.body.markup).toContain('<path class="hair" d="M0 100L100 0"/>');
    expect(drawn.body.markup).toContain('<path class="run-line thin" d="M0 100M100 0"/>');
    expect(drawn.body.markup).toContain('cx="50" cy="75"');
    const level = smallChart({ ...chart, against: 0.2, isMarked: true }, 100).body.markup;
    expect(level).toContain('<path class="before-line" d="M0 80H100"/>');
    expect(level).not.toContain('NaN');
  });

  it('a field: as many squares as counted, each look one path', () => {
    const lay = { columns: 10, pitch: 10 };
    const field = squares(lay, { 'cell-right': 25, 'cell-wrong': 0, 'cell-alarm': 75 });
    expect([field.width, field.height]).toEqual([100, 100]);
    const lengths = [...field.body.markup.matchAll(/h([\d.]+)/g)].map(([, one]) => Number(one));
    // A row of n squares is n pitches long but for the last gap.
    const counted = lengths.map((length) => Math.round((length + 2) / 10));
    expect(counted.reduce((a, b) => a + b, 0)).toBe(100);
    expect(field.body.markup.match(/<path/g)).toHaveLength(2);
  });

  it('a pile: rows keep their room, wrong words wait for a prediction', () => {
    const pixels = new Array<number>(4).fill(16);
    const look = { width: 100, columns: 5, rows: 3, side: 2 };
    const images = [1, 2, 3, 4, 5, 6].map((n) => ({ pixels, word: String(n), isWrong: n === 6 }));
    const full = pile(images, look);
    expect(full.height).toBe(pile([], look).height);
    expect(full.body.markup.match(/<image/g)).toHaveLength(2);
    expect(full.body.markup).toMatch(/class="later"><text class="wrong"[^>]*><tspan[^>]*>6</);
    expect(full.body.markup.match(/<text/g)).toHaveLength(2);
    expect(pile(images, { ...look, rows: 1 }).body.markup).not.toContain('wrong');
  });

  it('a legend: in a row that breaks where the width ends, or one to a line', () => {
    const entries = ['one', 'two', 'three'].map((words) => ({ words, swatch: () => svg`<path/>` }));
    const ys = (width?: number): string[] =>
      [...legend(entries, width).body.markup.matchAll(/y="([\d.]+)"/g)].map(([, y = '']) => y);
    expect(new Set(ys(400)).size).toBe(1);
    expect(new Set(ys(100)).size).toBe(2);
    expect(new Set(ys()).size).toBe(3);
    expect(legend(entries, 100).width).toBeLessThanOrEqual(100);
  });
});
