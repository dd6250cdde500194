/** What every kind of control owes: it is entered once, and whatever it draws by chance can be read again. */
import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { everyPart } from '../../../src/workbench/every-part/widget.ts';
import { randomSettings } from '../../../src/tasks/kinds/reach/random.ts';
import { controls } from '../../../widgets/controls/form.ts';
import { kindOf } from '../../../widgets/controls/kinds.ts';
import {
  type AnySettings,
  defaults,
  readSettings,
  type Table,
  type TextParam,
} from '../../../widgets/kit/contract/params.ts';
import { fullSettings } from '../../../widgets/kit/contract/author-settings.ts';
import { comparison } from '../../../widgets/kit/draw/comparison.ts';
import { citation } from '../../../widgets/kit/record/citation.ts';
import { seeded } from '../../../widgets/kit/numbers/random.ts';
import { readRuns } from '../../../scripts/experiment/command.ts';

const params: Table = everyPart.params;
const folders = readdirSync('widgets/controls', { withFileTypes: true })
  .filter((one) => one.isDirectory())
  .map(({ name }) => name);
const byHand = Object.entries(params as Record<string, TextParam>).filter(
  ([, { surface }]) => surface,
);

test('each folder is a kind, has its parts, and is used by the experiment that has every part', () => {
  expect(byHand.map(([, { surface }]) => surface?.kind).toSorted()).toEqual(folders);
  for (const name of folders) {
    for (const file of ['surface.ts', 'styles.css', `pure/${name}.ts`, 'pure/markup.ts']) {
      expect(existsSync(`widgets/controls/${name}/${file}`), `${name}/${file}`).toBe(true);
    }
  }
});

test('a kind that has no folder is named, with those that have one', () => {
  const [, param] = byHand[0]!;
  expect(() => kindOf({ ...param, surface: { kind: 'dial' } })).toThrow(
    'there is no control "dial"; there are bitmap, cards, cells, curve, lines, order',
  );
});

describe.each(byHand)('%s', (name, param) => {
  const kind = kindOf(param)!;
  test('is drawn whole on the server, for every value that chance gives it', () => {
    const random = seeded(3, name);
    for (let i = 0; i < 20; i += 1) {
      const value = kind.random(param, random);
      const settings = { ...defaults(params), [name]: value };
      const { markup } = controls(params, settings, 'x', param.place).find((one) =>
        one.markup.includes(`data-param="${name}"`),
      )!;
      expect(markup).toContain(`name="${name}"`);
      expect(markup).toContain(`data-surface="${name}"`);
      expect(markup.match(/<button/g)).toBeNull();
    }
  });
  test('travels by link and command line as any text, and an author’s value must stand as written', () => {
    const value = kind.random(param, seeded(4, name));
    const query = new URLSearchParams(new URLSearchParams({ [name]: value }).toString());
    expect(readSettings(params, Object.fromEntries(query)).settings[name]).toBe(value);
    expect(readRuns(everyPart, [`${name}=${value}`]).asked[0]?.settings[name]).toBe(value);
    expect(fullSettings(everyPart, { [name]: value }, 'here')[name]).toBe(value);
  });
});

test('proofs draw each kind by chance, from a seed', () => {
  const names = byHand.map(([name]) => name);
  const first = randomSettings(everyPart, names, 1);
  expect(randomSettings(everyPart, names, 1)).toEqual(first);
  for (const name of names) {
    const drawn = [1, 2, 3, 4, 5].map((seed) => randomSettings(everyPart, [name], seed)[name]);
    expect(new Set(drawn).size, name).toBeGreaterThan(1);
  }
});

test('a pinned run and a citation tell such settings in words', () => {
  const settings = { ...defaults(params), steps: 'gpu,cache,batch', mark: 'a1' };
  const record = (of: AnySettings) => ({
    widget: everyPart.tag,
    version: 1,
    settings: of,
    measures: {},
    backend: 'sim',
  });
  const said = comparison(everyPart, record(defaults(params)), record(settings)).markup;
  expect(said).toContain('Mark: 2 of at most 9 cells painted → 1 of at most 9 cells painted');
  expect(said).toContain('Steps: A cache → Larger batches → Another GPU → Another GPU → A cache');
  const cited = citation(everyPart, record(settings), { title: 'Every part', address: 'here' });
  expect(cited).toContain('Mark 1 of at most 9 cells painted');
  expect(cited).toContain('mark=a1 steps=gpu,cache,batch');
});

test('what had to be changed stops an author, and is said to whoever asks on the command line', () => {
  const demand = '10,5,20,60,80,75,50,250';
  expect(readRuns(everyPart, [`demand=${demand}`]).asked[0]).toMatchObject({
    settings: { demand: '10,5,20,60,80,75,50,100' },
    adjusted: { demand: 'a value outside 0 to 100\u00a0requests/s is brought to the edge' },
  });
  expect(() => fullSettings(everyPart, { demand }, 'here')).toThrow('demand cannot be');
});
