/** The packed messages: how they are made, read and split. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  commonest,
  masked,
  pack,
  packedFiles,
  readMessages as readRaw,
  SHOWN,
  wordsOf,
} from '../../../../scripts/pack-sms.mjs';
import { nodeEnv } from '../../../../widgets/run/lab/node.ts';
import { readMessages } from '../../../../widgets/experiments/class-imbalance/learner/learner.ts';
import { inputsOf, split, type Messages } from '../../../../widgets/shared/messages/messages.ts';

let messages: Messages;
beforeAll(async () => {
  messages = await readMessages((await nodeEnv('wasm')).readData);
});

describe('the split', () => {
  test('is never chosen on or tested on, and the messages on screen are in no part', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const { spam, genuine } = split(messages, seed);
      const parts = [spam, genuine].flatMap((rows) => [rows.training, rows.validation, rows.test]);
      const all = parts.flatMap((rows) => [...rows]);
      expect(new Set(all).size).toBe(all.length);
      expect(all).toHaveLength(messages.count - messages.shown.length);
      for (const { row } of messages.shown) expect(all).not.toContain(row);
      expect([...spam.training].every((row) => messages.labels[row] === 1)).toBe(true);
      expect([...genuine.test].every((row) => messages.labels[row] === 0)).toBe(true);
      expect([spam.test.length, genuine.test.length]).toEqual([90, 1313]);
    }
  });
});

describe('the packed file', () => {
  const raw =
    'ham\tCall me at 5\nspam\tWIN £500 now, call 08001234567\nham\tCall me at 5\nham\tok &lt;#&gt; now\n';
  test('drops a text that has come before, keeps the order, and reads words and lengths of numbers', () => {
    const read = readRaw(raw);
    expect(read.map(({ line, spam }) => [line, spam])).toEqual([
      [0, false],
      [1, true],
      [3, false],
    ]);
    expect([...wordsOf('WIN £500 now, call 08001234567')]).toEqual([
      'win',
      '£',
      '#',
      'now',
      'call',
      '#####',
    ]);
    expect([...wordsOf('ok &lt;#&gt; now')]).toEqual(['ok', 'now']);
    expect(() => readRaw('eggs\tno\n')).toThrow(/Line 1/);
  });
  test('has the commonest words first, whatever their labels', () => {
    const read = readRaw(raw);
    expect(commonest(read, 4)).toEqual(['#', 'call', 'now', '#####']);
    const turned = read.map((message) => ({ ...message, spam: !message.spam }));
    expect(commonest(turned, 40)).toEqual(commonest(read, 40));
  });
  test('holds a bit for each word and a byte for each label', () => {
    const words = ['call', 'now', '#', 'a', 'b', 'c', 'd', 'e', 'win'];
    expect([...pack(readRaw(raw), words)]).toEqual([0b101, 0, 0b111, 1, 0b10, 0, 0, 1, 0]);
    expect(() => packedFiles(raw)).toThrow();
  });
  test('unpacks to the inputs that the bits say, with 653 spam messages among 5,171', () => {
    expect(messages.count).toBe(5171);
    expect(messages.labels.reduce((sum, label) => sum + label, 0)).toBe(653);
    const inputs = inputsOf(messages);
    for (const at of [0, 1, 399, 400, 123_456, 2_000_000]) {
      const [row, word] = [Math.floor(at / 400), at % 400];
      const byte = messages.bits[row * 50 + (word >> 3)] ?? 0;
      expect(inputs[at]).toBe((byte >> (word & 7)) & 1);
    }
  });
  test('shows a dozen messages without a digit or an address, and its card says how many there are in all', () => {
    expect(messages.shown).toHaveLength(SHOWN.length);
    for (const { text } of messages.shown) expect(text).not.toMatch(/[0-9]|www|http|@/i);
    expect(masked('Call 0800 or www.x.co.uk, a@b.uk')).toBe('Call #### or [address] [address]');
    const card = JSON.parse(
      readFileSync(new URL('../../../../public/data/sms.json', import.meta.url), 'utf8'),
    );
    expect(card.rows).toBe(messages.count);
  });
});
