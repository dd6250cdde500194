/** A spread in a sentence, as a table, and as a file for a spreadsheet. */
import { csv } from '../record/csv.ts';
import { plain, quantity, setting, withUnit } from '../draw/format.ts';
import { markup, type Markup } from '../draw/markup.ts';
import { ownUnit } from '../contract/own-unit.ts';
import type { Table } from '../contract/params.ts';
import { atStart, measured, table } from '../draw/run-markup.ts';
import { overSeeds, presentLine, type SpreadView } from './spread.ts';
import type { AnyWidget } from '../contract/widget.ts';
import { SPREAD_WORDS } from '#words/widgets/kit/words/spread-words';
import { NO_VALUE } from '#words/widgets/kit/words/language';

interface Known {
  readonly x: number;
  readonly y: number;
}

/** Where the measure is lowest and highest; of a family also which line goes lowest and highest, or how far seeds part. */
export function saySpread(widget: AnyWidget, view: SpreadView): string {
  const param = nameOf(widget, view.param).toLowerCase();
  const at = writer(widget, view);
  const isSeeds = view.by === 'seed';
  const first = isSeeds
    ? overSeeds(view).map(({ x, mean }) => ({ x, y: mean }))
    : yOf(view, presentLine(view)?.points ?? []);
  const known = first.filter((one): one is Known => one.y !== null);
  if (known.length === 0) return SPREAD_WORDS.spreadEmpty;
  const value = (y: number): string => measured(widget, view.measure, y);
  // Of points that are written alike, the first: a curve that has arrived is not said to climb on.
  const [low, high] = ends(known).map(
    ({ y }) => known.find((one) => value(one.y) === value(y)) as Known,
  ) as [Known, Known];
  const label = atStart(widget.measures[view.measure]?.label ?? view.measure);
  const lines = view.lines.filter(({ role }) => role !== 'pinned').length;
  const what = isSeeds ? SPREAD_WORDS.meanOver(label, lines) : label;
  const missing = first.length - known.length;
  return [
    value(low.y) === value(high.y)
      ? SPREAD_WORDS.spreadFlat(what, param, value(low.y))
      : SPREAD_WORDS.spreadSays(what, param, value(low.y), at(low.x), value(high.y), at(high.x)),
    missing > 0 && SPREAD_WORDS.spreadGaps(missing, first.length),
    isSeeds
      ? sayApart(widget, view, value)
      : view.by !== undefined && sayFamily(widget, view, value),
  ]
    .filter((sentence) => sentence !== false && sentence !== '')
    .join(' ');
}

function nameOf(widget: AnyWidget, param: string): string {
  return (widget.params as Table)[param]?.label ?? param;
}

/** How a value of the control that is spread is written. */
function writer(widget: AnyWidget, view: SpreadView): (x: number) => string {
  const param = (widget.params as Table)[view.param];
  if (param?.kind !== 'number') return plain;
  const unit = param.isShare && ownUnit(param);
  return (x) => withUnit(setting(x, param), unit);
}

function yOf(
  view: SpreadView,
  points: SpreadView['lines'][number]['points'],
): readonly { x: number; y: number | null }[] {
  return points.map(({ x, run }) => ({ x, y: run.measures[view.measure] ?? null }));
}

function ends<P extends { readonly y: number }>(points: readonly P[]): readonly [P, P] {
  const by = [...points].sort((a, b) => a.y - b.y);
  return [by[0] as P, by.at(-1) as P];
}

function sayApart(widget: AnyWidget, view: SpreadView, value: (y: number) => string): string {
  const both = overSeeds(view).filter(({ count }) => count > 1);
  if (both.length === 0) return '';
  const [, widest] = ends(both.map((one) => ({ ...one, y: one.high - one.low })));
  return SPREAD_WORDS.seedsApart(
    writer(widget, view)(widest.x),
    value(widest.low),
    value(widest.high),
  );
}

/** Which line goes lowest and which highest; where they meet, all that do. */
function sayFamily(widget: AnyWidget, view: SpreadView, value: (y: number) => string): string {
  const lines = view.lines
    .filter(({ role }) => role !== 'pinned')
    .flatMap(({ label, points }) => {
      const known = yOf(view, points).filter((one): one is Known => one.y !== null);
      return known.length > 0 ? [{ label, ends: ends(known) }] : [];
    });
  const reached = (end: 0 | 1): string => {
    const all = lines.map((line) => line.ends[end]);
    const most = ends(all)[end];
    const first = lines.filter((line) => value(line.ends[end].y) === value(most.y));
    const names = first.length === lines.length ? [] : first.map(({ label }) => label);
    return SPREAD_WORDS.familyReaches(
      end === 0,
      names,
      value(most.y),
      writer(widget, view)(most.x),
    );
  };
  return SPREAD_WORDS.familySays(
    nameOf(widget, view.by ?? '').toLowerCase(),
    reached(0),
    reached(1),
  );
}

/** One column for each line, of the measure that is shown. */
export function tabulateSpread(widget: AnyWidget, view: SpreadView): Markup {
  const measure = widget.measures[view.measure];
  const param = (widget.params as Table)[view.param];
  const own = param?.kind === 'number' && ownUnit(param);
  const unit = own ? `, ${own}` : '';
  const isOne = view.lines.length === 1 && !view.prediction;
  const columns = view.lines.map(({ role, label, points }) => ({
    head: isOne ? (measure?.label ?? view.measure) : head(view, role, label),
    at: new Map(yOf(view, points).map(({ x, y }) => [x, y])),
  }));
  if (view.by === 'seed') {
    const all = overSeeds(view);
    columns.push({ head: SPREAD_WORDS.mean, at: new Map(all.map(({ x, mean }) => [x, mean])) });
  }
  if (view.prediction) {
    const at = new Map<number, number | null>(view.prediction.map(({ x, y }) => [x, y]));
    columns.push({ head: SPREAD_WORDS.curveGuess, at });
  }
  const xs = [...new Set(columns.flatMap(({ at }) => [...at.keys()]))].sort((a, b) => a - b);
  return markup`${table({
    caption: `${measure?.label ?? view.measure}. ${saySpread(widget, view)}`,
    head: [`${nameOf(widget, view.param)}${unit}`, ...columns.map((column) => column.head)],
    rows: xs.map((x) => [
      writer(widget, view)(x),
      ...columns.map(({ at }) => {
        const y = at.get(x);
        return y === undefined ? null : measure && y !== null ? quantity(y, measure) : NO_VALUE;
      }),
    ]),
  })}`;
}

function head(view: SpreadView, role: string, label: string): string {
  return role === 'now' && view.by !== undefined ? SPREAD_WORDS.lineNow(label) : label;
}

/** Every run of the spread in a row: which line, all settings, all measures. Shares from 0 to 1, numbers in full. */
export function spreadCsv(widget: AnyWidget, view: SpreadView): string {
  const params = Object.entries(widget.params as Table);
  const measures = Object.entries(widget.measures);
  const column = (label: string, unit?: string): string => (unit ? `${label} [${unit}]` : label);
  const rows = view.lines.flatMap(({ label, role, points }) =>
    points.map(({ run }) => [
      head(view, role, label),
      ...params.map(([name]) => run.settings[name] ?? ''),
      ...measures.map(([name]) => run.measures[name] ?? null),
    ]),
  );
  const guesses = (view.prediction ?? []).map(({ x, y }) => [
    SPREAD_WORDS.curveGuess,
    ...params.map(([name]) => (name === view.param ? x : null)),
    ...measures.map(([name]) => (name === view.measure ? y : null)),
  ]);
  const unitInFile = (one: Table[string]): string | undefined =>
    one.kind !== 'number' ? undefined : one.isShare ? SPREAD_WORDS.share : one.unit;
  return csv(
    [
      SPREAD_WORDS.line,
      ...params.map(([, one]) => column(one.label, unitInFile(one))),
      ...measures.map(([, one]) =>
        column(one.label, one.unit === 'share' ? SPREAD_WORDS.share : one.unit),
      ),
    ],
    [...rows, ...guesses],
  );
}
