import { describe, expect, it } from 'vitest';
import { compose, type Offered } from '../../src/teachers/compose.ts';
import { loadWidgets } from '../../widgets/index.ts';
import {
  defaults,
  type AnySettings,
  type Param,
  type Table,
} from '../../widgets/kit/contract/params.ts';
import type { AnyWidget } from '../../widgets/kit/contract/widget.ts';
import { seeded, type Random } from '../../widgets/kit/numbers/random.ts';
import { writeLink } from '../../widgets/page/link.ts';
import { readLink } from '../../widgets/page/read-link.ts';

const WIDGETS = Object.values(await loadWidgets());

/** What the page has: plain data, which went through a file. */
function offered(widget: AnyWidget): Offered {
  const { params, version } = widget;
  const all = { id: 'one', version, params, start: defaults(params as Table) };
  return JSON.parse(JSON.stringify(all)) as Offered;
}

function anyValue(param: Param, random: Random): number | string {
  if (param.kind === 'number') {
    const raw = param.min + random.uniform() * (param.max - param.min);
    return param.whole === true ? Math.round(raw) : Number(raw.toPrecision(4));
  }
  const values = (param.options ?? []).map(({ value }) => value);
  return values[Math.floor(random.uniform() * values.length)] ?? param.default;
}

describe.each(WIDGETS.map((widget) => [widget.tag, widget] as const))(
  'a link to %s',
  (_, widget) => {
    const table = widget.params as Table;
    const start = defaults(table) as AnySettings;
    const names = Object.keys(table);

    it('that was composed is the link that the experiment itself writes, and opens as it was set', () => {
      const random = seeded(7, widget.tag);
      for (let i = 0; i < 40; i += 1) {
        const moved = names.filter(() => random.uniform() < 0.4);
        const changes = moved.map(
          (name) => [name, anyValue(table[name] as Param, random)] as const,
        );
        const settings = { ...start, ...Object.fromEntries(changes) };
        const [lock, hide] = [0.3, 0.2].map((share) =>
          names.filter(() => random.uniform() < share),
        );
        const values = Object.fromEntries(names.map((name) => [name, String(settings[name])]));
        const { query, notices } = compose(offered(widget), {
          values,
          lock: (lock ?? []).toReversed(),
          hide: hide ?? [],
        });
        const state = { settings, lock: lock ?? [], hide: hide ?? [] };
        expect(query).toBe(writeLink(widget, 'one', start, state, ''));
        expect(notices).toEqual([]);
        if (query === '') continue;
        const read = readLink(widget, 'one', start, query);
        expect({ lock: read?.lock, hide: read?.hide, notices: read?.notices }).toEqual({
          lock: state.lock,
          hide: state.hide,
          notices: [],
        });
      }
    });

    it('of which nothing was changed is the address of the experiment', () => {
      const values = Object.fromEntries(names.map((name) => [name, String(start[name])]));
      expect(compose(offered(widget), { values, lock: [], hide: [] })).toEqual({
        query: '',
        notices: [],
      });
    });

    it('is clamped, and what cannot be read stays as it stands; both are said', () => {
      const [name, param] =
        Object.entries(table).find(([, one]) => one.kind === 'number') ?? ([] as never);
      if (param?.kind !== 'number') return;
      const over = compose(offered(widget), {
        values: { [name]: String(param.max + 1000) },
        lock: [],
        hide: [],
      });
      expect(new URLSearchParams(over.query).get(`one.${name}`)).toBe(
        param.max === param.default ? null : String(param.max),
      );
      expect(over.notices.join()).toContain(param.label);
      const none = compose(offered(widget), { values: { [name]: '' }, lock: [], hide: [] });
      expect(none.query).toBe('');
      expect(none.notices.join()).toContain('cannot be read');
    });
  },
);

it('an experiment’s own start is what differs is told from', () => {
  const [widget] = WIDGETS;
  if (!widget) throw new Error('there is no widget');
  const table = widget.params as Table;
  const [name, param] =
    Object.entries(table).find(([, one]) => one.kind === 'number') ?? ([] as never);
  if (param?.kind !== 'number') return;
  const own = { ...offered(widget), start: { ...defaults(table), [name]: param.max } };
  const entered = { lock: [], hide: [] };
  expect(compose(own, { ...entered, values: { [name]: String(param.max) } }).query).toBe('');
  expect(compose(own, { ...entered, values: { [name]: String(param.min) } }).query).toContain(
    `one.${name}=${param.min}`,
  );
});
