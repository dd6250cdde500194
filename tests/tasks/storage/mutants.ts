/** Work files as no reader would save them: a realistic one, with one thing in it changed. Drawn from a seed. */
import { seeded, type Random } from '../../../widgets/kit/numbers/random.ts';

const KINDS = ['answer', 'prediction', 'hint', 'solution', 'reach'] as const;
const ANSWERS: readonly unknown[] = [
  '76 ms',
  null,
  ['mean', 'median'],
  [
    { x: 1, y: 20 },
    { x: 2, y: 40.5 },
  ],
  { maxBatch: 32, source: 'queue:arrivals=100' },
];

const timeOf = (i: number): string => new Date(Date.UTC(2026, 0, 1, 10, 0, i)).toISOString();

/** A file of format 1 or 2 with ten answers of every kind, thirty entries, and in format 2 six runs of two experiments. */
export function realisticFile(format: 1 | 2): Record<string, unknown> {
  const place = (i: number) => ({ question: `q${i % 10}`, version: 1 + (i % 2), time: timeOf(i) });
  const given = (i: number): unknown => structuredClone(ANSWERS[i % ANSWERS.length]);
  const kept = (i: number) => ({
    ...place(i),
    answer: given(i),
    correct: i % 3 === 0,
    saw: 'It is 3.',
  });
  const entries = Array.from({ length: 30 }, (_, i) => ({
    ...place(i),
    id: `entry-${i}`,
    kind: KINDS[i % KINDS.length],
    answer: given(i),
    correct: i % 3 === 0,
    credit: 0.5,
    settings: { arrivals: 100, seed: i },
    seed: i,
    backend: 'sim',
  }));
  const run = (i: number) => ({
    run: {
      widget: 'a-widget',
      version: 1,
      settings: { arrivals: i, seed: 1, text: 'm1n2' },
      measures: { mean: 3.5, none: null },
      backend: 'wasm',
    },
    state: i === 0 ? 'partial' : 'done',
    time: timeOf(i),
  });
  return {
    format,
    book: 'book',
    edition: '1',
    answers: Object.fromEntries(
      Array.from({ length: 10 }, (_, i) => [`q${i}@${1 + (i % 2)}`, kept(i)]),
    ),
    log: entries,
    ...(format === 2 && {
      runs: {
        one: { count: 9, recent: [0, 1, 2, 3].map(run) },
        two: { count: 2, recent: [4, 5].map(run) },
      },
    }),
    aside: ['{"torn'],
  };
}

/** Stand in a value for what no value can hold: text that is put into the file as it is. */
const RAW: Readonly<Record<string, string>> = {
  '@deep-list@': '['.repeat(20_000) + ']'.repeat(20_000),
  '@deep-object@': `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
  '@infinity@': '1e999',
  '@huge@': '123456789012345678901234567890',
  '@surrogate@': '"\\ud800"',
  '@proto@': '{"__proto__":{"x":1}}',
  '@torn@': '"tor',
};
const NASTY: readonly unknown[] = [
  ...Object.keys(RAW),
  ...[null, true, 0, -1, 1.5, '', 'x'.repeat(20_000), [], {}, [[]], [null], [{}], { x: {} }],
  ...[{ toString: 1, valueOf: 2 }, [[1, [2, [3]]]], { x: 1, y: { z: 2 } }, ['a', 1], [{ x: 1 }]],
  ...['2999-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z', '+275760-09-13T00:00:00.000Z'],
  ...['2026-02-30T00:00:00.000Z', 'yesterday', '0000-01-01T00:00:00.000Z', '2026-01-01'],
];

type Tree = Record<string, unknown> | unknown[];
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

function trees(value: unknown): readonly Tree[] {
  return isTree(value) ? [value, ...Object.values(value).flatMap(trees)] : [];
}

/** One change somewhere in a tree. */
function change(tree: unknown, random: Random): void {
  const all = trees(tree);
  const at = all[random.whole(all.length)] as Record<string, unknown>;
  const keys = Object.keys(at);
  const key = keys[random.whole(keys.length)];
  const nasty = structuredClone(NASTY[random.whole(NASTY.length)]);
  const how = random.whole(8);
  if (key === undefined || how === 0) at[`new-${random.whole(9)}`] = nasty;
  else if (how === 1) Reflect.deleteProperty(at, key);
  else if (how === 2) {
    const other = all[random.whole(all.length)];
    at[key] = structuredClone(other);
  } else if (how === 3) at[['constructor', 'toString', '@key@'][random.whole(3)] ?? ''] = at[key];
  else at[key] = nasty;
}

/** The text of a file with a change or two in it; now and then of its text. */
export function mutant(format: 1 | 2, seed: number): string {
  const random = seeded(seed, 'mutant');
  const tree = realisticFile(format);
  for (let i = 0; i <= random.whole(3); i += 1) change(tree, random);
  let text = JSON.stringify(tree).replaceAll('"@key@"', '"__proto__"');
  for (const [word, raw] of Object.entries(RAW)) text = text.replaceAll(`"${word}"`, raw);
  const at = random.whole(text.length);
  const how = random.whole(20);
  if (how === 0) return text.slice(0, at);
  if (how === 1) return text.slice(0, at) + text.slice(at + 1);
  if (how === 2) return text.replace('"answers":', '"answers":{},"answers":');
  return text;
}
