import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { tokenServing } from '../../widgets/experiments/token-serving/widget.ts';
import type { TokenSettings } from '../../widgets/experiments/token-serving/params.ts';
import type { Measured } from '../../widgets/kit/contract/widget.ts';
import { lesson, over, TWENTY, questionsOf } from './seeds.ts';

const text = lesson('one-token-at-a-time');
const questions = questionsOf('one-token-at-a-time');

const FREE = { policy: 'continuous' } as const;
const CASES = {
  whole: {},
  half: { rate: 0.5 },
  free: FREE,
  pieces: { ...FREE, chunk: '256' },
  busy: { ...FREE, rate: 2 },
  many: { ...FREE, rate: 2, slots: 28 },
  manySmall: { ...FREE, rate: 2, slots: 32, chunk: '256' },
  manyLarge: { ...FREE, rate: 2, slots: 32, chunk: '1024' },
  goal: { ...FREE, rate: 2, slots: 32, chunk: '512' },
} as const satisfies Record<string, Partial<TokenSettings>>;
type Case = keyof typeof CASES;

let found: Record<Case, readonly Measured[]>;
beforeAll(async () => {
  const names = Object.keys(CASES) as Case[];
  const all = await over(tokenServing, TWENTY, ...names.map((name) => CASES[name]));
  found = Object.fromEntries(names.map((name, i) => [name, all[i]])) as typeof found;
});
/** A measure of a case, on twenty seeds that nobody looked at while writing. */
const values = (name: Case, measure: string): number[] =>
  found[name].map((one) => one[measure] as number);
const all = (list: readonly number[], low: number, high: number): void =>
  list.forEach((one) => {
    expect(one).toBeGreaterThan(low);
    expect(one).toBeLessThan(high);
  });

describe('one token at a time', () => {
  test('twelve seconds before an empty box, and then faster than she can read', () => {
    expect(text).toContain('For twelve seconds Marta looks at an empty box');
    expect(questions).toContain('within about 12 seconds');
    all(values('whole', 'ttftP50'), 10.9, 13.1);
    all(values('whole', 'perTokenP50'), 20, 25);
  });

  test('with free places the first token comes in the time of reading the prompt', () => {
    expect(text).toContain('usually a place is free already');
    all(values('free', 'ttftP50'), 0.12, 0.16);
    all(values('free', 'meanWait'), 0, 0.06);
  });

  test('whole batches are slow at half the traffic, too', () => {
    expect(text).toContain('Whole batches are slow at half the traffic too');
    all(values('half', 'ttftP50'), 4, 8);
  });

  test('three tokens in a thousand come late, and four answers in ten halt', () => {
    expect(text).toContain('Of all tokens, 3 in 1,000 come after a halt');
    expect(questions).toContain('Of all tokens, 3 in 1,000');
    all(values('free', 'lateShare'), 0.0025, 0.0035);
    all(values('free', 'haltedShare'), 0.38, 0.48);
  });

  test('in pieces of 256 no text halts, and the first token comes later', () => {
    expect(text).toContain('no text halts any more');
    all(values('pieces', 'haltedShare'), -1, 1e-9);
    values('pieces', 'ttftP50').forEach((one, i) =>
      expect(one).toBeGreaterThan(1.4 * (values('free', 'ttftP50')[i] as number)),
    );
  });

  test('more places bring the first token sooner and slow down the rest', () => {
    expect(text).toContain('more places can bring the first token sooner but slow down the rest');
    values('many', 'ttftP50').forEach((one, i) => {
      expect(one).toBeLessThan(values('busy', 'ttftP50')[i] as number);
      expect(values('many', 'perTokenP99')[i]).toBeGreaterThan(
        values('busy', 'perTokenP99')[i] as number,
      );
    });
  });

  test('twice as many requests can be served', () => {
    expect(text).toContain('twice as many, with sixteen places');
    values('free', 'capacity').forEach((one, i) => {
      const times = one / (values('whole', 'capacity')[i] as number);
      expect(times).toBeGreaterThan(1.7);
      expect(times).toBeLessThan(2.3);
    });
  });

  test('the goal: 28 places end the queue, 256 a step are too few, 512 and 1,024 are enough', () => {
    expect(questions).toContain('with 28 or more it is gone');
    all(values('many', 'ttftP99'), 0, 3);
    all(values('busy', 'ttftP99'), 10, 100);
    all(values('manySmall', 'ttftP50'), 0.25, 0.4);
    for (const name of ['goal', 'manyLarge'] as const) {
      all(values(name, 'ttftP50'), 0, 0.25);
      all(values(name, 'ttftP99'), 0, 3);
      all(values(name, 'haltedShare'), -1, 0.05);
    }
  });
});

describe('what is said of the recorded requests', () => {
  const bytes = readFileSync('public/data/azure-tokens.bin');
  const column = (k: number): number[] =>
    Array.from({ length: 4000 }, (_, i) => bytes.readUInt16LE(2 * (4000 * k + i))).sort(
      (a, b) => a - b,
    );
  const at = (list: readonly number[], share: number): number =>
    list[Math.ceil(share * list.length) - 1] as number;

  it('chats: half of the answers have 204 tokens or fewer, one in a hundred more than 625', () => {
    expect(text).toContain('have 204 tokens or fewer; one in a hundred has more than 625');
    expect(at(column(1), 0.5)).toBe(204);
    expect(at(column(1), 0.99)).toBe(625);
    expect(questions).toContain('about 250 tokens on average');
    expect(Math.abs(column(1).reduce((sum, one) => sum + one, 0) / 4000 - 254)).toBeLessThan(1);
  });

  it('chats: one prompt in nine is long enough to halt the others', () => {
    expect(text).toContain('One prompt in nine is long enough');
    const long = column(0).filter((tokens) => 20 + 0.2 * 6 + 0.1 * tokens > 250).length / 4000;
    expect(long).toBeGreaterThan(1 / 9.6);
    expect(long).toBeLessThan(1 / 8.5);
  });
});
