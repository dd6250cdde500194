/** The parts of an experiment that the build draws first and the page draws again. */
import { number, plain, quantity, shown } from './format.ts';
import type { Drawing } from './drawing.ts';
import { markup, type Markup } from './markup.ts';
import type { AnySettings, Param } from '../contract/params.ts';
import type { Cell } from '../contract/values.ts';
import type { AnyWidget, Layout, Rows } from '../contract/widget.ts';
import { LANGUAGE, NO_VALUE } from '#words/widgets/kit/words/language';

/** A drawing in both layouts, each with attributes of its own; the style sheet shows the one that fits. */
export function inBothLayouts(draw: (layout: Layout) => Markup, is?: Markup): Markup {
  return markup`<div class="wide"${is}>${draw('wide')}</div><div class="narrow"${is}>${draw('narrow')}</div>`;
}

/** The drawings of a run. */
export function drawingsOf(
  widget: AnyWidget,
  settings: AnySettings,
  outcome: unknown,
  isInline = false,
): Readonly<Record<Layout, Drawing>> {
  const draw = (layout: Layout): Drawing =>
    widget.draw(settings, outcome, { layout, locale: LANGUAGE.tag, isInline });
  return { wide: draw('wide'), narrow: draw('narrow') };
}

// Longer texts than this are read, not compared: their column starts at its left edge and breaks its lines.
const LONG = 24;

/** A run as a table, with the single cases of its figure as one more; and apart from that the columns that can wait, where it has some. */
export function tablesOf(
  widget: AnyWidget,
  settings: AnySettings,
  outcome: unknown,
): readonly Markup[] {
  const rows = widget.tabulate(settings, outcome, LANGUAGE.tag);
  const { later } = widget;
  const [now = '', ...then] = later ? rows.caption.split(later.cut) : [rows.caption];
  return [
    markup`${table(columns({ ...rows, caption: now }, 1, later?.from))}${widget.cases && table(widget.cases(outcome))}`,
    ...(later
      ? [table(columns({ ...rows, caption: atStart(then.join(later.cut)) }, later.from))]
      : []),
  ];
}

/** Some columns of a table, behind the one that names its rows. */
function columns({ caption, head, rows }: Rows, from: number, to?: number): Rows {
  const some = <T>(row: readonly T[]): T[] => [...row.slice(0, 1), ...row.slice(from, to)];
  return { caption, head: some(head), rows: rows.map(some) };
}

/** Rows as a table. The first column names the row. */
export function table(rows: Rows): Markup {
  const isRead = rows.head.map((_, i) =>
    rows.rows.some((row) => typeof row[i] === 'string' && row[i].length > LONG),
  );
  const wide = (i: number): Markup | false => isRead[i + 1] === true && markup` class="read"`;
  return markup`<table><caption>${rows.caption}</caption><thead><tr>${rows.head.map(
    // A head without a name is none.
    (name, i) =>
      name === '' ? markup`<td></td>` : markup`<th scope="col"${wide(i - 1)}>${name}</th>`,
  )}</tr></thead><tbody>${rows.rows.map(
    ([first = '', ...rest]) =>
      markup`<tr><th scope="row">${cell(first)}</th>${rest.map((value, i) => markup`<td${wide(i)}>${cell(value)}</td>`)}</tr>`,
  )}</tbody></table>`;
}

/** A cell of a table or a board. */
export function cell(value: Cell): string | Markup {
  if (value === null) return '–';
  if (typeof value === 'string') return value;
  if (typeof value === 'object') return markup`<a href="${value.href}">${value.text}</a>`;
  // Four figures, yet no fewer than stand before the point.
  return Number.isInteger(value) || Math.abs(value) >= 1000 ? number(value) : plain(value);
}

/** A measure's value as the reader sees it. */
export function measured(widget: AnyWidget, name: string, value: number | null): string {
  const measure = widget.measures[name];
  return measure ? (measure.says?.[value ?? 2] ?? quantity(value, measure)) : NO_VALUE;
}

/** A label at the head of a sentence: "p99" stays, "attack works" begins large. */
export function atStart(label: string): string {
  return /^[a-z][a-z ]/.test(label) ? label.charAt(0).toUpperCase() + label.slice(1) : label;
}

/** A setting as its control shows it: a menu's words, not the value behind them; of what is drawn or painted what it says. */
export function chosen(param: Param, value: number | string | undefined): string {
  if (param.kind === 'text' && param.say) return param.say(String(value));
  if (param.kind === 'number') return shown(Number(value), param);
  return param.options?.find((option) => option.value === value)?.label ?? String(value);
}
