import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dataOf } from './fixture.ts';
import {
  instances,
  linkTo,
  openLink,
  sayable,
  startOf,
  type AnySettings,
  type State,
} from './today.ts';

/** What a link asks for; settings and pin hold only what differs from the start, and what is empty is left out. */
type Asked = Partial<State> & { readonly settings: AnySettings };
interface Read {
  readonly id: string;
  readonly search: string;
  readonly reading: (Asked & { readonly notices?: readonly string[] }) | null;
}
interface Written extends Asked {
  readonly id: string;
  /** What stood in the query before. */
  readonly beside?: string;
  readonly link: string;
}

const STARTS = dataOf('starts.json') as Readonly<Record<string, AnySettings>>;
/**
 * Of 2,022 links that were frozen, so many that what any of them had is in one: greedily, always the one with most that is not there
 * yet, the shortest of equal ones. What counts: each setting of each experiment, a pinned run, a spread, a family, hidden and locked
 * settings, a version, other things in the query; each kind of notice, and how many come at once.
 */
const READ = dataOf('links-read.json') as readonly Read[];
const WRITTEN = dataOf('links-written.json') as readonly Written[];

/** The whole state that a short form stands for. */
function whole(id: string, { settings, pin, spread, hide, lock }: Asked): State {
  const start = STARTS[id] ?? {};
  // A name that is no setting hides and locks nothing: it may be let go once it has been named.
  const known = (names: readonly string[] = []): readonly string[] =>
    names.filter((name) => Object.hasOwn(start, name));
  return {
    settings: { ...start, ...settings },
    pin: pin ? { ...start, ...pin } : null,
    spread: spread ?? null,
    hide: known(hide),
    lock: known(lock),
  };
}

/** A list of all settings grows with the settings: where the frozen sentence ends in "…", any list may follow. */
function likeFrozen(sentence: string, frozen: string | undefined): string {
  const head = frozen?.endsWith('…') ? frozen.slice(0, -1) : undefined;
  return head !== undefined && sentence.startsWith(head) ? `${head}…` : sentence;
}

/** A later version of an experiment may be named in a link that is written now. */
const withoutVersion = (link: string): string => link.replace(/\.v=\d+/g, '.v=');

describe.each(Object.keys(STARTS))('a link to %s', (id) => {
  const read = READ.filter((one) => one.id === id);
  const written = WRITTEN.filter((one) => one.id === id);

  it('leaves as it was what it does not name', () => {
    expect(startOf(id)).toMatchObject(STARTS[id] ?? {});
  });

  it('says what it said', () => {
    for (const { search, reading } of read) {
      const now = openLink(id, search);
      expect.soft(now === null, search).toBe(reading === null);
      if (!reading || !now) continue;
      const frozen = reading.notices ?? [];
      const notices = now.notices.map((sentence, i) => likeFrozen(sentence, frozen[i]));
      expect.soft({ ...now, notices }, search).toMatchObject(whole(id, reading));
      expect.soft(notices, search).toEqual(frozen);
    }
  });

  it('is still written in the same words, and opens what it was written from', () => {
    for (const { beside, link, ...state } of written) {
      const now = linkTo(id, whole(id, state), beside);
      expect.soft(withoutVersion(now), link).toBe(withoutVersion(link));
      if (!now.includes(`${id}.`)) continue;
      expect.soft(openLink(id, now), link).toMatchObject(whole(id, state));
    }
  });
});

it('was frozen for every experiment in good number', () => {
  expect(Object.keys(STARTS)).toHaveLength(8);
  expect(READ).toHaveLength(55);
  expect(WRITTEN).toHaveLength(54);
});

describe.each(instances())('any link to %s', (id) => {
  const { names, strict, usual, spreads, drawn } = sayable(id);
  const some = fc.subarray([...names]);
  const settings = fc.tuple(some, fc.nat(9999)).map(([changed, seed]) => drawn(changed, seed));
  const state = fc.record({
    settings,
    pin: fc.option(settings, { nil: null }),
    spread: fc.constantFrom(null, ...spreads),
    hide: some,
    lock: some,
  });
  const start = startOf(id);
  const says = ({ settings: now, pin, spread, hide, lock }: State): boolean =>
    names.some((name) => now[name] !== start[name]) ||
    Boolean(pin ?? spread) ||
    [hide, lock].some((list) => list?.length);
  const sometimes = { seed: 1, numRuns: 12 };

  it('opens what it was written from, names nothing else, and leaves what stood beside it', () => {
    fc.assert(
      fc.property(state, (one) => {
        const link = linkTo(id, one, '?lang=en&other.x=1');
        expect(link).toMatch(/^\?lang=en&other\.x=1/);
        const named = [...new URLSearchParams(link).keys()].filter((key) =>
          key.startsWith(`${id}.`),
        );
        const asked = named.map((key) => key.slice(id.length + 1));
        for (const name of names.filter((own) => own !== 'spread'))
          expect(asked.includes(name), name).toBe(one.settings[name] !== start[name]);
        const opened = openLink(id, link);
        if (says(one)) expect(opened).toMatchObject({ ...one, notices: [] });
        else expect(opened).toBeNull();
      }),
      sometimes,
    );
  });

  const broken = fc.constantFrom(
    ...[...strict, 'v', 'hide', 'spread', 'nope'].map((part) => [part, '~nothing~'] as const),
  );
  it('of which a part cannot be read says so, and has all else read', () => {
    fc.assert(
      fc.property(state, broken, (one, [part, text]) => {
        const query = new URLSearchParams(linkTo(id, one));
        query.set(`${id}.${part}`, text);
        const opened = openLink(id, `?${query.toString()}`);
        expect(opened?.notices).toEqual([expect.stringContaining(text)]);
        expect(opened).toMatchObject({
          ...one,
          settings: { ...one.settings, ...(strict.includes(part) && { [part]: usual[part] }) },
          ...(part === 'hide' && { hide: [] }),
          ...(part === 'spread' && { spread: null }),
        });
      }),
      sometimes,
    );
  });
});
