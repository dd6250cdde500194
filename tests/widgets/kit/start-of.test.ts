import { expect, test } from 'vitest';
import { checkPlaced } from '../../../widgets/kit/contract/author-settings.ts';

const placed = { id: 'latency-batching', question: 'Does it wait longer?' };

test('an experiment is placed with its id and its question, and with what else it may have', () => {
  expect(() => {
    checkPlaced('batch-bench', { ...placed, title: undefined, ladder: 'x', settings: {} });
  }).not.toThrow();
});

test.each([
  [{ ...placed, lader: 'x' }, /<batch-bench id="latency-batching">.*no "lader"; it takes id/],
  [{ id: 'latency-batching' }, /<batch-bench id="latency-batching">: question is missing/],
  [{ ...placed, question: ' ' }, /question is missing/],
  [{ question: 'Why?' }, /id is missing/],
])('an experiment placed with %j stops the build', (props, said) => {
  expect(() => {
    checkPlaced('batch-bench', props);
  }).toThrow(said);
});
