// The report as it is written: whatever the storage holds enters as text, and every dot of the plot stands in a table too.
import { expect, test } from 'vitest';
import type { Asked } from '../../src/measured/pure/asked.ts';
import { collect } from '../../src/measured/pure/collect.ts';
import {
  aboutOwn,
  ownReport,
  pinnedReport,
  triedReport,
  type Place,
} from '../../src/measured/report.ts';
import type { Names } from '../../src/measured/pure/pinned.ts';
import type { WorkRun } from '../../src/tasks/storage/pure/work.ts';

const LINE = { min: 0, max: 100, unit: '%', digits: 0 };
const all: readonly Asked[] = [
  { question: 'caught', version: 1, what: { form: 'numbers', lines: [LINE] } },
  { question: 'held', version: 1, what: { form: 'numbers', lines: [LINE] } },
  { question: 'pick', version: 1, what: { form: 'choice', right: 'a', of: 2 } },
  { question: 'open', version: 1, what: { form: 'choice', right: 'a', of: 2 } },
];
const time = '2026-11-27T09:00:00.000Z';
const placeOf = ({ question }: Asked): Place => ({
  href: `/lessons/one/#question-${question}`,
  text: `What of ${question}?`,
  lesson: 'One',
});
const kept = (question: string, answer: string | readonly string[], found?: readonly number[]) => ({
  [`${question}@1`]: {
    ...{ question, version: 1, answer, time, saw: 'You said <img src=x onerror=alert(1)>.' },
    ...(found && { found }),
  },
});
const work = {
  answers: { ...kept('caught', '90', [70]), ...kept('held', '10', [60]), ...kept('pick', ['b']) },
};
const found = collect(all, work);

test('the largest surprise is the first row and the first name in the plot', () => {
  const { markup } = ownReport(found, placeOf);
  const rows = [
    ...markup.matchAll(/<tr role="row"><td role="cell" class="number">(\d)<\/td>.*?<\/tr>/g),
  ];
  expect(rows.map(([row, n]) => [n, /What of (\w+)/.exec(row)?.[1]])).toEqual([
    ['1', 'held'],
    ['2', 'caught'],
  ]);
  expect(rows[0]?.[0]).toMatch(/>10\u00a0%<.*>60\u00a0%<.*>50\u00a0%</);
  expect(markup.match(/class="run-fill"/g)).toHaveLength(2);
  expect(markup).toContain('You guessed 2 numbers: 1 too low and 1 too high');
  expect(markup).toContain(
    'Of your 1 choice, 0 were right; by picking at random, 0.5 would be right on average.',
  );
});

test('what the storage says is text, whatever it says', () => {
  const { markup } = ownReport(found, placeOf);
  expect(markup).toContain('You said &lt;img src=x');
  expect(markup).not.toContain('<img');
});

const NAMES: Names = {
  version: 2,
  settings: {
    calls: { label: 'Calls', start: 1 },
    wait: { label: 'Longest wait', start: 5, unit: 'ms' },
    order: { label: 'Order', start: 'fifo', options: { fifo: 'as they come', lifo: 'last first' } },
    seed: { label: 'Seed', start: 1 },
  },
  measures: {
    late: { label: 'Late', digits: 0, unit: 'share' },
    none: { label: 'Nothing', digits: 0 },
    mean: { label: 'Mean', digits: 1, unit: 'ms' },
    p99: { label: 'p99', digits: 0, unit: 'ms' },
    p999: { label: 'p99.9', digits: 0, unit: 'ms' },
  },
};
const pinnedRun = (version: number, settings: WorkRun['run']['settings']): WorkRun => ({
  run: {
    ...{ widget: 'jar', version, settings, backend: 'sim' },
    measures: { late: 0.25, none: null, mean: 12.34, p99: 80, p999: 200 },
  },
  ...{ state: 'done', time },
});

test('a pinned run says what was set otherwise than at its start, and three of its measures', () => {
  const jar = {
    ...{ id: 'jar', href: '/lessons/one/#jar', text: 'The jar', lesson: 'One', names: NAMES },
    start: { calls: 10 },
  };
  const ran = { count: 9, recent: [pinnedRun(2, { calls: 3, wait: 5, order: 'fifo', seed: 1 })] };
  const recent = [
    pinnedRun(1, { calls: 7, wait: 5, order: 'fifo', seed: 1 }),
    pinnedRun(2, { calls: 10, wait: 20, order: 'lifo', seed: 1 }),
    pinnedRun(2, { calls: 10, wait: 5, order: 'fifo', seed: 1 }),
  ];
  const pinned = pinnedReport({ jar: ran, 'jar--pinned': { count: 3, recent } }, [jar]);
  const said = pinned === false ? '' : pinned.markup;
  expect(said.match(/<tr role="row"><th scope="row"/g)).toHaveLength(2);
  expect(said).toContain('>Longest wait 20\u00a0ms; Order last first</td>');
  expect(said).toContain('>Late: 25\u00a0%; Mean: 12.3\u00a0ms; p99: 80\u00a0ms</td>');
  expect(said).toContain('>as at the start</td>');
  expect(pinnedReport({ jar: ran }, [jar])).toBe(false);
  // Nor does it count as an experiment more.
  expect(aboutOwn(found, { jar: ran, 'jar--pinned': { count: 3, recent } })).toContain(
    'In 1 experiment you have made 9 runs.',
  );
});

test('what was never tried is named, each with its link, and what was run most comes first', () => {
  const experiments = ['jar', 'queue', 'board'].map((id) => ({
    ...{ id, href: `/lessons/one/#${id}`, text: `The ${id}`, lesson: 'One', names: NAMES },
    start: { calls: 10 },
  }));
  const runs = { queue: { count: 2, recent: [] }, jar: { count: 5, recent: [] } };
  const { markup } = triedReport(found, { runs, experiments }, placeOf);
  expect(markup.indexOf('The jar')).toBeLessThan(markup.indexOf('The queue'));
  expect(markup.indexOf('The board')).toBeGreaterThan(markup.indexOf('Never tried'));
  expect(markup).toContain('href="/lessons/one/#question-open"');
  expect(markup).not.toContain('#question-pick');
  expect(aboutOwn(found, runs)).toContain(
    'Of the book’s 4 predictions you have made 3 and seen what the run gave. In 2 experiments you have made 7 runs.',
  );
});
