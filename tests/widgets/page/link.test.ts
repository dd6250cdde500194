import { describe, expect, it } from 'vitest';
import { writeLink } from '../../../widgets/page/link.ts';
import { readLink } from '../../../widgets/page/read-link.ts';
import { defaults, type AnySettings } from '../../../widgets/kit/contract/params.ts';
import { LONGEST_QUERY, readableQuery } from '../../../widgets/kit/contract/query.ts';
import { toy, toyParams } from '../kit/toy.ts';

const start: AnySettings = { ...defaults(toyParams), x: 4 };
const read = (search: string) => readLink(toy, 'one', start, search);

describe('a link', () => {
  it('that does not mention the experiment says nothing about it', () => {
    expect(read('?other.x=5&backend=cpu')).toBeUndefined();
  });

  it('carries settings, pin, spread, hidden and locked controls there and back', () => {
    const state = {
      settings: { ...start, x: 7 },
      pin: { ...start, slope: 9 },
      spread: { param: 'x', measure: 'y' },
      hide: ['dots'],
      lock: ['seed', 'colour'],
    };
    const search = writeLink(toy, 'one', start, state, '?two.x=1&lang=en');
    expect(search).toContain('two.x=1');
    expect(search).toContain('lang=en');
    expect(read(search)).toEqual({ ...state, notices: [] });
  });

  it('carries the moment of an experiment that can be played, and names one that it cannot carry', () => {
    const timeline = { kind: 'stages', label: () => '' } as const;
    const played = { ...toy, timeline };
    const state = { settings: start, moment: 12, hide: [], lock: [] };
    const search = writeLink(played, 'one', start, state, '');
    expect(search).toBe('?one.moment=12&one.v=2');
    expect(readLink(played, 'one', start, search)).toEqual({ ...state, notices: [] });
    for (const [widget, text] of [
      [played, 'soon'],
      [played, '-1'],
      [played, '1.5'],
      [toy, '12'],
    ] as const) {
      const linked = readLink(widget, 'one', start, `?one.moment=${text}`);
      expect(linked?.moment, text).toBeUndefined();
      expect(linked?.notices.join(), text).toContain(`moment = “${text}”`);
    }
  });

  it('of the start is empty', () => {
    expect(writeLink(toy, 'one', start, { settings: start }, '?one.x=9')).toBe('');
  });

  it('of an older version is migrated, its pinned run too', () => {
    const linked = read('?one.at=6&one.pin=at%3D8&one.v=1');
    expect(linked?.settings).toEqual({ ...start, x: 6 });
    expect(linked?.pin).toEqual({ ...start, x: 8 });
  });

  it('of an older version says so, and whether its settings were translated', () => {
    expect(read('?one.at=6&one.v=1')?.older).toMatch(
      /version 1 .*this is version 2.*translated.*may differ/,
    );
    expect(read('?one.pin=at%3D8&one.v=1')?.older).toMatch(/translated/);
    expect(read('?one.slope=6&one.v=1')?.older).toMatch(/used as they stand.*may differ/);
    for (const search of ['?one.x=6', '?one.x=6&one.v=2', '?one.x=6&one.v=3', '?one.x=6&one.v=z']) {
      expect(read(search)?.older, search).toBeUndefined();
    }
  });

  it('of a newer version is used as far as it goes, and says so', () => {
    const linked = read('?one.x=6&one.v=99');
    expect(linked?.settings['x']).toBe(6);
    expect(linked?.notices.join()).toContain('newer edition');
  });

  it('with values that cannot be taken names each of them', () => {
    const linked = read('?one.x=900&one.colour=green&one.size=1');
    expect(linked?.settings).toEqual({ ...start, x: 10, colour: 'red' });
    expect(linked?.notices).toHaveLength(3);
    expect(linked?.notices.join()).toContain('green');
  });

  it('with values that cannot be taken calls settings as their controls do, and menus by what stands in them', () => {
    const all = 'one of Place, Slope, Colour, Dots, Seed';
    const said = (search: string) => read(search)?.notices.join();
    expect(said('?one.slope=steep')).toContain('Slope = “steep”');
    expect(said('?one.pin=slope%3Dsteep')).toContain('Slope = “steep”');
    expect(said('?one.slope=0')).toContain('Slope cannot be 0 here');
    expect(said('?one.colour=green')).toMatch(/Colour = “green”.* one of Red, Blue\./);
    for (const search of ['?one.size=1', '?one.hide=size', '?one.lock=size'])
      expect(said(search), search).toContain(all);
    expect(said('?one.v=z')).toContain('version = “z”');
  });

  it.each([
    ['one.v=abc', 'abc'],
    ['one.v=0', '0'],
    ['one.spread=nope,y', 'nope'],
    ['one.pin=x%3Dmany', 'many'],
    ['one.hide=nope', 'nope'],
  ])('names the part %s that cannot be read', (search, text) => {
    expect(read(`?${search}`)?.notices.join()).toContain(text);
  });

  it.each(['x,nothing', 'seed,y', 'colour,y', 'x,y,x', 'x,y,dots', 'x,y,seed,slope'])(
    'with the spread %s, which cannot be, shows none and says so',
    (text) => {
      const linked = read(`?one.spread=${text}`);
      expect(linked?.spread).toBeUndefined();
      expect(linked?.notices.join()).toContain(text);
    },
  );

  it('is not repeated at length: what it asks for and cannot have is cut short', () => {
    const long = 'z'.repeat(5000);
    const linked = read(`?one.${long}=${long}&one.hide=${long}&one.spread=${long}&one.v=${long}`);
    expect(linked?.notices).toHaveLength(4);
    for (const notice of linked?.notices ?? []) expect(notice.length).toBeLessThan(300);
  });

  it.each(['__proto__', 'constructor', 'valueOf', 'toString', 'hasOwnProperty'])(
    'names the setting %s as it does any that is none',
    (name) => {
      for (const search of [`?one.${name}=1`, `?one.pin=${name}%3D1`, `?one.hide=${name}`]) {
        expect(read(search)?.notices).toHaveLength(1);
        expect(read(search)?.notices.join()).toContain(name);
      }
    },
  );

  it.each([
    ['settings', '&one.', (i: number) => `p${i}=${i}`],
    ['pinned settings', '%26', (i: number) => `p${i}%3D${i}`],
    ['hidden controls', ',', (i: number) => `p${i}`],
  ])('with a thousand %s that are none names the first few and counts the rest', (_, by, part) => {
    const [key, list] = [by === ',' ? 'one.hide=' : by === '%26' ? 'one.pin=' : 'one.', 1000];
    const linked = read(`?${key}${Array.from({ length: list }, (__, i) => part(i)).join(by)}`);
    expect(linked?.notices).toHaveLength(6);
    expect(linked?.notices.at(-1)).toContain('995 more parts');
    expect(linked?.hide).toEqual([]);
  });

  it('that is far too long is read up to a whole parameter, which is said, and goes on no longer', () => {
    const junk = Array.from({ length: 200_000 }, (_, i) => `one.p${i}=${i}`).join('&');
    const linked = read(`?one.x=7&${junk}&one.slope=9`);
    expect(linked?.settings).toEqual({ ...start, x: 7 });
    expect(linked?.notices[0]).toContain('longer than 40,000 characters');
    expect(linked?.notices.join().length).toBeLessThan(2000);
    const written = writeLink(toy, 'one', start, { settings: start }, `?two.x=1&${junk}`);
    expect(written).toBe('?two.x=1');
  });

  it('in which the others are longer as they are written than as they were read stays as short as it is read', () => {
    const others = Array.from({ length: 2000 }, (_, i) => `two.p${i}=é,,,,,`).join('&');
    const state = { settings: { ...start, x: 7 } };
    const written = writeLink(toy, 'one', start, state, `?${others}`);
    expect(others.length).toBeLessThan(LONGEST_QUERY);
    expect(written.length).toBeGreaterThan(LONGEST_QUERY - 100);
    expect(written.length).toBeLessThanOrEqual(LONGEST_QUERY);
    expect(read(written)).toMatchObject({ ...state, notices: [] });
    expect(written).toContain('two.p0=%C3%A9%2C');
  });

  it('that begins with one endless value is not read, which is said where it is meant', () => {
    const search = `?one.valueOf=${'abc%20'.repeat(300_000)}`;
    expect(read(search)).toMatchObject({ settings: start, hide: [], lock: [] });
    expect(read(search)?.notices).toHaveLength(1);
    expect(readLink(toy, 'two', start, search)).toBeUndefined();
    expect(writeLink(toy, 'one', start, { settings: start }, search)).toBe('');
  });

  it('leaves a value alone that just fits, and drops the parameter that does not', () => {
    const fits = `?one.x=7&junk=${'y'.repeat(LONGEST_QUERY - 14)}`;
    expect(fits).toHaveLength(LONGEST_QUERY);
    expect(readableQuery(fits)).toBe(fits);
    expect(readableQuery(`${fits}z`)).toBe('?one.x=7');
  });

  it('carries the family of a spread', () => {
    const spread = { param: 'x', measure: 'y', by: 'seed' };
    const search = writeLink(toy, 'one', start, { settings: start, spread }, '');
    expect(read(search)?.spread).toEqual(spread);
  });
});
