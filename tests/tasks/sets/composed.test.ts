import { globSync, readFileSync } from 'node:fs';
import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { simulated } from '../../../scripts/hand-in/class.ts';
import { gradeClass } from '../../../src/tasks/grading/pure/grade/class.ts';
import { loadBook } from '../../../src/tasks/practice/author/load.ts';
import { LEAST_DISTINCT, MEASURED, type Measured } from '../../../src/tasks/sets/author/stock.ts';
import { provenStock, readStockOf } from '../../../src/tasks/sets/author/load.ts';
import { changesOf } from '../../../src/tasks/sets/pure/composed/changes.ts';
import { assignmentOf, keyByLink } from '../../../src/tasks/sets/pure/composed/composed.ts';
import type { Assignment, Key } from '../../../src/tasks/sets/pure/format/assignment.ts';
import { readSubmission } from '../../../src/tasks/sets/pure/submission/read.ts';
import { variantOf } from '../../../src/tasks/sets/pure/variants/variant.ts';
import { EDITION } from '../../../src/tasks/storage/storage-keys.ts';
import type { Item } from '../../../src/tasks/tables/item.ts';
import { seeded } from '../../../widgets/kit/numbers/random.ts';
import {
  codeOfItem,
  fragmentOf,
  isSet,
  LONGEST_LINK,
  LONGEST_TEXT,
  setIn,
  type ComposedSet,
} from '../../../src/tasks/sets/pure/composed/link.ts';

const SIGNS = [..."abcdefghij KLMNO_~,.:;%#+&?!’“ü漢🙂/'()"];

function anySet(seed: number): ComposedSet {
  const random = seeded(seed, 'set');
  const text = (length: number): string =>
    Array.from({ length }, () => SIGNS[random.whole(SIGNS.length)] ?? '')
      .join('')
      .trim();
  const zone = ['+00:00', '+01:00', '-09:30', '+05:45'][random.whole(4)] ?? '';
  return {
    release: ['1', '2027-1', '2031-12'][random.whole(3)] ?? '1',
    number: Math.floor(random.uniform() * 2 ** 32),
    revision: 1 + random.whole(255),
    title: `T${text(random.whole(60))}`,
    note: random.uniform() < 0.3 ? '' : `N${text(random.whole(80))}`,
    ...(random.uniform() < 0.7 && { due: `2027-02-${10 + random.whole(18)}T23:59:00${zone}` }),
    hints: (['as-written', 'free', 'none'] as const)[random.whole(3)] ?? 'free',
    solutions: (['with-marks', 'never'] as const)[random.whole(2)] ?? 'never',
    items: Array.from({ length: 1 + random.whole(30) }, (_, i) => ({
      code: codeOfItem(`item-${seed}-${i}`),
      points: (1 + random.whole(40)) / 2,
    })),
  };
}

describe('the link of a composed set', () => {
  it('gives back what was composed, and the moment as it was written', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const set = anySet(seed);
      expect(setIn(`https://example.org/book/set/#${fragmentOf(set)}`)).toEqual(set);
    }
  });

  it('survives a chat that writes some signs in per cent', () => {
    const set = anySet(7);
    const fragment = fragmentOf(set);
    const [text = '', rest = ''] = fragment.split(/~(?=[^~]*$)/);
    expect(setIn(`#${text.replaceAll('_', '%20')}%7E${rest}`)).toEqual(set);
    expect(setIn(` ${fragment}\n`)).toEqual(set);
    expect(setIn(`file:///home/book.html#/set/${fragment}`)).toEqual(set);
  });

  it('says that it was cut or altered, wherever that was', () => {
    const fragment = fragmentOf(anySet(3));
    for (let at = 1; at < fragment.length; at += 1) {
      expect(isSet(setIn(fragment.slice(0, at)))).toBe(false);
      expect(isSet(setIn(fragment.slice(0, at) + fragment.slice(at + 1)))).toBe(false);
    }
    expect(setIn('')).toEqual({ problem: 'none' });
    expect(setIn('#some-heading')).toEqual({ problem: 'altered' });
    expect(setIn('#%E0%A4%A~AAAA')).toEqual({ problem: 'altered' });
  });

  it('is short: twelve items and all the text that may stand there fit into a link and a small code', () => {
    const words =
      'Week 3: queues and percentiles. Hand in by Monday, 9 o’clock, in the course’s box. ';
    const set: ComposedSet = {
      ...{ release: '2027-1', number: 2 ** 32 - 1, revision: 9, hints: 'free' },
      ...{ solutions: 'with-marks', due: '2027-02-01T09:00:00+01:00' },
      ...{
        title: 'Queues',
        note: words
          .repeat(3)
          .replaceAll('’', '')
          .slice(0, LONGEST_TEXT - 60),
      },
      items: Array.from({ length: 12 }, (_, i) => ({ code: codeOfItem(`i${i}`), points: 2 })),
    };
    const link = `https://ml-systems.example.org/book/set/#${fragmentOf(set)}`;
    expect(link.length).toBeLessThanOrEqual(LONGEST_LINK);
    // Version 11 of a QR code has 61 modules a side.
    expect(encode(link, { border: 0, ecc: 'L' }).size).toBeLessThanOrEqual(61);
  });
});

describe('a composed set', async () => {
  const IDS = ['queue-full-batches', 'open-first-bigger-network', 'open-first-morning-check'];
  const { key: stock } = await provenStock(({ id }) => IDS.includes(id));
  const set: ComposedSet = {
    ...{ release: EDITION, number: 4_000_000_001, revision: 1, title: 'Week 3', note: '' },
    ...{ hints: 'as-written', solutions: 'with-marks' },
    items: stock.assignment.items.map(({ id, points }) => ({
      code: codeOfItem(id),
      points: 2 * points,
    })),
  };
  const key = keyByLink(`https://example.org/set/#${fragmentOf(set)}`, stock) as Key;

  it('is graded by its link as any assignment: every pretended student gets what is true of them', async () => {
    const { files, truth } = await simulated(key, 30, 1, async () => undefined);
    const read = [...files].map(([file, text]) => ({ file, read: readSubmission(text) }));
    const { students } = gradeClass(key, read, new Map());
    expect(students.length).toBeGreaterThan(20);
    for (const { file, items } of students) {
      const own = truth.students.find((one) => one.file === file);
      if (!own) continue;
      for (const { item, points } of items)
        expect([file, item, points]).toEqual([file, item, own.items[item]?.points]);
    }
    expect(key.assignment.items.map(({ points }) => points)).toEqual(
      stock.assignment.items.map(({ points }) => 2 * points),
    );
  });

  it('draws otherwise than another set of the same items, and alike in each of its revisions', () => {
    const of = (change: Partial<ComposedSet>) =>
      assignmentOf({ ...set, ...change }, 'book', stock.assignment.items);
    const numbers = Array.from({ length: 60 }, (_, i) => `${1000 + i}`);
    const variants = (assignment: Assignment) =>
      numbers.map((one) => variantOf(assignment, assignment.items[0] as Item, one));
    expect(variants(of({ revision: 2, title: 'Corrected' }))).toEqual(variants(of({})));
    expect(variants(of({ number: 7 }))).not.toEqual(variants(of({})));
  });

  it('is refused in words where its link or the book is another', () => {
    const link = (one: ComposedSet): string => `#${fragmentOf(one)}`;
    expect(keyByLink(link(set).slice(0, -3), stock)).toContain('not whole');
    expect(keyByLink(link({ ...set, release: '2031-2' }), stock)).toContain('edition 2031-2');
    const gone = { ...set, items: [...set.items, { code: 1, points: 1 }] };
    expect(keyByLink(link(gone), stock)).toContain('1 item of this set');
  });

  it('names what a correction has changed', () => {
    const [first, ...others] = set.items;
    const after = {
      ...set,
      title: 'Week 3, corrected',
      items: [...others.map((one) => ({ ...one, points: 9 })), { code: 5, points: 1 }],
    };
    expect(first).toBeDefined();
    expect(changesOf(set, after)).toEqual([
      { what: 'added', places: [others.length + 1] },
      { what: 'gone', places: [1] },
      { what: 'points', places: others.map((_, at) => at + 1) },
      { what: 'other', places: [] },
    ]);
    expect(changesOf(set, { ...set, revision: 2 })).toEqual([]);
  });
});

describe('the stock', () => {
  const { stocked, source } = readStockOf();
  const kept = stocked.filter(({ isOpen }) => !isOpen);
  const [file = ''] = globSync(`content/*/stock/${MEASURED}`);
  const measured = JSON.parse(readFileSync(file, 'utf8')) as Measured;

  it('has at least 150 items, each with a code and an idea of its own', () => {
    expect(stocked.length).toBeGreaterThanOrEqual(150);
    expect(new Set(source.items.map(({ id }) => codeOfItem(id))).size).toBe(stocked.length);
    expect(stocked.filter(({ idea }) => idea === '')).toEqual([]);
  });

  it('has at least 60 kept ones, two for each lesson of the core, each with 20 distinct answers', () => {
    expect(kept.length).toBeGreaterThanOrEqual(60);
    const core = loadBook().lessons.flatMap(({ id, file }) =>
      /^core: true$/m.test(readFileSync(file, 'utf8')) ? [id.replace(/^\d+-/, '')] : [],
    );
    expect(core.length).toBe(13);
    for (const lesson of core)
      expect([lesson, kept.filter((one) => one.lesson === lesson).length >= 2]).toEqual([
        lesson,
        true,
      ]);
    const weak = kept.filter(({ id }) => (measured[id]?.distinct ?? 0) < LEAST_DISTINCT);
    expect(weak.map(({ id }) => id)).toEqual([]);
  });

  it('has none of three points or more of which one answer is right throughout in over 5 % of its variants', () => {
    const large = kept.flatMap(({ id }) => source.items.filter((one) => one.id === id));
    const loose = large.filter(
      ({ id, kind, points }) =>
        points >= 3 && !['text', 'order'].includes(kind) && (measured[id]?.whole ?? 1) > 0.05,
    );
    expect(loose.map(({ id }) => id)).toEqual([]);
  });

  it('has measured what stands there: a few are proved again', async () => {
    const { report } = await provenStock(
      ({ lesson, isOpen }) => !isOpen && lesson === 'two-districts',
    );
    expect(report.length).toBeGreaterThan(1);
    for (const { item, copied } of report)
      expect([item, copied?.distinct, Number(copied?.whole.toFixed(3))]).toEqual([
        item,
        measured[item]?.distinct,
        measured[item]?.whole,
      ]);
  });
});
