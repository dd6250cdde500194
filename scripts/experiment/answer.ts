/** The shape of what `npm run -s experiment` prints. Pure. */
import type { Param, Table } from '../../widgets/kit/contract/params.ts';
import { cited } from '../../widgets/kit/contract/cited.ts';
import type { AnyWidget, Rows } from '../../widgets/kit/contract/widget.ts';
import type { RunResult } from '../../widgets/kit/record/run-record.ts';
import { allActions } from '../../widgets/kit/views/board.ts';
import type { Action } from '../../widgets/kit/views/actions.ts';
import type { Asked } from './command.ts';

/** What `--list` prints of each widget. */
export function listing(widgets: readonly AnyWidget[]): unknown[] {
  return widgets.map((widget) => ({
    name: widget.tag,
    version: widget.version,
    title: widget.title,
    params: mapped(widget.params as Table, describe),
    measures: mapped(widget.measures, ({ label, unit, digits, better }) => ({
      label,
      unit: unit ?? null,
      digits,
      better: better ?? null,
    })),
  }));
}

function mapped<A, B>(
  table: Readonly<Record<string, A>>,
  change: (value: A) => B,
): Record<string, B> {
  return Object.fromEntries(Object.entries(table).map(([key, value]) => [key, change(value)]));
}

function describe(param: Param): Record<string, unknown> {
  const number = param.kind === 'number' ? param : undefined;
  const options = param.kind === 'number' ? undefined : param.options;
  return {
    kind: param.kind,
    min: number?.min ?? null,
    max: number?.max ?? null,
    step: number?.step ?? null,
    options: options?.map((option) => option.value) ?? null,
    default: param.default,
    unit: number?.unit ?? null,
  };
}

/** One run's entry: its record, what was out of range or had to be changed, why a measure has no value, how it is said, and the same as a table. */
export function entry(
  widget: AnyWidget,
  run: RunResult,
  { clamped, adjusted }: Omit<Asked, 'settings'>,
): unknown {
  const { settings, outcome, why, ...record } = run;
  return {
    widget: record.widget,
    version: record.version,
    settings,
    clamped,
    adjusted,
    measures: record.measures,
    why,
    say: widget.say(settings, outcome),
    table: rounded(widget.tabulate(settings, outcome)),
    ...(hasActions(widget) && { actions: actionsOf(widget, run) }),
    backend: record.backend,
  };
}

const hasActions = ({ actions, board }: AnyWidget): boolean => (actions ?? board) !== undefined;

/** What can be done next, by itself or with a row of the board. */
function actionsOf(widget: AnyWidget, { settings, outcome }: RunResult): readonly Action[] {
  const board = widget.board?.(settings, outcome, {});
  return allActions(widget.actions?.(settings, outcome) ?? [], board);
}

/** A table whose numbers are cited like measures: 399, and no 398.999999999999. */
function rounded({ rows, ...table }: Rows): Rows {
  return {
    ...table,
    rows: rows.map((row) =>
      row.map((cell) => (typeof cell === 'number' && Number.isFinite(cell) ? cited(cell) : cell)),
    ),
  };
}
