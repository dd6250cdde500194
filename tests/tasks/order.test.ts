/** Options stand in the order of a variant, and how sure one was goes with the answer. */
import { expect, test } from 'vitest';
import { optionOrder } from '../../src/tasks/kinds/choice/order.ts';
import {
  answeredVariant,
  answered,
  begun,
  submissionOf,
  noted,
  sure,
  workIn,
} from '../../src/tasks/sets/pure/work/work.ts';
import { signed } from '../../src/tasks/sets/pure/submission/write.ts';
import { variantOf } from '../../src/tasks/sets/pure/variants/variant.ts';
import { PICK, SUM, TOY } from './sets/toy.ts';

const START = begun(TOY, { name: 'A', number: '1' }, '00000000000000aa');
const made = '2026-11-27T12:00:00.000Z';

test('each variant has an order of its own, each option as likely to be first', () => {
  const seeds = Array.from({ length: 600 }, (_, i) => i + 1);
  const firsts = new Map<string, number>();
  for (const seed of seeds) {
    const order = optionOrder(PICK, seed);
    expect([...order].toSorted()).toEqual([...PICK.options].toSorted());
    firsts.set(order[0] ?? '', (firsts.get(order[0] ?? '') ?? 0) + 1);
  }
  for (const times of firsts.values())
    expect(times).toBeGreaterThan(600 / PICK.options.length / 1.5);
  expect(optionOrder({ ...PICK, ordered: true }, 5)).toEqual(PICK.options);
});

test('how sure one was is in the hand-in, and is no try', () => {
  const work = sure(answered(START, SUM, '5'), SUM, 'certain');
  const submission = signed(submissionOf(work, TOY, made));
  expect(submission.items[SUM.id]).toMatchObject({ answer: '5', tries: 1, confidence: 'certain' });
  expect(workIn(submission).items[SUM.id]).toMatchObject({ confidence: 'certain' });
});

test('minutes are handed in where the student agrees, and nowhere else', () => {
  const one = answered(START, SUM, '5');
  const work = noted(START, one, SUM, variantOf(TOY, SUM, '1'), 3.456);
  expect(submissionOf(work, TOY, made).items[SUM.id]).not.toHaveProperty('minutes');
  expect(submissionOf(work, TOY, made, { minutes: true }).items[SUM.id]?.minutes).toBe(3.46);
});

test('an answer to numbers that were withdrawn stays an answer to those, until there is another', () => {
  const seed = variantOf(TOY, SUM, '1');
  const item = { ...SUM, withdrawn: [seed] };
  const later = { ...TOY, items: [item, ...TOY.items.slice(1)] };
  const work = noted(START, answered(START, SUM, '5'), SUM, seed);
  expect(answeredVariant(work, later, item)).toBe(seed);
  expect(submissionOf(work, later, made).items[SUM.id]?.variant).toBe(seed);
  const now = variantOf(later, item, '1');
  const again = noted(work, answered(work, item, '6'), item, now);
  expect(submissionOf(again, later, made).items[SUM.id]?.variant).toBe(now);
});
