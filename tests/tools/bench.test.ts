import { afterEach, expect, test, vi } from 'vitest';
import { closeAll, closesAtTheEnd } from '../../scripts/bench/closing.ts';
import { Figures } from '../../scripts/bench/figures.ts';
import { generatedLesson, idsOf, type LessonText } from '../../scripts/bench/generated.ts';
import { needsBook, partsOf } from '../../scripts/bench/named.mjs';
import { SMALLEST, sizesOf } from '../../scripts/bench/parts.ts';
import { readBook } from '../../src/tasks/practice/author/load.ts';
import { seeded } from '../../widgets/kit/numbers/random.ts';

afterEach(() => vi.restoreAllMocks());

test('parts are asked for by name, trials by number; the long ones only by name', () => {
  const how = { values: { trials: '3' }, flags: [] };
  expect(partsOf(['pages', 'queue'])).toEqual(['queue', 'pages']);
  expect(partsOf([])).not.toContain('book');
  expect(partsOf(['sweeps', 'book']).some(needsBook)).toBe(false);
  expect(partsOf([]).some(needsBook)).toBe(true);
  expect(sizesOf(how)).toMatchObject({ trials: 3, models: 11 });
  expect(sizesOf({ ...how, flags: ['smallest'] })).toEqual(SMALLEST);
});

test('figures are said as they come, and values of one name make one row', () => {
  const said = vi.spyOn(console, 'log').mockReturnValue();
  const figures = new Figures();
  expect(figures.table()).toBe('Nothing was measured.');
  for (const ms of [30, 40, 90]) {
    figures.add({ name: 'stop', unit: 'ms', values: [ms], limit: 50 });
  }
  expect(said.mock.calls.map(([line]) => line as string)).toEqual([
    '  stop: 30.0 ms',
    '  stop: 40.0 ms',
    '  stop: 90.0 ms',
  ]);
  expect(figures.table()).toMatch(/stop +40\.0 ms +90\.0 ms +50\.0 ms +kept/);
  expect(figures.allKept).toBe(true);
  figures.add({ name: 'start', unit: 'ms', values: [60], limit: 50 });
  expect(figures.allKept).toBe(false);
  expect(figures.table()).toContain('2 limits, 1 broken.');
});

test('what was opened is closed once, the latest first, whatever one of them throws', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  const closed: string[] = [];
  closesAtTheEnd(() => closed.push('server'));
  closesAtTheEnd(() => {
    throw new Error('stuck');
  });
  const early = closesAtTheEnd(() => closed.push('folder'));
  closesAtTheEnd(() => closed.push('browser'));
  await early();
  await closeAll();
  await closeAll();
  expect(closed).toEqual(['folder', 'browser', 'server']);
});

const MODEL: LessonText = {
  id: '03-long-waits',
  mdx: `---
title: 'Long waits'
experiments: [waits-coin, waits-jar]
---
<CoinToss id="waits-coin" settings={{ tosses: 5, seed: 4 }} veil="waits-many" />
<CoinToss id="waits-jar" question="How many?" />
<Question id="waits-many" /> See <Yours of="waits-coin" /> and [it](#question-waits-many), not waits-many-more.
`,
  yaml: JSON.stringify([
    {
      ...{ id: 'waits-many', version: 1, objective: 'o', prompt: 'p', minutes: 1 },
      ...{
        kind: 'prediction',
        instance: 'waits-coin',
        measure: 'heads',
        form: 'number',
        after: 'See it.',
      },
    },
  ]),
};

test('a generated lesson has ids, a seed, a title and a place of its own', () => {
  const book = readBook(
    new Map([
      ['content/a/03-long-waits.mdx', MODEL.mdx],
      ['content/a/03-long-waits.questions.yaml', MODEL.yaml],
    ]),
  );
  expect(idsOf(book, MODEL.id)).toEqual(['waits-coin', 'waits-jar', 'waits-many']);
  const make = (number: number): LessonText =>
    generatedLesson(book, [MODEL], number, seeded(1), () => true);
  const { id, mdx, yaml } = make(12);
  expect(id).toBe('long-waits-12');
  expect(mdx).toContain(`title: 'Long waits (12)'`);
  expect(mdx).toContain('[waits-coin-12, waits-jar-12]');
  expect(mdx).toMatch(
    /id="waits-coin-12" settings=\{\{ seed: \d+, tosses: 5, \}\} veil="waits-many-12"/,
  );
  expect(mdx).toMatch(/id="waits-jar-12" settings=\{\{ seed: \d+ \}\} question=/);
  expect(mdx).toContain(
    'of="waits-coin-12" /> and [it](#question-waits-many-12), not waits-many-more.',
  );
  expect(yaml).toContain('"id":"waits-many-12"');
  expect(yaml).toContain('"instance":"waits-coin-12"');
  expect(make(12)).toEqual(make(12));
});
