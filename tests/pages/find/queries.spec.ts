/** What a newcomer types, and where it must lead, in the file that the build has written. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from '../book.ts';
import type { FindFile } from '../../../src/find/pure/found.ts';
import { searchIn } from '../../../src/find/search.ts';

/** Beginnings of addresses, one of which must be among the first three. */
const LEADS_TO: Readonly<Record<string, readonly string[]>> = {
  batching: ['lessons/latency-and-throughput/'],
  'what is latency': ['lessons/latency-and-throughput/', 'glossary/#word-latency'],
  'tail latency': ['lessons/the-tail/'],
  p99: ['glossary/#word-tail', 'glossary/#word-percentile'],
  drift: ['glossary/#word-concept-drift', 'glossary/#word-distribution-shift'],
  'concept drift': ['glossary/#word-concept-drift'],
  'feedback loop': ['glossary/#word-feedback-loop'],
  quantization: ['lessons/small-enough-to-ship/'],
  quantizing: ['lessons/small-enough-to-ship/'],
  fairness: ['lessons/equal-in-what/', 'lessons/who-pays-for-the-errors/'],
  discrimination: ['lessons/equal-in-what/', 'lessons/who-pays-for-the-errors/'],
  'A/B test': ['glossary/#word-multiple-comparisons'],
  monitoring: ['glossary/#word-monitoring', 'lessons/all-lamps-green/'],
  MLOps: ['glossary/#word-ml-systems-design', 'glossary/#word-monitoring'],
  deployment: ['glossary/#word-rolling-update', 'glossary/#word-ml-systems-design'],
  inference: ['glossary/#word-inference'],
  LLM: ['glossary/#word-transformer', 'glossary/#word-token', 'lessons/one-token-at-a-time/'],
  ChatGPT: ['glossary/#word-transformer'],
  'mislabeled data': ['glossary/#word-label-noise', 'lessons/mind-or-data/', 'lessons/more-is-not'],
  overfitting: ['glossary/#word-early-stopping', 'glossary/#word-memorisation'],
  'confusion matrix': ['glossary/#word-precision', 'glossary/#word-recall'],
  'precision and recall': ['lessons/data-in-production/'],
  'base rates': ['glossary/#word-base-rate'],
  'spam filter': ['lessons/'],
  backdoors: ['glossary/#word-backdoor', 'lessons/part-code-part-data/'],
  'nearest neighbor': ['glossary/#word-nearest-neighbour'],
  reproducibility: ['glossary/#word-seed', 'lessons/the-same-run-twice/'],
  autoscaling: ['lessons/black-friday/', 'glossary/#word-autoscaling'],
  leaderboard: ['lessons/the-winner-was-lucky/'],
  mortgage: ['data-sets/#data-hmda', 'lessons/who-pays-for-the-errors/'],
  MNIST: ['data-sets/#data-mnist'],
  shakespeare: ['data-sets/#data-plays'],
  'Chip Huyen': ['lessons/'],
  Northcutt: ['data-sets/#data-mnist-label-errors', 'lessons/'],
  homework: ['teachers/'],
  'exam grades': ['teachers/'],
  'how do I print this': ['downloads/'],
  'pdf download': ['downloads/'],
  offline: ['downloads/'],
  python: ['python/'],
};

const text = readFileSync('dist/search.json', 'utf8');
const search = await searchIn((JSON.parse(text) as FindFile).found);
const leads = (query: string, to: readonly string[]): boolean =>
  search(query)
    .hits.slice(0, 3)
    .some(({ found }) => to.some((one) => found.href.startsWith(one)));

/** A draw from 0 to `below`, the same in every run. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A query with one typing error: in a word of five letters or more two are swapped, or one is dropped or doubled. */
function misspelt(query: string, draw: (below: number) => number): string {
  const words = query.match(/\p{L}{5,}/gu) ?? [];
  const word = words[draw(words.length)];
  if (word === undefined) return query;
  const at = draw(word.length - 1);
  const [a = '', b = ''] = word.slice(at, at + 2);
  const pair = [b + a, b, a + a + b][draw(3)] ?? '';
  return query.replace(word, word.slice(0, at) + pair + word.slice(at + 2));
}

test('what forty queries are after is among the first three places', () => {
  const all = Object.entries(LEADS_TO);
  expect(all).toHaveLength(40);
  expect(all.filter(([query, to]) => !leads(query, to)).map(([query]) => query)).toEqual([]);
});

test('so it is with a typing error in each, but for four at most', () => {
  const draw = seeded(7);
  const all = Object.entries(LEADS_TO).map(([query, to]) => [misspelt(query, draw), to] as const);
  expect(all.filter(([query]) => !(query in LEADS_TO)).length).toBeGreaterThan(35);
  const lost = all.filter(([query, to]) => !leads(query, to)).map(([query]) => query);
  expect(lost.length, lost.join(', ')).toBeLessThanOrEqual(4);
});

test('the file stays small', () => {
  expect(gzipSync(text).length).toBeLessThanOrEqual(90_000);
});
