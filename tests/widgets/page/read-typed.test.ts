/** A form read: what was typed and cannot be read stays to be mended, and changes no setting. */
import { expect, test } from 'vitest';
import { inOwnUnit } from '../../../widgets/kit/contract/own-unit.ts';
import { defaults, type AnySettings, type Table } from '../../../widgets/kit/contract/params.ts';
import { params as poison } from '../../../widgets/experiments/data-poisoning/params.ts';
import { params as ranker } from '../../../widgets/experiments/restaurant-ranker/params.ts';
import { params as rules } from '../../../widgets/experiments/rules-or-ml/params.ts';
import { params as jar } from '../../../widgets/experiments/tail-jar/params.ts';
import { readTyped } from '../../../widgets/page/controls/read-typed.ts';

const now = { ...defaults(jar), source: 'own', values: '5,8,3' };

/** The fields of a form that shows settings. */
function fieldsOf(settings: AnySettings, table: Table = jar): Record<string, string> {
  const inField = (name: string, of: number | string): string => {
    const param = table[name];
    return String(param?.kind === 'number' ? inOwnUnit(Number(of), param) : of);
  };
  return Object.fromEntries(
    Object.entries(settings).map(([name, of]) => [name, inField(name, of)]),
  );
}

test('a text that cannot be read leaves its setting as it was, and is kept', () => {
  const { settings, notices, kept } = readTyped(jar, { ...fieldsOf(now), values: '5,abc,-3' }, now);
  expect(settings).toEqual(now);
  expect([...kept]).toEqual([['values', '5,8,3']]);
  expect(notices).toEqual([expect.stringContaining('“5,abc,-3” cannot be read')]);
  expect(notices[0]).toContain('The last value is used.');
});

test('so do seven words where six are the most', () => {
  const text = Object.entries(rules as Table).find(([, { kind }]) => kind === 'text')?.[0] ?? '';
  const ours = { ...defaults(rules), [text]: 'prize' };
  const fields = {
    ...fieldsOf(ours, rules),
    [text]: 'a b c d e f g'.replaceAll(/[a-g]/g, 'word$&'),
  };
  const { settings, kept } = readTyped(rules, fields, ours);
  expect(settings).toEqual(ours);
  expect([...kept]).toEqual([[text, 'prize']]);
});

test('an empty number is as it was, and its field shows it', () => {
  const ours = { ...now, fanOut: 7 };
  const { settings, notices, kept } = readTyped(jar, { ...fieldsOf(ours), fanOut: '' }, ours);
  expect(settings).toEqual(ours);
  expect([...kept]).toEqual([]);
  expect(notices).toHaveLength(1);
});

test('what is set by hand shows what counts, and keeps no text', () => {
  const [name = ''] =
    Object.entries(poison as Table).find(([, of]) => of.kind === 'text' && of.surface) ?? [];
  const ours = defaults(poison);
  const { settings, kept } = readTyped(poison, { ...fieldsOf(ours, poison), [name]: '§' }, ours);
  expect(settings).toEqual(ours);
  expect([...kept]).toEqual([]);
});

test('what can be read is taken as ever', () => {
  const { settings, notices, kept } = readTyped(jar, { ...fieldsOf(now), values: '4, 9' }, now);
  expect(settings).toEqual({ ...now, values: '4,9' });
  expect(notices).toEqual([]);
  expect([...kept]).toEqual([]);
});

test('a share is typed in per cent, and what is said of it is in per cent', () => {
  const ours = defaults(ranker);
  const typed = (salesShare: string) =>
    readTyped(ranker, { ...fieldsOf(ours, ranker), salesShare }, ours);
  expect(typed('30').settings['salesShare']).toBe(0.3);
  expect(typed('7').settings['salesShare']).toBe(0.07);
  expect(typed('30').notices).toEqual([]);
  expect(typed('700').notices).toEqual([
    'Weight of the fees cannot be 700\u00a0% here; 100\u00a0% is used.',
  ]);
  expect(typed('').notices[0]).toContain('100');
});
