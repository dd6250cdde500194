/** The parts of an experiment that the build draws first and the page draws again. */
import { number, plain, quantity } from './format.ts';
import type { Drawing } from './drawing.ts';
import { markup, type Markup } from './markup.ts';
import type { AnySettings, Param, Table } from '../contract/params.ts';
import type { AnyWidget, Cell, Layout, Rows } from '../contract/widget.ts';
import type { RunRecord } from '../record/run-record.ts';
import { WORDS } from '../words/words.ts';

/** A drawing in both layouts; the style sheet shows the one that fits. */
export function inBothLayouts(draw: (layout: Layout) => Markup): Markup {
  return markup`<div class="wide">${draw('wide')}</div><div class="narrow">${draw('narrow')}</div>`;
}

/** The drawings of a run. */
export function drawingsOf(
  widget: AnyWidget,
  settings: AnySettings,
  outcome: unknown,
): Readonly<Record<Layout, Drawing>> {
  const draw = (layout: Layout): Drawing => widget.draw(settings, outcome, { layout });
  return { wide: draw('wide'), narrow: draw('narrow') };
}

// Longer texts than this are read, not compared: their column starts at its left edge and breaks its lines.
const LONG = 24;

/** Rows as a table. The first column names the row. */
export function table(rows: Rows): Markup {
  const isRead = rows.head.map((_, i) =>
    rows.rows.some((row) => typeof row[i] === 'string' && row[i].length > LONG),
  );
  const wide = (i: number): Markup | false => isRead[i + 1] === true && markup` class="read"`;
  return markup`<table><caption>${rows.caption}</caption><thead><tr>${rows.head.map(
    (name, i) => markup`<th scope="col"${wide(i - 1)}>${name}</th>`,
  )}</tr></thead><tbody>${rows.rows.map(
    ([first = '', ...rest]) =>
      markup`<tr><th scope="row">${cell(first)}</th>${rest.map((value, i) => markup`<td${wide(i)}>${cell(value)}</td>`)}</tr>`,
  )}</tbody></table>`;
}

function cell(value: Cell): string | Markup {
  if (value === null) return '–';
  if (typeof value === 'string') return value;
  if (typeof value === 'object') return markup`<a href="${value.href}">${value.text}</a>`;
  return Number.isInteger(value) ? number(value) : plain(value);
}

/** A measure's value as the reader sees it. */
export function measured(widget: AnyWidget, name: string, value: number | null): string {
  const measure = widget.measures[name];
  return measure ? quantity(value, measure) : WORDS.noValue;
}

/** A label inside a sentence: "p99" and "GPU" stay, "Mean wait" begins small. */
function inSentence(label: string): string {
  return /^[A-Z][a-z ]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

/** A label at the head of a sentence: "p99" stays, "attack works" begins large. */
export function atStart(label: string): string {
  return /^[a-z][a-z ]/.test(label) ? label.charAt(0).toUpperCase() + label.slice(1) : label;
}

/** A setting as its control shows it: a menu's words, not the value behind them; of what is drawn or painted what it says. */
export function chosen(param: Param, value: number | string | undefined): string {
  if (param.kind === 'text' && param.say) return param.say(String(value));
  const options = param.kind === 'number' ? [] : (param.options ?? []);
  return options.find((option) => option.value === value)?.label ?? String(value);
}

/** A pinned run beside the present one, and which settings tell them apart. */
export function comparison(widget: AnyWidget, pinned: RunRecord, now: RunRecord): Markup {
  const params = widget.params as Table;
  const differing = Object.entries(params).filter(
    ([name]) => pinned.settings[name] !== now.settings[name],
  );
  const what =
    differing.length === 0
      ? WORDS.pinnedSame
      : differing
          .map(
            ([name, p]) =>
              `${p.label}: ${chosen(p, pinned.settings[name])} → ${chosen(p, now.settings[name])}`,
          )
          .join('; ');
  const rows = Object.keys(widget.measures).map((name) => {
    const before = pinned.measures[name] ?? null;
    const after = now.measures[name] ?? null;
    return [
      widget.measures[name]?.label ?? name,
      measured(widget, name, before),
      measured(widget, name, after),
      change(widget, name, before, after),
    ];
  });
  // What has not moved is named, not listed: the eye goes to what did.
  const moved = rows.filter(([, before, after]) => before !== after);
  const still = rows.filter((row) => !moved.includes(row)).map(([label]) => label);
  const rest =
    still.length > 0 &&
    markup`<p class="soft">${WORDS.unchanged(still.map((label = '') => inSentence(label)).join(', '))}</p>`;
  if (moved.length === 0)
    return markup`<p>${WORDS.pinned}. ${what}</p>${differing.length > 0 && rest}`;
  const head = [WORDS.measure, WORDS.pinned, WORDS.now, WORDS.change];
  return markup`${table({ caption: what, head, rows: moved })}${rest}`;
}

function change(
  widget: AnyWidget,
  name: string,
  before: number | null,
  after: number | null,
): string {
  const measure = widget.measures[name];
  if (before === null || after === null || !measure) return '–';
  const difference = after - before;
  // What rounds to nothing on screen is nothing.
  if (measured(widget, name, before) === measured(widget, name, after)) return 'none';
  // A difference of shares is in percentage points, never in per cent.
  const size =
    measure.unit === 'share'
      ? `${number(Math.abs(difference) * 100, measure.digits)} points`
      : quantity(Math.abs(difference), measure);
  return `${difference > 0 ? '+' : '−'}${size}`;
}
