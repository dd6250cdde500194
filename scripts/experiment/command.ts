/** What a command line asks of the experiments, and the shape of the answer. Pure: nothing runs here. */
import {
  type AnySettings,
  type Clamped,
  type Param,
  type Query,
  changed,
  readSettings,
  spreadValues,
} from '../../widgets/kit/contract/params.ts';
import { type AnyWidget, type Rows, cited, measureAll } from '../../widgets/kit/contract/widget.ts';

export type Widgets = Readonly<Record<string, AnyWidget>>;

/** A command line that cannot be understood; its message says what would be. */
export class Misread extends Error {}

/** One run that was asked for. */
export interface Asked {
  readonly settings: AnySettings;
  readonly clamped: Readonly<Record<string, Clamped>>;
}
export type Command =
  | { readonly list: true }
  | { readonly widget: AnyWidget; readonly asked: readonly Asked[]; readonly spread: boolean };

const USAGE =
  'Usage: npm run -s experiment -- --list | NAME [key=value ...] [spread=PARAM]\n' +
  '--list says which names, keys and values there are.';

/** Reads the words after `npm run -s experiment --`; throws `Misread` at the first one without a meaning. */
export function readCommand(words: readonly string[], widgets: Widgets): Command {
  const [name, ...rest] = words;
  if (name === undefined || name === '--help') throw new Misread(USAGE);
  if (name === '--list') {
    if (rest.length > 0)
      throw new Misread(`--list stands alone; "${rest[0]}" has no meaning after it.`);
    return { list: true };
  }
  const widget = Object.hasOwn(widgets, name) ? widgets[name] : undefined;
  if (!widget) {
    throw new Misread(
      `There is no experiment "${name}"; there are ${Object.keys(widgets).join(', ')}.`,
    );
  }
  const { spread, query } = readPairs(rest);
  const reading = readSettings(widget.params, query);
  const [bad] = reading.unreadable;
  if (bad) throw new Misread(complaint(widget, bad));
  const start = { settings: reading.settings as AnySettings, clamped: reading.clamped };
  if (spread === undefined) return { widget, asked: [start], spread: false };
  return { widget, asked: spreadOut(widget, spread, start), spread: true };
}

function complaint(widget: AnyWidget, bad: { name: string; text: string; wanted: string }): string {
  return Object.hasOwn(widget.params, bad.name)
    ? `${bad.name}=${bad.text} cannot be read; wanted is ${bad.wanted}.`
    : `${widget.tag} has no setting "${bad.name}"; wanted is ${bad.wanted}, or spread.`;
}

function readPairs(words: readonly string[]): { spread?: string; query: Query } {
  const pairs = new Map<string, string>();
  for (const word of words) {
    const at = word.indexOf('=');
    if (at < 1) throw new Misread(`"${word}" cannot be read; settings are written key=value.`);
    const key = word.slice(0, at);
    if (pairs.has(key)) throw new Misread(`"${key}" is given twice.`);
    pairs.set(key, word.slice(at + 1));
  }
  const spread = pairs.get('spread');
  pairs.delete('spread');
  const query = Object.fromEntries(pairs);
  return spread === undefined ? { query } : { spread, query };
}

function spreadOut(widget: AnyWidget, name: string, start: Asked): Asked[] {
  const table = widget.params as Readonly<Record<string, Param>>;
  const able = Object.entries(table).filter(
    ([, param]) => param.kind === 'number' && spreadValues(param).length > 0,
  );
  const param = able.find(([key]) => key === name)?.[1];
  if (param?.kind !== 'number') {
    const names = able.map(([key]) => key).join(', ');
    throw new Misread(`"${name}" cannot be spread; what can is ${names}.`);
  }
  const clamped = Object.fromEntries(Object.entries(start.clamped).filter(([key]) => key !== name));
  return spreadValues(param).map((value) => ({
    settings: changed(table, start.settings as never, { [name]: value }) as AnySettings,
    clamped,
  }));
}

/** What `--list` prints of each widget. */
export function listing(widgets: Widgets): unknown[] {
  return Object.entries(widgets).map(([name, widget]) => ({
    name,
    version: widget.version,
    title: widget.title,
    params: mapped(widget.params as Readonly<Record<string, Param>>, describe),
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

/** One run's entry: what was set, what came out, how it is said, and the same as a table. */
export function entry(widget: AnyWidget, { settings, clamped }: Asked, outcome: unknown): unknown {
  return {
    widget: widget.tag,
    version: widget.version,
    settings,
    clamped,
    ...measureAll(widget, outcome),
    say: widget.say(settings, outcome),
    table: rounded(widget.tabulate(settings, outcome)),
  };
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
