/** A spread: one measure over the values of one control, as one line or as a family. What is run, in which order. */
import { plain, setting, withUnit } from '../draw/format.ts';
import {
  spreadValues,
  type AnySettings,
  type NumberParam,
  type Param,
} from '../contract/params.ts';
import { ownUnit } from '../contract/own-unit.ts';
import type { Table } from '../contract/params.ts';
import type { AnyWidget } from '../contract/widget.ts';
import type { RunRecord } from '../record/run-record.ts';
import { SPREAD_WORDS } from '#words/widgets/kit/words/spread-words';

/** What a reader asks to see. */
export interface SpreadAsk {
  readonly param: string;
  readonly measure: string;
  /** The setting that tells the lines of a family apart, `seed` among them; absent: one line. */
  readonly by?: string;
}
/** One value of the spread control and its run. */
export interface SpreadPoint {
  readonly x: number;
  readonly run: RunRecord;
}
/** `now` has the present settings, `other` another value of the setting that makes the family. */
type Role = 'now' | 'other' | 'pinned';

/** One line as it is to be run. */
export interface LineOrder {
  readonly role: Role;
  /** What tells it from its neighbours: a value with its unit. */
  readonly label: string;
  readonly runs: readonly AnySettings[];
}
/** One line as far as it is known, from left to right. */
interface SpreadLine extends Omit<LineOrder, 'runs'> {
  readonly points: readonly SpreadPoint[];
}
/** What is spread and shown, and what else belongs on the axes. */
export interface SpreadView extends SpreadAsk {
  readonly settings: AnySettings;
  readonly lines: readonly SpreadLine[];
  readonly prediction?: readonly { readonly x: number; readonly y: number }[];
  /** The settings have moved on: these are the lines of those before. */
  readonly isStale?: boolean;
}
type Named<P> = readonly (readonly [string, P])[];

/** As many lines as can be told apart. */
const MOST_LINES = 5;

/** The number controls that can be spread; a link may have closed some. */
export function spreadable(widget: AnyWidget, closed: readonly string[] = []): Named<NumberParam> {
  return Object.entries(widget.params as Table).flatMap(([name, param]) =>
    param.kind === 'number' &&
    name !== 'seed' &&
    !closed.includes(name) &&
    spreadValues(param).length > 1
      ? [[name, param] as const]
      : [],
  );
}

/**
 * The settings that can make a family of the spread of `param`: numbers, and whatever has values to choose from. What is drawn,
 * painted, sorted or written by hand has none; a second one of those is compared by pinning the first.
 */
export function families(
  widget: AnyWidget,
  param: string,
  closed: readonly string[] = [],
): Named<Param> {
  return Object.entries(widget.params as Table).filter(
    ([name, one]) =>
      name !== param &&
      !closed.includes(name) &&
      one.lines !== false &&
      familyValues(name, one, one.default).length > 1,
  );
}

/** Up to five values of a setting, the present one among them. */
export function familyValues(
  name: string,
  param: Param,
  present: number | string,
): readonly (number | string)[] {
  if (param.kind !== 'number') {
    const values = (param.options ?? []).map(({ value }) => value).slice(0, MOST_LINES);
    if (values.length === 0 || values.includes(String(present))) return values;
    return [...values.slice(0, MOST_LINES - 1), present];
  }
  const all = name === 'seed' ? seeds(param) : spreadValues(param);
  const last = Math.min(MOST_LINES, all.length) - 1;
  const some = Array.from({ length: last + 1 }, (_, i) =>
    last === 0 ? all[0] : all[Math.round((i * (all.length - 1)) / last)],
  ).filter((value) => value !== undefined);
  const here = Number(present);
  if (some.length === 0 || some.includes(here)) return some;
  const far = some.map((value) => Math.abs(value - here));
  // A seed has no neighbours: the last one makes room.
  const out = name === 'seed' ? last : far.indexOf(Math.min(...far));
  return some.map((value, i) => (i === out ? here : value)).sort((a, b) => a - b);
}

function seeds(param: NumberParam): readonly number[] {
  const all = param.spreadAt ?? [1, 2, 3, 4, 5].map((i) => param.min - 1 + i);
  return all.filter((value) => value <= param.max);
}

/** Every line of a spread with the settings of its runs, a pinned run's line last. */
export function linesOf(
  widget: AnyWidget,
  settings: AnySettings,
  ask: SpreadAsk,
  pinned?: AnySettings,
): readonly LineOrder[] {
  const params = widget.params as Table;
  const one = params[ask.param];
  if (one?.kind !== 'number') return [];
  const over = (base: AnySettings): readonly AnySettings[] =>
    spreadValues(one).map((value) => ({ ...base, [ask.param]: value }));
  const lines = family(params, settings, ask.by).map(({ value, label, isNow }): LineOrder => {
    const base = ask.by === undefined ? settings : { ...settings, [ask.by]: value };
    return { role: isNow ? 'now' : 'other', label, runs: over(base) };
  });
  const differs =
    pinned &&
    Object.keys(params).some((name) => name !== ask.param && pinned[name] !== settings[name]);
  if (differs) lines.push({ role: 'pinned', label: SPREAD_WORDS.curvePinned, runs: over(pinned) });
  return lines;
}

function family(
  params: Table,
  settings: AnySettings,
  by: string | undefined,
): readonly { value: number | string; label: string; isNow: boolean }[] {
  const param = by === undefined ? undefined : params[by];
  if (!param || by === undefined) return [{ value: '', label: SPREAD_WORDS.curveNow, isNow: true }];
  const present = settings[by] ?? param.default;
  return familyValues(by, param, present).map((value) => ({
    value,
    label: valueLabel(by, param, value),
    isNow: value === present,
  }));
}

/** A value as the end of its line says it. */
function valueLabel(name: string, param: Param, value: number | string): string {
  if (param.kind !== 'number') {
    return param.options?.find((option) => option.value === value)?.label ?? SPREAD_WORDS.asSet;
  }
  if (name === 'seed') return SPREAD_WORDS.seed(plain(Number(value)));
  return withUnit(setting(Number(value), param), ownUnit(param));
}

/** The line of the present settings. */
export function presentLine(view: SpreadView): SpreadLine | undefined {
  return view.lines.find(({ role }) => role === 'now');
}

/** Of a family over seeds, at each value: the mean, and the lowest and highest of those that have a value. */
export function overSeeds(
  view: SpreadView,
): readonly { x: number; mean: number | null; low: number; high: number; count: number }[] {
  const lines = view.lines.filter(({ role }) => role !== 'pinned');
  const xs = [...new Set(lines.flatMap(({ points }) => points.map(({ x }) => x)))];
  return xs
    .sort((a, b) => a - b)
    .map((x) => {
      const values = lines.flatMap(({ points }) => {
        const value = points.find((point) => point.x === x)?.run.measures[view.measure];
        return typeof value === 'number' ? [value] : [];
      });
      const count = values.length;
      const mean = count > 0 ? values.reduce((sum, value) => sum + value, 0) / count : null;
      return { x, mean, low: Math.min(...values), high: Math.max(...values), count };
    });
}
