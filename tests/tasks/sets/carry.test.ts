/** A private link: few letters, nothing in it that is not meant, and nothing that comes out of it otherwise than it went in. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { qrAlone } from '../../../src/components/qr-code.ts';
import { carried, carriedText } from '../../../src/tasks/sets/pure/work/carry.ts';
import {
  carriedIn,
  withCarried,
  withoutCarried,
} from '../../../src/tasks/sets/pure/work/in-address.ts';
import { backupIn } from '../../../src/tasks/sets/pure/work/kept.ts';
import { packed, Unpacking, type Packable } from '../../../src/tasks/sets/pure/work/packed.ts';
import { answered, doneOf, hinted, isDone, sure } from '../../../src/tasks/sets/pure/work/work.ts';
import { EVERY_KIND, kept } from './every-kind.ts';
import { PICK, SUM, TOY, workOf } from './toy.ts';

const { assignment: EVERY } = EVERY_KIND;
const WORKS = ['0978786', '1620602', '1861397'].map((number) => {
  const work = backupIn(kept(`work/${number}-every-kind.json`), EVERY.id);
  if (!work) throw new Error(number);
  return work;
});
const ADA = sure(
  hinted(workOf('0012345', { sum: '12,5', pick: ['red'], x: 5 }), SUM),
  SUM,
  'certain',
);
const LINK = carriedText(ADA, TOY).text;

describe('packed values', () => {
  it('come back as they were, whatever they are', () => {
    const words = ['red', 'green', 'x', ''];
    const value = fc.letrec<{ one: Packable }>((tie) => ({
      one: fc.oneof(
        { maxDepth: 3 },
        fc.constant(null),
        fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
        fc.integer(),
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('red', 'red:x', 'red:y', 'x:', 'deadbeef00', 'DEADBEEF', 'abc'),
        fc.array(tie('one'), { maxLength: 40 }),
      ),
    })).one;
    fc.assert(
      fc.property(value, (one) => {
        const from = new Unpacking(packed(one, words));
        expect(from.next(words)).toEqual(one);
        expect(from.isAtEnd).toBe(true);
      }),
      { seed: 29, numRuns: 500 },
    );
  });
});

describe('a private link', () => {
  it.each(WORKS.map((work) => [work.student.number, work] as const))(
    'takes what %s has answered to items of every kind, or says what stays behind',
    (_number, work) => {
      const { text, left } = carriedText(work, EVERY);
      const read = carried(text, EVERY);
      if (typeof read === 'string' || 'edition' in read) throw new Error(String(read));
      expect(text.length).toBeLessThanOrEqual(2_000);
      expect([read.work.session, read.work.student]).toEqual([work.session, work.student]);
      expect(read.left).toEqual(left);
      for (const item of EVERY.items) {
        const { minutes: _minutes, at, ...done } = doneOf(work, item);
        const goes = !left.includes(item.id);
        const { hints, tries } = done;
        const rest = { ...done, answer: null, runs: [], hints, tries };
        const { confidence: _sure, ...bare } = rest;
        expect(doneOf(read.work, item)).toEqual(goes ? { ...done, at } : { ...bare, at: 0 });
      }
      // What is short goes along.
      const short = EVERY.items.filter(({ kind }) =>
        /number|choice|match|reach|challenge/.test(kind),
      );
      expect(left.filter((id) => short.some((item) => item.id === id))).toEqual([]);
    },
  );

  it('leaves a long text behind, and tells of it', () => {
    const long = answered(ADA, SUM, 'x'.repeat(400));
    const { text, left } = carriedText(long, TOY);
    expect(left).toEqual([SUM.id]);
    expect(text.length).toBeLessThan(LINK.length + 10);
    const read = carried(text, TOY);
    if (typeof read === 'string' || 'edition' in read) throw new Error(String(read));
    expect(isDone(read.work, SUM)).toBe(false);
    // A hint that was opened is open everywhere.
    expect(doneOf(read.work, SUM).hints).toBe(1);
    expect(doneOf(read.work, PICK).answer).toEqual(['red']);
  });

  it('that was cut or altered anywhere brings nothing', () => {
    for (let at = 0; at < LINK.length - 1; at += 1) {
      const other = LINK[at] === 'A' ? 'B' : 'A';
      expect(carried(LINK.slice(0, at) + other + LINK.slice(at + 1), TOY)).toBe('broken');
      expect(carried(LINK.slice(0, at), TOY)).toBe('broken');
    }
    expect(carried(`${LINK}A!`, TOY)).toBe('broken');
    expect(carried(LINK, { ...TOY, hash: 'ffff456789abcdef' })).toBe('other');
  });

  it('is found behind the sign of its page, in a mail that broke it, and taken out of the address', () => {
    for (const [hash, rest] of [
      [`#carry=${LINK}`, ''],
      [`#/toy-assignment&carry=${LINK}`, '#/toy-assignment'],
      [`#A_title~AQEx&carry=${LINK}`, '#A_title~AQEx'],
    ] as const) {
      expect(withCarried(rest, LINK)).toBe(hash);
      expect(carriedIn(`https://example.org/book/${hash}`)).toBe(LINK);
      expect(carriedIn(hash.replace(/.{30}/g, '$&\r\n'))).toBe(LINK);
      expect(withoutCarried(hash)).toBe(rest);
    }
    expect(carriedIn('#toy-sum')).toBeUndefined();
    expect(withoutCarried('#toy-sum')).toBe('#toy-sum');
  });

  it('with twelve short answers is a code of version 11 at most, and shrinks to the room that it is given', () => {
    const items = Array.from({ length: 12 }, (_, i) =>
      i % 2 === 0 ? { ...SUM, id: `toy-${i}` } : { ...PICK, id: `toy-${i}` },
    );
    const many = { ...TOY, items };
    const work = items.reduce(
      (all, item, i) => answered(all, item, item.kind === 'number' ? `1${i}2.5` : ['blue']),
      workOf('0012345', {}),
    );
    const site = 'https://example.org/book/assignments/monday-morning/#carry=';
    const { text, left } = carriedText(work, many);
    expect(left).toEqual([]);
    expect(qrAlone(`${site}${text}`, '', 11)).toBeDefined();
    const small = carriedText(work, many, 160);
    expect(small.text.length).toBeLessThanOrEqual(160);
    expect(small.left.length).toBeGreaterThan(0);
    expect(small.left.length).toBeLessThan(12);
    expect(qrAlone(`${site}${'x'.repeat(300)}`, '', 11)).toBeUndefined();
  });
});
