import { describe, expect, it } from 'vitest';
import {
  changed,
  defaults,
  readSettings,
  type AnySettings,
} from '../../../../widgets/kit/contract/params.ts';
import { seeded } from '../../../../widgets/kit/numbers/random.ts';
import { measureAll, type Layout, type Measured } from '../../../../widgets/kit/contract/widget.ts';
import {
  callsToPass,
  fractionOfMedianPage,
  outcomeOf,
  type JarOutcome,
} from '../../../../widgets/experiments/tail-jar/model.ts';
import {
  follow,
  params,
  type JarSettings,
} from '../../../../widgets/experiments/tail-jar/params.ts';
import { ordersAbove, ordersOf } from '../../../../widgets/experiments/tail-jar/customers.ts';
import { scalesFor } from '../../../../widgets/experiments/tail-jar/frame.ts';
import { tailJar } from '../../../../widgets/experiments/tail-jar/widget.ts';
import type { Extents } from '../../../../widgets/kit/draw/extent.ts';
import { drawn as picture } from '../../drawn.ts';

const start = defaults(params);
const measured = (changes: AnySettings): Measured =>
  measureAll(tailJar, outcomeOf(changed(params, start, changes))).measures;
const LOG = 'queue:maxBatch=8&arrivals=100';

describe('the jar of ten', () => {
  it('has a mean of 390 ms that one request exceeds', () => {
    expect(measured({})['mean']).toBe(390);
    expect(measured({})['slowerThanMean']).toBe(1);
  });

  it('has three p90s: 110, 399 and 3,000', () => {
    expect(measured({ definition: 'nearest' })['p90']).toBe(110);
    expect(measured({ definition: 'linear' })['p90']).toBeCloseTo(399, 9);
    expect(measured({ definition: 'index' })['p90']).toBe(3000);
  });

  it('takes values by hand in place of its own', () => {
    const own = measured({ values: '10, 20,30.6' });
    expect(own).toMatchObject({ p50: 20, p99: 30.6, mean: 20.2 });
  });
});

describe('fan-out', () => {
  it('passes the p99 of one call at 69 independent calls and the p95 at 14, in the log itself', () => {
    for (const definition of ['nearest', 'linear', 'index']) {
      const page = (fanOut: number): Measured =>
        measured({ source: 'queue:serviceLaw=exponential&requests=1000000', definition, fanOut });
      const single = page(1);
      const passes = (fanOut: number, name: string): boolean =>
        (page(fanOut)['fanOutMedian'] ?? 0) > (single[name] ?? 0);
      expect([passes(68, 'p99'), passes(69, 'p99')]).toEqual([false, true]);
      expect([passes(13, 'p95'), passes(14, 'p95')]).toEqual([false, true]);
    }
    expect([callsToPass(0.99, 0), callsToPass(0.95, 0), callsToPass(0.9, 0)]).toEqual([69, 14, 7]);
  });

  it('needs more calls the more alike they are, and never passes when half of all pages share one fate', () => {
    expect(callsToPass(0.99, 0.3)).toBeGreaterThan(69);
    expect(callsToPass(0.99, 0.51)).toBeNull();
    expect(callsToPass(0.99, 1)).toBeNull();
    for (const alike of [0.1, 0.3, 0.45]) {
      const calls = callsToPass(0.99, alike) as number;
      expect(fractionOfMedianPage(calls, alike)).toBeGreaterThan(0.99);
      expect(fractionOfMedianPage(calls - 1, alike)).toBeLessThanOrEqual(0.99);
    }
  });

  it('has the median of pages drawn one by one', () => {
    const random = seeded(11, 'test pages');
    for (const [calls, alike] of [
      [1, 0.5],
      [10, 0],
      [20, 0.3],
      [50, 0.7],
    ] as const) {
      const pages = Array.from({ length: 40_000 }, () => {
        if (random.uniform() < alike) return random.uniform();
        let slowest = 0;
        for (let i = 0; i < calls; i += 1) slowest = Math.max(slowest, random.uniform());
        return slowest;
      }).sort((a, b) => a - b);
      const expected = fractionOfMedianPage(calls, alike);
      const below = pages.filter((page) => page <= expected).length / pages.length;
      expect(Math.abs(below - 0.5)).toBeLessThan(0.012);
    }
  });

  it('is the median of one call when a page needs one', () => {
    const found = measured({ source: LOG });
    expect(found['fanOutMedian']).toBe(found['p50']);
  });
});

describe('a queue’s log', () => {
  it('has no measures when the queue has no end, and says why', () => {
    const settings = changed(params, start, { source: 'queue:arrivals=200' });
    const outcome = outcomeOf(settings);
    const { measures, why } = measureAll(tailJar, outcome);
    for (const name of Object.keys(tailJar.measures)) {
      expect(measures[name]).toBeNull();
      expect(why[name]).toContain('grows');
    }
    expect(tailJar.say(settings, outcome)).toContain('grows without end');
    expect(tailJar.tabulate(settings, outcome).rows[1]).toEqual(['Mean', null]);
    for (const room of ['wide', 'narrow'] as const) {
      expect(picture(tailJar, settings, outcome, room)).not.toMatch(/NaN|null|undefined/);
    }
    expect(tailJar.say(start, outcomeOf(start), outcome)).toMatch(/^The mean is 390 ms/);
  });

  it('is not trusted when it is short and close to its limit: other seeds fall outside of a tenth', () => {
    const said = (source: string): string => {
      const settings = changed(params, start, { source });
      return tailJar.say(settings, outcomeOf(settings));
    };
    expect(said('queue:arrivals=115&requests=20000')).toMatch(
      /too short to trust.* from \d+ to \d/,
    );
    expect(said('queue:arrivals=100&requests=20000')).not.toContain('trust');
    expect(said('queue:arrivals=112&requests=1000000')).not.toContain('trust');
    const p99s = (source: string): number[] =>
      [1, 2, 3, 4, 5].map((seed) => measured({ source, seed })['p99'] as number);
    const width = (list: number[]): number => Math.max(...list) / Math.min(...list);
    expect(width(p99s('queue:arrivals=118&requests=20000'))).toBeGreaterThan(1.3);
    expect(width(p99s('queue:arrivals=112&requests=1000000'))).toBeLessThan(1.2);
  });
});

describe('customers by value', () => {
  it('are an assumption: orders rise with the rank of a request, and most customers have placed one', () => {
    const ten = Array.from({ length: 10 }, (_, rank) => ordersOf(rank, 10));
    expect(ten).toEqual([1, 1, 1, 1, 1, 2, 2, 3, 4, 7]);
    // The slowest of ten has placed 7 of 23 orders.
    expect(ordersAbove(Float64Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), 9)).toEqual({
      requests: 1,
      share: 7 / 23,
    });
    const found = measured({ customers: 'byValue' });
    expect(found['ordersAboveP90']).toBeCloseTo(7 / 23, 8);
    expect(measured({})['ordersAboveP90']).toBeNull();
  });

  it('hold, in a long log, the share above p90 that the law gives: a tenth to the power of one third', () => {
    const found = measured({ source: 'queue:serviceLaw=exponential', customers: 'byValue' });
    expect(found['ordersAboveP90']).toBeCloseTo(0.1 ** (1 / 3), 2);
  });

  it('are told apart by shape as well as by colour, and are named an assumption', () => {
    const settings = changed(params, start, { customers: 'byValue' });
    const markup = picture(tailJar, settings, outcomeOf(settings), 'wide');
    for (const look of ['cat-1', 'cat-3', 'cat-4']) expect(markup).toContain(`class="${look}"`);
    expect(tailJar.say(settings, outcomeOf(settings))).toMatch(/by the assumption made here/);
  });
});

describe('the hand in the figure', () => {
  const { move } = tailJar.edit as NonNullable<typeof tailJar.edit>;
  const frame = (settings: JarSettings, layout: Layout) => scalesFor(settings, { layout });

  it('takes a dot to the latency that the axis has there, in both layouts, and leaves the others', () => {
    for (const room of ['wide', 'narrow'] as const) {
      const { x, floor } = frame(start, room);
      // The note's ninth request is the slow one.
      expect(move(start, '8', { x: x(120), y: floor - 50 }, { layout: room })).toBe(
        '100,102,100,100,99,104,110,90,120,95',
      );
      expect(move(start, '', { x: x(1500), y: floor - 50 }, { layout: room })).toMatch(/,95,1500$/);
      expect(move(start, '8', { x: x(120), y: floor + 90 }, { layout: room })).toBe(
        '100,102,100,100,99,104,110,90,95',
      );
      expect(move(start, '0', { x: 0, y: Infinity }, { layout: room })).toBe(
        '102,100,100,99,104,110,90,3000,95',
      );
    }
  });

  it('goes no further than the axis, gives only values that can be written, and empties no jar', () => {
    const { x, floor } = frame(start, 'wide');
    for (const at of [-1e4, 0, 300, 1e4]) {
      const text = move(start, '3', { x: at, y: floor - 10 }, { layout: 'wide' }) as string;
      expect(readSettings(params, { values: text })).toMatchObject({ unreadable: [] });
      const value = Number(text.split(',')[3]);
      expect(value).toBeGreaterThanOrEqual(x.domain[0]);
      expect(value).toBeLessThanOrEqual(x.domain[1]);
    }
    const one = changed(params, start, { values: '7', source: 'own' });
    expect(move(one, '0', { x: 100, y: Infinity }, { layout: 'wide' })).toBeUndefined();
    const queue = changed(params, start, { source: LOG });
    expect(move(queue, '0', { x: 100, y: 10 }, { layout: 'wide' })).toBeUndefined();
  });

  it('keeps the axes of the settings that a dot was taken from, and the height of the figure', () => {
    const lower = changed(params, start, { values: '100,102,100,100,99,104,110,90,120,95' });
    const dragged = picture(tailJar, lower, outcomeOf(lower), 'wide', { held: start });
    const dropped = picture(tailJar, lower, outcomeOf(lower), 'wide');
    const rest = picture(tailJar, start, outcomeOf(start), 'wide');
    const x = (markup: string, key: number): number =>
      Number(new RegExp(`data-handle="${key}"[^>]*cx="([\\d.]+)"`).exec(markup)?.[1]);
    expect(x(dragged, 0)).toBe(x(rest, 0));
    expect(x(dropped, 0)).not.toBe(x(rest, 0));
    expect(x(dragged, 8)).toBeCloseTo(frame(start, 'wide').x(120), 1);
    const box = (markup: string): string | undefined => /viewBox="([^"]+)"/.exec(markup)?.[1];
    expect(box(dragged)).toBe(box(rest));
    expect(box(dropped)).toBe(box(rest));
  });

  it('does not say the answer where it is drawn: a page may keep it back', () => {
    const markup = picture(tailJar, start, outcomeOf(start), 'wide');
    const shown = markup.replace(/<g class="later">.*?<\/g>(<text[^>]*>[^<]*<\/text>)?<\/g>/gs, '');
    expect(markup).toMatch(/mean 390|p90 110/);
    expect(shown).toMatch(/aria-label="[^"]+"/);
    expect(shown).not.toMatch(/mean|390|p90/);
  });
});

describe('source and list', () => {
  it('go together: whichever the reader has changed decides', () => {
    const listed = follow(changed(params, start, { values: '1,2' }), 'values');
    expect(listed.source).toBe('own');
    expect(follow({ ...listed, values: '' }, 'values').source).toBe('ten');
    expect(follow({ ...listed, source: LOG }, 'source').values).toBe('');
    expect(follow({ ...start, source: 'own' }, 'source').values).toContain('3000');
    expect(follow({ ...listed, fanOut: 7 }, 'fanOut')).toEqual({ ...listed, fanOut: 7 });
  });

  it('mean since version 2 what the source says; older links keep what they showed', () => {
    const old = { source: 'queue:arrivals=100', values: '10,20,30' };
    const open = (query: Readonly<Record<string, string>>): Measured =>
      measured(readSettings(params, query).settings);
    expect(open(tailJar.migrate?.(old, 1) ?? {})['mean']).toBe(20);
    expect(open(old)['mean']).not.toBe(20);
    expect(open({ values: '10,20,30' })['mean']).toBe(20);
    expect(tailJar.migrate?.({ fanOut: '3' }, 1)).toEqual({ fanOut: '3' });
  });
});

describe('what can be written', () => {
  it('reads a queue by the settings of the bench and names what it cannot read', () => {
    const read = (source: string): string =>
      readSettings(params, { source }).unreadable[0]?.wanted ??
      readSettings(params, { source }).settings.source;
    expect(read('queue:arrivals=100&maxBatch=8')).toBe(LOG);
    expect(read('queue:maxBatch=900')).toBe('for maxBatch, 128 or another value in its range');
    expect(read('queue:batch=8')).toContain('maxBatch');
    expect(read('jar')).toContain('queue:');
    for (const values of ['1,,2', '1,x', '0,5', '-3', Array(201).fill('1').join(',')]) {
      expect(readSettings(params, { values }).unreadable).toHaveLength(1);
    }
  });

  it('says what changed and draws few nodes in both layouts', () => {
    const linear = changed(params, start, { definition: 'linear' });
    expect(tailJar.say(linear, outcomeOf(linear), outcomeOf(start))).toMatch(
      /^p90 399 ms, was 110\. /,
    );
    const page = changed(params, start, { source: LOG, fanOut: 69, correlation: 0.2 });
    const one = changed(params, start, { values: '7' });
    expect(tailJar.say(one, outcomeOf(one))).toBe('A single request of 7 ms is its own mean.');
    const [slow, slower] = ['10,20,30,40,50,60,70,80,90,990', '10,20,30,40,50,66,70,80,90,990'].map(
      (values) => changed(params, start, { values }),
    ) as [typeof start, typeof start];
    expect(tailJar.say(slower, outcomeOf(slower), outcomeOf(slow))).toBe(
      'The mean is 145 ms (was 144), yet only 1 of 10 requests is slower than it.',
    );
    const rich = changed(params, start, { customers: 'byValue', fanOut: 3 });
    const forty = changed(params, start, {
      values: Array.from({ length: 40 }, (_, i) => 100 + i).join(','),
      fanOut: 2,
    });
    for (const settings of [start, linear, page, one, rich, forty]) {
      for (const room of ['wide', 'narrow'] as const) {
        const markup = picture(tailJar, settings, outcomeOf(settings), room);
        expect(markup.match(/<[a-z]/g)?.length).toBeLessThan(120);
        expect(markup).not.toMatch(/NaN|undefined|Infinity/);
      }
    }
  });
});

describe('another jar beside it', () => {
  const runOf = (changes: AnySettings): { settings: typeof start; outcome: JarOutcome } => {
    const settings = changed(params, start, changes);
    return { settings, outcome: outcomeOf(settings) };
  };
  const ends = (markup: string): string | undefined =>
    /data-axis="x" (data-from="[^"]+" data-to="[^"]+")/.exec(markup)?.[1];
  const long = runOf({ source: 'queue:arrivals=100' });
  const shorter = runOf({ source: 'queue:arrivals=85' });

  const axesOf = ({ settings, outcome }: typeof long): Extents | undefined =>
    tailJar.draw(settings, outcome, { layout: 'wide' }).axes;

  it('lends its axis to a jar that fits in it, and none to one that would be pressed flat', () => {
    const lent = (run: typeof long, other: typeof long): string | undefined =>
      ends(picture(tailJar, run.settings, run.outcome, 'wide', { axes: axesOf(other) }));
    const own = (run: typeof long): string | undefined =>
      ends(picture(tailJar, run.settings, run.outcome, 'wide'));
    expect(own(shorter)).not.toBe(own(long));
    expect(lent(shorter, long)).toBe(own(long));
    expect(lent(long, shorter)).toBe(own(long));
    const flat = picture(tailJar, shorter.settings, shorter.outcome, 'wide', {
      axes: { straight: [0, 9000] },
    });
    expect(ends(flat)).toBe(own(shorter));
  });

  it('lends it to a list however alike its values are, for a hand may have made them so', () => {
    const lent = (values: string): string | undefined => {
      const { settings, outcome } = runOf({ source: 'own', values });
      return ends(picture(tailJar, settings, outcome, 'wide', { axes: axesOf(runOf({})) }));
    };
    const ten = ends(picture(tailJar, start, outcomeOf(start), 'wide'));
    expect([lent('90,95,100'), lent('50,5000'), lent('100')]).toEqual([ten, ten, ten]);
    expect(lent('49,100')).not.toBe(ten);
    expect(lent('100,5001')).not.toBe(ten);
  });

  it('is on its axis as a whole, whichever of the two is the longer', () => {
    const short = runOf({ source: 'own', values: '90,95,100,104,120' });
    for (const [run, ghost] of [
      [short, runOf({})],
      [runOf({}), short],
      [shorter, runOf({ source: 'queue:arrivals=115' })],
    ] as const) {
      for (const layout of ['wide', 'narrow'] as const) {
        const markup = picture(tailJar, run.settings, run.outcome, layout, { ghost });
        const path = /class="ghost".*? d="([^"]*)"/s.exec(markup)?.[1] ?? '';
        const lefts = [...path.matchAll(/M([\d.-]+)/g)].map(([, x]) => Number(x));
        const width = layout === 'wide' ? 680 : 320;
        expect(lefts).toHaveLength(ghost.outcome.jar?.shown.length ?? 0);
        expect(Math.min(...lefts)).toBeGreaterThan(37);
        expect(Math.max(...lefts)).toBeLessThanOrEqual(width - 18);
      }
    }
  });

  it('is seen by the hand: a dot goes to the latency that the axis of both has there', () => {
    const list = runOf({ source: 'own', values: '90,95,120' });
    const ghost = runOf({});
    const { axes } = tailJar.draw(list.settings, list.outcome, { layout: 'wide', ghost });
    const view = { layout: 'wide', axes } as const;
    const { x, floor } = scalesFor(list.settings, view);
    expect(x.domain[1]).toBeGreaterThan(3000);
    const { outcome, settings } = list;
    const markup = picture(tailJar, settings, outcome, 'wide', { ghost });
    const handle = /data-handle="2"[^>]*cx="([\d.]+)"/.exec(markup)?.[1];
    expect(Number(handle)).toBeCloseTo(x(120), 1);
    const to = { x: x(2000), y: floor - 50 };
    expect(tailJar.edit?.move(settings, '2', to, view)).toBe('90,95,2000');
  });

  it('stands behind it, and leaves all else as it is', () => {
    const alone = picture(tailJar, long.settings, long.outcome, 'narrow');
    const both = picture(tailJar, long.settings, long.outcome, 'narrow', { ghost: shorter });
    expect(both.match(/data-part="ghost"/g)).toHaveLength(1);
    expect(both.replace(/<g class="ghost".*?<\/g>/s, '')).toBe(alone);
  });
});
