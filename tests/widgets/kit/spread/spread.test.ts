import { describe, expect, it } from 'vitest';
import {
  defaults,
  type AnySettings,
  type NumberParam,
  type Table,
} from '../../../../widgets/kit/contract/params.ts';
import { figureOf } from '../../../../widgets/kit/draw/drawing.ts';
import { drawSpread } from '../../../../widgets/kit/spread/figure.ts';
import { saySpread, spreadCsv, tabulateSpread } from '../../../../widgets/kit/spread/say.ts';
import {
  families,
  familyValues,
  linesOf,
  overSeeds,
  spreadable,
  type SpreadAsk,
  type SpreadView,
} from '../../../../widgets/kit/spread/spread.ts';
import { orderOf, viewOf as spreadView } from '../../../../widgets/kit/spread/order.ts';
import { resultOf, type RunRecord } from '../../../../widgets/kit/record/run-record.ts';
import { everyPart } from '../../../../src/workbench/every-part/widget.ts';
import { randomSettings } from '../../../../src/tasks/kinds/reach/random.ts';
import { readLink } from '../../../../widgets/page/read-link.ts';
import { toy, toyParams } from '../toy.ts';

const settings: AnySettings = defaults(toyParams);
/** What the toy gives, by hand: slope times place, and half the seed on top. */
const height = (one: AnySettings): number =>
  Number(one['slope']) * Number(one['x']) + Number(one['seed']) / 2;
const given = (one: AnySettings): RunRecord => resultOf(toy, one, { y: height(one) });

function viewOf(ask: SpreadAsk, more: Partial<SpreadView> = {}, pinned?: AnySettings): SpreadView {
  const order = orderOf(toy, ask, settings, pinned);
  return { ...spreadView(toy, order, { record: given }), ...more };
}
const runsOf = (ask: SpreadAsk, pinned?: AnySettings): number =>
  orderOf(toy, ask, settings, pinned).runs.length;
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('what can be spread', () => {
  it('is every number control but the seed, without what a link has closed', () => {
    expect(spreadable(toy).map(([name]) => name)).toEqual(['x', 'slope']);
    expect(spreadable(toy, ['x']).map(([name]) => name)).toEqual(['slope']);
    expect(spreadable(toy, ['x', 'slope'])).toEqual([]);
  });

  it('makes families of every other setting with values to choose from, the seed too', () => {
    expect(families(toy, 'x').map(([name]) => name)).toEqual(['slope', 'colour', 'seed']);
    expect(families(toy, 'slope', ['seed']).map(([name]) => name)).toEqual(['x', 'colour']);
  });

  it('has at most five lines, the present value among them, in rising order', () => {
    const at = (present: number): readonly (number | string)[] =>
      familyValues('x', toyParams.x as NumberParam, present);
    expect(at(5)).toEqual([0, 3, 5, 8, 10]);
    expect(at(2)).toEqual([0, 2, 5, 8, 10]);
    expect(familyValues('seed', toyParams.seed as NumberParam, 1)).toEqual([1, 2, 3, 4, 5]);
    expect(familyValues('seed', toyParams.seed as NumberParam, 8)).toEqual([1, 2, 3, 4, 8]);
    expect(familyValues('colour', toyParams.colour, 'blue')).toEqual(['red', 'blue']);
  });
});

describe('what is set by hand', () => {
  const start: AnySettings = defaults(everyPart.params);
  const byHand = Object.entries(everyPart.params as Table)
    .filter(([, param]) => param.kind === 'text' && param.surface)
    .map(([name]) => name);
  const ask: SpreadAsk = { param: 'price', measure: 'total' };

  it('is neither spread nor a family, of whatever kind, and a link that asks for it is told so', () => {
    expect(spreadable(everyPart).map(([name]) => name)).toEqual(['price']);
    expect(families(everyPart, 'price')).toEqual([]);
    for (const name of byHand) {
      for (const spread of [`price,total,${name}`, `${name},total`]) {
        const link = readLink(everyPart, 'e', start, `?e.spread=${spread}`);
        expect([link?.spread, link?.notices.length]).toEqual([undefined, 1]);
      }
    }
  });

  it.each(byHand)('goes into every run of a line as it is: %s', (name) => {
    const { [name]: text } = randomSettings(everyPart, [name], 2);
    const [line, ...others] = linesOf(everyPart, { ...start, [name]: text ?? '' }, ask);
    expect(others).toEqual([]);
    expect(line?.runs.map((run) => run['price'])).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(line?.runs.map((run) => run[name])).toEqual(Array(11).fill(text));
  });

  it.each(byHand)('is compared with another by pinning it: %s', (name) => {
    const { [name]: text } = randomSettings(everyPart, [name], 2);
    const pinned = { ...start, [name]: text ?? '' };
    const lines = linesOf(everyPart, start, ask, pinned);
    expect(lines.map(({ role, runs }) => [role, runs[0]?.[name]])).toEqual([
      ['now', start[name]],
      ['pinned', text],
    ]);
  });
});

describe('the order of a spread', () => {
  it('runs each value once and the present line once, whatever is pinned', () => {
    const alone = linesOf(toy, settings, { param: 'x', measure: 'y' });
    expect(alone.map(({ role }) => role)).toEqual(['now']);
    expect(runsOf({ param: 'x', measure: 'y' })).toBe(11);
    const elsewhere = { ...settings, x: 9 };
    expect(linesOf(toy, settings, { param: 'x', measure: 'y' }, elsewhere)).toHaveLength(1);
    const steeper = { ...settings, slope: 7 };
    const two = linesOf(toy, settings, { param: 'x', measure: 'y' }, steeper);
    expect(two.map(({ role }) => role)).toEqual(['now', 'pinned']);
    expect(runsOf({ param: 'x', measure: 'y' }, steeper)).toBe(22);
  });

  it('of a family over seeds is five times as long, with one line that is now', () => {
    const lines = linesOf(toy, settings, { param: 'x', measure: 'y', by: 'seed' });
    expect(lines.map(({ role }) => role)).toEqual(['now', 'other', 'other', 'other', 'other']);
    expect(runsOf({ param: 'x', measure: 'y', by: 'seed' })).toBe(55);
  });
});

describe('a spread in words', () => {
  it('says where the measure is lowest and highest', () => {
    expect(plain(saySpread(toy, viewOf({ param: 'x', measure: 'y' })))).toBe(
      'Height, over place: lowest at 0 (0.5 ms), highest at 10 (30.5 ms).',
    );
  });

  it('of a curve that has arrived, says where it arrived', () => {
    const view = viewOf({ param: 'x', measure: 'y' });
    const level = {
      ...view,
      lines: view.lines.map((line) => ({
        ...line,
        points: line.points.map(({ x, run }) => ({
          x,
          run: { ...run, measures: { y: Math.min(x, 4) } },
        })),
      })),
    };
    expect(plain(saySpread(toy, level))).toBe(
      'Height, over place: lowest at 0 (0.0 ms), highest at 4 (4.0 ms).',
    );
  });

  it('counts what has no value, with the verb that fits', () => {
    const view = viewOf({ param: 'x', measure: 'y' });
    const holed = (many: number): SpreadView => ({
      ...view,
      lines: view.lines.map((line) => ({
        ...line,
        points: line.points.map(({ x, run }, i) => ({
          x,
          run: i < many ? { ...run, measures: {} } : run,
        })),
      })),
    });
    expect(saySpread(toy, holed(1))).toContain('1 of 11 settings gives no value');
    expect(saySpread(toy, holed(2))).toContain('2 of 11 settings give no value');
  });

  it('of a family says which line goes lowest and highest, and where all meet', () => {
    const said = plain(saySpread(toy, viewOf({ param: 'slope', measure: 'y', by: 'x' })));
    // At place 0 the toy is flat; 2 is the present place.
    expect(said).toContain('Height, over slope: lowest at 1 (2.5 ms)');
    expect(said).toContain('Of the lines for place, 0 goes lowest (0.5 ms at 1)');
    expect(said).toContain('and 10 goes highest (10,000.5 ms at 1,000)');
    const meet = plain(saySpread(toy, viewOf({ param: 'x', measure: 'y', by: 'slope' })));
    expect(meet).toContain('Of the lines for slope, all go down to 0.5 ms, and 1,000 ms goes');
  });

  it('over seeds speaks of their mean and of how far they part', () => {
    const said = plain(saySpread(toy, viewOf({ param: 'x', measure: 'y', by: 'seed' })));
    // Seeds 1 to 5 add 0.5 to 2.5: 1.5 on average, and everywhere 2 apart.
    expect(said).toContain('Height, mean of 5 seeds, over place: lowest at 0 (1.5 ms)');
    expect(said).toMatch(/furthest apart at \d+: from (\d*)0\.5 ms to \d*2\.5 ms/);
  });
});

describe('a family over seeds', () => {
  it('has the mean, the lowest and the highest of those that have a value', () => {
    const view = viewOf({ param: 'x', measure: 'y', by: 'seed' });
    expect(overSeeds(view)[2]).toEqual({ x: 2, mean: 7.5, low: 6.5, high: 8.5, count: 5 });
    const lines = view.lines.map((line, i) => (i > 1 ? { ...line, points: [] } : line));
    expect(overSeeds({ ...view, lines })[2]).toMatchObject({ mean: 6.75, count: 2 });
  });
});

describe('a spread as a table and a file', () => {
  it('shows one column for each line, of the measure that is chosen', () => {
    const table = (ask: SpreadAsk): string => plain(tabulateSpread(toy, viewOf(ask)).markup);
    const one = table({ param: 'x', measure: 'y' });
    expect(one.match(/<th scope="col">/g)).toHaveLength(2);
    expect(one).toContain('<th scope="row">10</th><td>30.5 ms</td>');
    const five = table({ param: 'x', measure: 'y', by: 'slope' });
    expect(five.match(/<th scope="col">/g)).toHaveLength(6);
    expect(five).toContain('<th scope="col">3 ms (now)</th>');
    expect(table({ param: 'x', measure: 'y', by: 'seed' })).toContain('<th scope="col">Mean</th>');
  });

  it('as a file has a row for each run, with every setting and every measure in full', () => {
    const prediction = [{ x: 4, y: 12 }];
    const rows = spreadCsv(toy, viewOf({ param: 'x', measure: 'y', by: 'seed' }, { prediction }))
      .trimEnd()
      .split('\r\n');
    expect(rows[0]).toBe(
      'Line,Place,Slope [ms],Colour,Dots,Seed,Height [ms],"Part [share, 0 to 1]"',
    );
    expect(rows).toHaveLength(1 + 55 + 1);
    expect(rows[3]).toBe('seed 1 (now),2,3,red,,1,6.5,0.065');
    expect(rows.at(-1)).toBe('your prediction,4,,,,,12,');
  });
});

describe('a spread as a drawing', () => {
  const pinned = { ...settings, slope: 9 };
  const prediction = [
    { x: 0, y: 1 },
    { x: 10, y: 2 },
  ];
  it.each(['wide', 'narrow'] as const)('draws %s every line by a look and a name', (room) => {
    const view = viewOf({ param: 'x', measure: 'y' }, { prediction }, pinned);
    const drawn = figureOf(drawSpread(toy, view, room)).markup;
    for (const look of ['run-line', 'pinned-line', 'prediction-line'])
      expect(drawn).toContain(look);
    for (const name of ['now', 'pinned', 'prediction']) expect(drawn).toContain(`${name}</tspan>`);
  });

  it('tells the lines of a family apart by sign and name, inside its room', () => {
    for (const room of ['wide', 'narrow'] as const) {
      const view = viewOf({ param: 'x', measure: 'y', by: 'slope' }, { prediction }, pinned);
      const drawn = figureOf(drawSpread(toy, view, room)).markup;
      for (const sign of [1, 2, 3, 4]) expect(drawn).toContain(`class="cat-${sign}"`);
      expect(drawn).toContain('(now)');
      expect(drawn.match(/<[a-z]/g)?.length ?? 0).toBeLessThan(120);
      const tops = [...drawn.matchAll(/<text [^>]*class="(?:soft|run)" x="[\d.]+" y="([\d.]+)">/g)];
      const ys = tops.map(([, y]) => Number(y));
      expect(ys).toHaveLength(7);
      // Rows of names, none on another, none out of the drawing.
      for (const [i, y] of ys.entries())
        if (i > 0) expect(y - (ys[i - 1] ?? 0)).toBeGreaterThan(14);
      expect(Math.max(...ys)).toBeLessThan(room === 'wide' ? 260 : 220);
      expect(Math.min(...ys)).toBeGreaterThan(10);
    }
  });

  it('gives a share a plain axis and a quantity over powers of ten a logarithmic one', () => {
    const ticks = (measure: string): string[] => {
      const drawn = figureOf(drawSpread(toy, viewOf({ param: 'slope', measure }), 'wide')).markup;
      const axis = drawn.split('class="axis"')[2] ?? '';
      return [...axis.matchAll(/text-anchor="end">([^<]+)</g)].map(([, tick]) => tick ?? '');
    };
    expect(ticks('y')).toEqual(['10', '100', '1,000']);
    expect(ticks('part')[0]).toBe('0');
  });

  it('over seeds has a band and the mean; of settings before it is grey', () => {
    const drawn = figureOf(
      drawSpread(toy, viewOf({ param: 'x', measure: 'y', by: 'seed' }), 'wide'),
    ).markup;
    expect(drawn).toContain('class="band"');
    expect(drawn).toContain('mean of 5 seeds');
    expect(drawn.match(/seed-line/g)).toHaveLength(4);
    const stale = viewOf({ param: 'x', measure: 'y' }, { isStale: true });
    expect(figureOf(drawSpread(toy, stale, 'wide')).markup).toContain('figure stale');
  });
});
