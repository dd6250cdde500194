/** Code: how it is written, what is proved of it, and how programs are judged. */
import { describe, expect, it } from 'vitest';
import { HOSTILE } from '../../scripts/hand-in/kinds/code.ts';
import { withValues } from '../../src/tasks/kinds/code/pure/cases.ts';
import { drawn, variantOf } from '../../src/tasks/sets/pure/variants/variant.ts';
import type { CodeItem, CodeItemKey } from '../../src/tasks/kinds/code/item.ts';
import type { Key } from '../../src/tasks/sets/pure/format/assignment.ts';
import { ITEM } from './code-item.ts';
import { faultsOf, keyOf, verdictOn } from './given.ts';

function partsOf({ assignment, items }: Key): { item: CodeItem; own: CodeItemKey; seed: number } {
  const [item] = assignment.items;
  const own = items['small-percentile'];
  if (item?.kind !== 'code' || own?.kind !== 'code') throw new Error('no code');
  return { item, own, seed: variantOf(assignment, item, '7') };
}

describe('code', () => {
  it('is right where every case comes out, whoever wrote it and however', async () => {
    const key = await keyOf(ITEM);
    const { own } = partsOf(key);
    expect(verdictOn(key, own.solve)).toMatchObject({ state: 'right', points: 4 });
    const other = `const percentile = (values: readonly number[], p: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  let i = 0;
  while ((i + 1) / sorted.length < p / 100 - 1e-12) i++;
  return sorted[i]!;
};`;
    for (const number of ['7', '8', '9', '10'])
      expect(verdictOn(key, other, number).state).toBe('right');
  });

  it('tells each known wrong program its own words, and shows a case that fails', async () => {
    const key = await keyOf(ITEM);
    const { item, own, seed } = partsOf(key);
    for (const { id, code, feedback } of own.wrong) {
      const verdict = verdictOn(key, withValues(code, drawn(item, seed)));
      expect(verdict).toMatchObject({ wrong: id });
      expect(verdict.points).toBeLessThan(4);
      expect(verdict.says).toContain(feedback);
      expect(verdict.says).toMatch(/percentile\(\[.*\) should give .*, and gave /);
    }
    expect(verdictOn(key, own.wrong[2]?.code ?? '').points).toBeGreaterThan(0);
  });

  it('says of the start, of faults and of what never ends what it is, with the line', async () => {
    const key = await keyOf(ITEM);
    const said = (code: string): string => verdictOn(key, code).says;
    expect(verdictOn(key, 'function percentile() {\n  return 0;\n}')).toMatchObject({
      points: 0,
      state: 'wrong',
    });
    expect(said('function percentile(v) {\n\n  return v.lenght.x;\n}')).toContain(
      'Line 3: There is no “x” of undefined.',
    );
    expect(said('function percentile(v) {\n  return [1;\n}')).toBe(
      'Line 2: Expected “,” here, and found “;”.',
    );
    expect(said('const percentil = 1;')).toContain('no function called percentile');
    expect(said('function percentile() {\n  for (;;) {}\n}')).toContain(
      'Line 2: It does not come to an end',
    );
    // By count, which is the same everywhere, and not by the clock.
    const rounds = (count: number): string =>
      said(`function percentile() {\n  for (let i = 0; i < ${count}; i += 1) {}\n}`);
    expect(rounds(3_000_000)).not.toContain('come to an end');
    expect(rounds(30_000_000)).toContain('Line 2: It does not come to an end');
    expect(verdictOn(key, 'x'.repeat(6_001)).state).toBe('unreadable');
    expect(verdictOn(key, ['a']).state).toBe('unreadable');
    expect(verdictOn(key, '').state).toBe('missing');
  });

  it('earns nothing by hostility', async () => {
    const key = await keyOf(ITEM);
    for (const made of HOSTILE) expect(verdictOn(key, made('percentile')).points).toBe(0);
  });

  it('tells a page the shown cases', async () => {
    const { assignment } = await keyOf(ITEM);
    const [item] = assignment.items;
    expect(item).toMatchObject({ entry: 'percentile', hidden: 7 });
    if (item?.kind !== 'code') throw new Error('no code');
    expect(item.shown[1]).toEqual({ call: 'percentile([9, 100, 20], 50)', gives: '20' });
    // What differs from variant to variant stands there for each.
    const { gives } = item.shown[0] ?? {};
    for (const seed of item.seeds) {
      const right = drawn(item, seed)['p'] === 50 ? '20' : '30';
      expect(typeof gives === 'string' ? gives : gives?.[seed]).toBe(right);
    }
  });

  it.each([
    [
      'a solution that breaks',
      'sorted[rank - 1];',
      'sorted[rank - 1].x.y;',
      /solve: percentile\(.*Line 4: There is no “y” of undefined/,
    ],
    [
      'a solution without its name',
      'function: percentile',
      'function: percentiles',
      /no function called percentiles/,
    ],
    [
      'a start that is right',
      'return 0;',
      'return [...values].sort((a, b) => a - b)[Math.max(1, Math.ceil((p / 100) * values.length)) - 1];',
      /the start passes 7 of 7/,
    ],
    [
      'a wrong program that is right',
      'const sorted = [...values].sort();',
      'const sorted = [...values].sort((a, b) => a - b);',
      /"as-text" passes every hidden case/,
    ],
    [
      'two wrong programs that are alike',
      'const sorted = [...values].sort();',
      'const sorted = values;',
      /"unsorted" cannot be told from "as-text"/,
    ],
    [
      'a call that cannot be read',
      'percentile([9, 100, 20], 50)',
      'percentile([9, 100, 20], 50',
      /The case percentile.* cannot be read/,
    ],
    [
      'a shown call with chance',
      'percentile([9, 100, 20], 50)',
      'percentile(sample(3), 50)',
      /solve: There is no “sample”/,
    ],
    [
      'what cannot be compared',
      'return sorted[rank - 1];',
      'return new Map([[1, 2]]);',
      /gives what cannot be compared/,
    ],
    [
      'constant results',
      'Math.round(random() * 4000) / 10',
      '5',
      /a function that always gives 5 passes 6 of 7/,
    ],
  ])('is refused for %s', async (_, from, to, fault) => {
    const faults = await faultsOf(ITEM, from, to);
    expect(faults).toMatch(fault);
    expect(faults).toMatch(/^content\/a\/assignments\/small\.yaml:\d+, item "/);
  });
});
