import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fieldsOf, packed } from '../../../../scripts/pack-lm-sizes.mjs';
import { outcomeOf } from '../../../../widgets/experiments/dataset-sizes/model.ts';
import { params, SETS } from '../../../../widgets/experiments/dataset-sizes/params.ts';
import { played } from '../../../../widgets/experiments/dataset-sizes/played.ts';
import { great } from '../../../../widgets/experiments/dataset-sizes/say.ts';
import { readSets, yearOf } from '../../../../widgets/experiments/dataset-sizes/sets.ts';
import { datasetSizes } from '../../../../widgets/experiments/dataset-sizes/widget.ts';
import { changed, defaults, type AnySettings } from '../../../../widgets/kit/contract/params.ts';
import { boundsAt, heightAt, lineThrough } from '../../../../widgets/kit/numbers/line.ts';
import { seeded } from '../../../../widgets/kit/numbers/random.ts';
import { studentT } from '../../../../widgets/kit/numbers/student-t.ts';
import { measureAll } from '../../../../widgets/kit/contract/widget.ts';
import type { Layout } from '../../../../widgets/kit/contract/widget.ts';
import { figureOf } from '../../../../widgets/kit/draw/drawing.ts';
import { drawn as picture } from '../../drawn.ts';

const bytes = readFileSync('public/data/lm-sizes.tsv');
const sets = readSets(bytes);
const start = defaults(params);
const at = (changes: AnySettings): ReturnType<typeof measureAll> =>
  measureAll(datasetSizes, outcomeOf(changed(params, start, changes), sets));

/** Two-sided 95 % points of Student's t for 1 to 22 degrees of freedom, as printed in tables. */
const TABLE = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145,
  2.131, 2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074,
];

/** Least squares by the sums of a textbook, on days since 2000 and decimal logarithms, read from the file anew. */
function byHand(from: number, to: number): { n: number; slope: number; give: number } {
  const rows = bytes
    .toString()
    .trim()
    .split('\n')
    .map((line) => line.split('\t'));
  const DAY = 86_400_000;
  const pairs = rows.flatMap(([date = '', , size]) => {
    const year = Number(date.slice(0, 4));
    if (year < from || year > to) return [];
    const length = (Date.UTC(year + 1, 0) - Date.UTC(year, 0)) / DAY;
    const x = year - 2000 + (Date.parse(date) - Date.UTC(year, 0)) / DAY / length;
    return [[x, Math.log10(Number(size))] as const];
  });
  const n = pairs.length;
  const sum = (of: (x: number, y: number) => number): number =>
    pairs.reduce((total, [x, y]) => total + of(x, y), 0);
  const [sx, sy] = [sum((x) => x), sum((_, y) => y)];
  const [sxx, sxy, syy] = [sum((x) => x * x), sum((x, y) => x * y), sum((_, y) => y * y)];
  const slope = (n * sxy - sx * sy) / (n * sxx - sx * sx);
  const left = syy - (sy * sy) / n - slope * (sxy - (sx * sy) / n);
  const give = (TABLE[n - 3] ?? Number.NaN) * Math.sqrt(left / (n - 2) / (sxx - (sx * sx) / n));
  return { n, slope, give };
}

const spans = Array.from({ length: 14 }, (_, i) => 2013 + i).flatMap((from) =>
  Array.from({ length: 2027 - from }, (_, i) => [from, from + i] as const),
);

describe('the trend', () => {
  it('equals least squares by hand, interval included, in every span with three sets or more', () => {
    let compared = 0;
    for (const [from, to] of spans) {
      const hand = byHand(from, to);
      const { measures } = at({ from, to });
      expect(measures['points']).toBe(hand.n);
      if (hand.n < 3) continue;
      compared += 1;
      const ln = (name: string): number => Math.log10(measures[name] ?? Number.NaN);
      expect(ln('growthPerYear')).toBeCloseTo(hand.slope, 7);
      // The table has four figures.
      expect((ln('growthHigh') - ln('growthPerYear')) / hand.give).toBeCloseTo(1, 3);
      expect((ln('growthPerYear') - ln('growthLow')) / hand.give).toBeCloseTo(1, 3);
    }
    expect(compared).toBe(80);
  });

  it('gives 29 a year for 2018 to 2020, 1.37 (0.98 to 1.90) since 2024, and 2.85 over all', () => {
    expect(at({ from: 2018, to: 2020 }).measures['growthPerYear']).toBeCloseTo(28.74, 2);
    const since = at({ from: 2024, to: 2026 }).measures;
    expect(since['growthPerYear']).toBeCloseTo(1.368, 3);
    expect(since['growthLow']).toBeCloseTo(0.983, 3);
    expect(since['growthHigh']).toBeCloseTo(1.904, 3);
    expect(at({ from: 2013, to: 2026 }).measures['growthPerYear']).toBeCloseTo(2.852, 3);
  });

  it('finds a line that it was given, with an interval of no width', () => {
    const line = lineThrough(
      [2000, 2001.5, 2007].map((year) => [year, 3 + (year - 2000) * Math.LN2] as const),
    );
    expect(line?.slope).toBeCloseTo(Math.LN2, 10);
    expect(line?.give).toBeCloseTo(0, 6);
    expect(line && heightAt(line, 2010)).toBeCloseTo(3 + 10 * Math.LN2, 9);
  });

  it('has an interval that holds the true growth in about 95 of 100 made-up worlds', () => {
    const random = seeded(1, 'made-up worlds');
    let slopes = 0;
    let heights = 0;
    for (let world = 0; world < 4000; world += 1) {
      const points = [2018, 2018.4, 2019.9, 2020.3, 2022].map(
        (year) => [year, 0.7 * (year - 2020) + random.normal()] as const,
      );
      const line = lineThrough(points);
      if (line && Math.abs(line.slope - 0.7) < (line.give ?? 0)) slopes += 1;
      const [low = 0, high = 0] = (line && boundsAt(line, 2025)) ?? [];
      if (low < 3.5 && 3.5 < high) heights += 1;
    }
    expect(Math.abs(slopes / 4000 - 0.95)).toBeLessThan(0.012);
    expect(Math.abs(heights / 4000 - 0.95)).toBeLessThan(0.012);
  });

  it('has Student’s t as the tables print it', () => {
    for (const [i, printed] of TABLE.entries()) {
      expect(studentT(0.95, i + 1)).toBeCloseTo(printed, 3);
    }
    expect(studentT(0.99, 5)).toBeCloseTo(4.032, 3);
    expect(studentT(0.95, 1000)).toBeCloseTo(1.962, 3);
  });

  it('carries the line on: two spans forecast 2028 more than nine times apart', () => {
    const forecast = (from: number): number =>
      at({ from, to: 2026, until: 2028 }).measures['forecast'] ?? 0;
    const { slope } = byHand(2024, 2026);
    const earlier = at({ from: 2024, to: 2026, until: 2027 }).measures['forecast'] ?? 0;
    expect(Math.log10(forecast(2024) / earlier)).toBeCloseTo(slope, 6);
    expect(forecast(2013) / forecast(2024)).toBeCloseTo(9.46, 2);
  });
});

describe('a measure without meaning', () => {
  const why = (changes: AnySettings, name: string): string => {
    const { measures, why: reasons } = at(changes);
    expect(measures[name]).toBeNull();
    return reasons[name] ?? '';
  };

  it('says why: no set, one set, two sets, a span that ends before it begins', () => {
    expect(why({ from: 2014, to: 2017 }, 'growthPerYear')).toContain('no data set');
    expect(why({ from: 2013, to: 2017 }, 'doublingMonths')).toContain('one data set');
    expect(why({ from: 2020, to: 2018 }, 'doublingMonths')).toContain('after the last');
    expect(at({ from: 2020, to: 2018 }).measures['points']).toBe(0);
    expect(why({ from: 2018, to: 2018 }, 'doublingHigh')).toContain('two sets');
    expect(at({ from: 2018, to: 2018 }).measures['doublingMonths']).toBeCloseTo(2.12, 2);
    expect(why({}, 'forecast')).toContain('not carried on');
  });

  it('is the upper end of the doubling time exactly where the interval holds no growth', () => {
    for (const [from, to] of spans) {
      const { measures, why: reasons } = at({ from, to });
      const [low, high] = [measures['growthLow'] ?? null, measures['growthHigh'] ?? null];
      if (low === null || high === null) continue;
      expect(measures['doublingHigh'] === null).toBe(low <= 1);
      expect(measures['doublingMonths'] === null).toBe((measures['growthPerYear'] ?? 0) <= 1);
      expect(measures['doublingLow'] === null).toBe(high <= 1);
      if (low <= 1) expect(reasons['doublingHigh']).toContain('no growth');
    }
    expect(why({ from: 2025, to: 2026 }, 'doublingMonths')).toContain('do not grow');
  });

  it('is a line through sets of one date', () => {
    expect(lineThrough([1, 2, 3].map((size) => [2025, size] as const))).toBeNull();
  });
});

describe('the data', () => {
  it('are read whole, in the order of dates, each kind by its own sign', () => {
    expect(sets).toHaveLength(SETS);
    expect([...sets].sort((a, b) => a.year - b.year)).toEqual(sets);
    const kinds = sets.map((set) => set.kind);
    const count = (kind: string): number => kinds.filter((one) => one === kind).length;
    expect(['words', 'tokens', 'estimate', 'mixed'].map(count)).toEqual([3, 17, 2, 2]);
    expect(sets.every((set) => set.size > 1e8 && /^https:\/\//.test(set.source))).toBe(true);
    expect(at({ to: 2026, sets: 'tokens' }).measures['points']).toBe(21);
    expect(at({ to: 2026, sets: 'text' }).measures['points']).toBe(22);
  });

  it('have dates as years with a fraction', () => {
    expect(yearOf('2024-01-01')).toBe(2024);
    expect(yearOf('2024-12-31')).toBeCloseTo(2024 + 365 / 366, 12);
    expect(yearOf('2021-07-02')).toBeCloseTo(2021 + 182 / 365, 12);
  });

  it('are packed from quoted and bare fields, sorted, and nothing that is not ASCII', () => {
    expect(fieldsOf('a,"b, ""c""",,d')).toEqual(['a', 'b, "c"', '', 'd']);
    const head = 'date,model_or_dataset,tokens,unit,modality,certainty,source_url,stored_evidence';
    const rows = [
      '2020-01-02,B,2,tokens,text,"so, so",https://b.example,x',
      '2019-01-01,A,1,t,t,c,s,y',
    ];
    expect(packed([head, ...rows].join('\r\n')).toString()).toBe(
      '2019-01-01\tA\t1\tt\tt\tc\ts\n2020-01-02\tB\t2\ttokens\ttext\tso, so\thttps://b.example\n',
    );
    expect(() => packed(`${head}\n2020-01-02,Ä,2,t,t,c,s,x`)).toThrow('ASCII');
    expect(() => packed('a,b\n1,2')).toThrow('model_or_dataset');
  });
});

describe('the ends of the span', () => {
  const { draw, edit } = datasetSizes;
  /** Where the mark of an end stands. */
  const placeOf = (settings: typeof start, handle: string, layout: Layout): number => {
    const { markup } = figureOf(draw(settings, outcomeOf(settings, sets), { layout }));
    const mark = markup.split(`data-handle="${handle}"`)[1];
    return Number(/ d="M([\d.]+)/.exec(mark ?? '')?.[1]);
  };
  const moved = (settings: typeof start, handle: string, by: number, layout: Layout): number => {
    const view = { layout, outcome: outcomeOf(settings, sets) };
    const year = edit?.step?.(settings, layout) ?? 0;
    const x = placeOf(settings, handle, layout) + by * year;
    return Number(edit?.move(settings, handle, { x, y: 0 }, view));
  };

  it.each(['wide', 'narrow'] as const)(
    'are taken from year to year where they are seen, %s',
    (layout) => {
      for (const [from, to] of spans) {
        for (const until of [to, 2032]) {
          const settings = changed(params, start, { from, to, until });
          for (const by of [-2, -1, 0, 0.4, 1]) {
            const [last, first] = [to + Math.round(by), from + Math.round(by)];
            const within = (year: number, low: number, high: number): number =>
              Math.min(high, Math.max(low, year));
            expect(moved(settings, 'to', by, layout)).toBe(within(last, from, 2026));
            expect(moved(settings, 'from', by, layout)).toBe(within(first, 2013, to));
          }
        }
      }
    },
  );

  it('stay when they are thrown away by a key, and are in no hand while the years are played', () => {
    expect(edit?.move(start, 'to', { x: 0, y: Infinity }, { layout: 'wide' })).toBeUndefined();
    const whole = outcomeOf(start, sets);
    const { body } = played.draw(start, whole, { layout: 'wide', moment: 2 });
    expect(body.markup).not.toContain('data-handle');
  });
});

describe('what is shown', () => {
  it('keeps back what came after the span until it is carried on', () => {
    const shown = (changes: AnySettings): readonly boolean[] =>
      outcomeOf(changed(params, start, changes), sets).shown.map((set) => set.isIn);
    expect(shown({})).toEqual([true, true, true]);
    expect(shown({ from: 2018, to: 2020 })).toEqual([false, true, true, true, true, true]);
    const carried = shown({ from: 2018, to: 2020, until: 2026 });
    expect(carried).toHaveLength(SETS);
    expect(carried.filter(Boolean)).toHaveLength(5);
    expect(picture(datasetSizes, start, outcomeOf(start, sets), 'wide')).not.toContain('GPT-3');
  });

  it('says what changed, a bound that is not there, and a set that is looked at', () => {
    const words = (changes: AnySettings, before?: AnySettings): string => {
      const settings = changed(params, start, changes);
      const was = before && outcomeOf(changed(params, start, before), sets);
      return datasetSizes.say(settings, outcomeOf(settings, sets), was);
    };
    expect(words({ to: 2020 }, {})).toMatch(
      /^From 2013 to 2020 the line through 6 sets rises ×2\.36 a year \(up from ×1\.18\) and doubles /,
    );
    expect(words({ from: 2024, to: 2026 })).toContain('(95 % interval: 13 months to never)');
    expect(words({ from: 2025, to: 2026 })).toContain('falls ×0.86 a year');
    // Two sets of one week: a factor of nought would be no factor.
    expect(words({ from: 2022, to: 2022 })).toContain('falls under ×0.01 a year');
    expect(words({ to: 2026 }, { from: 2022, to: 2022 })).toContain(
      'rises ×2.85 a year (up from under ×0.01) and',
    );
    expect(words({ from: 2025, to: 2026 }, { to: 2026 })).toContain(
      'falls ×0.86 a year (down from ×2.85); 95 % interval of doubling: ',
    );
    expect(words({ from: 2013, to: 2026, until: 2028 })).toContain(
      'middle of 2028, it stands at 542 trillion (210 to 1,400 trillion)',
    );
    expect(words({ to: 2026, point: 6 })).toBe(
      'GPT-3 (corpus), 28 May 2020: 499 billion tokens; text; stated.',
    );
    // A set that is not on the chart yet is not told of either.
    expect(words({ point: 6 })).toBe(words({}));
  });

  it('writes sizes in three figures and a word', () => {
    const sizes = [
      4360, 800e6, 829250940, 999.7e6, 3.3e9, 10.66e9, 499e9, 1.4e12, 1.399e15, 6.1e20,
    ];
    expect(sizes.map(great)).toEqual([
      'under a million',
      '800 million',
      '829 million',
      '1 billion',
      '3.3 billion',
      '10.7 billion',
      '499 billion',
      '1.4 trillion',
      '1,400 trillion',
      'over a million trillion',
    ]);
  });

  it('lists every set with a link to its source', () => {
    const settings = changed(params, start, { to: 2026 });
    const { head, rows } = datasetSizes.tabulate(settings, outcomeOf(settings, sets));
    expect(rows).toHaveLength(SETS);
    for (const row of rows) expect(row).toHaveLength(head.length);
    expect(rows[5]?.[0]).toEqual({
      text: '6. GPT-3 (corpus)',
      href: 'https://arxiv.org/abs/2005.14165',
    });
  });
});

describe('the years, played', () => {
  const settings = changed(params, start, { to: 2026, until: 2026 });
  const outcome = outcomeOf(settings, sets);
  const { timeline } = datasetSizes;
  if (timeline?.kind !== 'moments') throw new Error('it has no moments');
  const last = timeline.count(outcome) - 1;
  const frame = (moment: number, layout: Layout): string =>
    figureOf(played.draw(settings, outcome, { layout, moment })).markup;

  it('have a moment for each year of the span', () => {
    expect(last).toBe(13);
    expect([timeline.label(outcome, 0), timeline.label(outcome, last)]).toEqual(['2013', '2026']);
    const backward = outcomeOf(changed(params, start, { from: 2020 }), sets);
    expect(timeline.count(backward)).toBeLessThan(2);
  });

  it('fit the line anew to what was known by the end of each', () => {
    for (let moment = 0; moment < last; moment += 1) {
      const to = 2013 + moment;
      const { measures } = at({ to, until: 2026 });
      const told = played.say(settings, outcome, moment);
      const growth = measures['growthPerYear'] ?? null;
      if (growth === null) expect(told).toContain('no trend to draw');
      else
        expect(told).toContain(`through ${measures['points']} sets rises ×${short(growth)} a year`);
      expect(told).not.toMatch(/NaN|undefined|null|false/);
      expect(told.length).toBeLessThan(150);
      for (const layout of ['wide', 'narrow'] as const) {
        const markup = frame(moment, layout);
        const known = sets.filter(({ year }) => year < to + 1);
        expect(markup.match(/class="tip/g)).toHaveLength(known.length);
        expect(markup).not.toMatch(/NaN|undefined|Infinity|e[+-]\d/);
      }
    }
    expect(played.say(settings, outcome, 7)).toBe(
      '2020 brings a set of 499 billion. By then the line through 6 sets rises ×2.36 a year (up from ×1.88) and points to 11.8 trillion in 2026.',
    );
  });

  it('show no set before its date, and stand still in axes and names', () => {
    for (const layout of ['wide', 'narrow'] as const) {
      const whole = figureOf(datasetSizes.draw(settings, outcome, { layout })).markup;
      const facts = (markup: string): readonly string[] => markup.match(/data-axis="[^>]*"/g) ?? [];
      const names = (markup: string): readonly string[] =>
        markup.match(/<text class="soft words".*?<\/text>/g) ?? [];
      for (const moment of [4.3, 6, 6.1, 6.59, 6.6, 6.8, 6.999, 12.4]) {
        const markup = frame(moment, layout);
        expect(facts(markup)).toEqual(facts(whole));
        expect(names(whole)).toEqual(expect.arrayContaining([...names(markup)]));
        expect(markup.includes('GPT-3')).toBe(moment > 6.3);
      }
    }
  });

  it('tell, on the way to a year, of that year, and show no line that is not its own or the one before', () => {
    const growth = (markup: string): string | undefined => /×([\d.]+) a year/.exec(markup)?.[1];
    for (let moment = 1; moment <= last; moment += 1) {
      const ends = [moment - 1, moment].map((one) => Number(growth(frame(one, 'wide')) ?? NaN));
      for (const share of [0.01, 0.3, 0.59, 0.61, 0.99]) {
        const at = moment - 1 + share;
        expect(played.say(settings, outcome, at)).toBe(played.say(settings, outcome, moment));
        const seen = growth(frame(at, 'wide'));
        if (seen === undefined) continue;
        const known = ends.filter((one) => !Number.isNaN(one));
        expect(Number(seen)).toBeGreaterThanOrEqual(Math.min(...known));
        expect(Number(seen)).toBeLessThanOrEqual(Math.max(...known));
      }
    }
  });

  it('bend the line from one year’s end to the next without a jump', () => {
    const end = (moment: number): number => {
      const [, y] = /class="run-fill" cx="[\d.]+" cy="([\d.-]+)"/.exec(frame(moment, 'wide')) ?? [];
      return Number(y);
    };
    const steps = Array.from({ length: 101 }, (_, i) => end(6 + i / 100));
    // While sets appear it waits.
    expect(new Set(steps.slice(0, 60)).size).toBe(1);
    const moves = steps.slice(1).map((y, i) => y - (steps[i] ?? NaN));
    expect(Math.max(...moves)).toBeLessThanOrEqual(0);
    expect(Math.min(...moves)).toBeGreaterThan(-3);
    expect(steps[100]).toBeLessThan((steps[0] ?? NaN) - 40);
  });
});

/** Three figures. */
function short(value: number): string {
  return String(Number(value.toPrecision(3)));
}
