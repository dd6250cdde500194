/** The state of one experiment in the address of the page. */
import { readSettings } from '../kit/contract/params.ts';
import type { AnySettings, Query, Reading, Table } from '../kit/contract/params.ts';
import { families, spreadable, type SpreadAsk } from '../kit/spread/spread.ts';
import { WORDS } from '../kit/words/words.ts';
import type { AnyWidget } from '../kit/contract/widget.ts';

/** Everything a link may say about one instance. */
export interface Linked {
  readonly settings: AnySettings;
  readonly pin?: AnySettings;
  readonly spread?: SpreadAsk;
  readonly hide: readonly string[];
  readonly lock: readonly string[];
  /** Sentences on what could not be taken as it stands. */
  readonly notices: readonly string[];
}

/** What the address says about an instance, or nothing when it does not mention it. */
export function readLink(
  widget: AnyWidget,
  id: string,
  start: AnySettings,
  search: string,
): Linked | undefined {
  const own = ownQuery(id, search);
  const { v, pin, spread, hide, lock, ...asked } = own;
  if (Object.keys(own).length === 0) return undefined;
  const notices: string[] = [];
  const known = v === undefined || /^[1-9]\d*$/.test(v);
  if (!known) notices.push(WORDS.unreadable('v', v.slice(0, 60), 'the number of a version'));
  const version = known ? Number(v ?? widget.version) : widget.version;
  if (version > widget.version) notices.push(WORDS.newer(String(version)));
  const now = changedStart(widget, start, asked, version);
  const then = changedStart(widget, start, Object.fromEntries(new URLSearchParams(pin)), version);
  notices.push(...noticesOf(widget, now.reading), ...noticesOf(widget, then.reading));
  const ask = readSpread(widget, spread);
  if (spread !== undefined && !ask) {
    notices.push(WORDS.unreadable('spread', spread.slice(0, 60), 'a setting and a measure'));
  }
  for (const name of [...names(hide), ...names(lock)]) {
    if (Object.hasOwn(widget.params as Table, name)) continue;
    const settings = Object.keys(widget.params as Table).join(', ');
    notices.push(WORDS.unreadable('hide or lock', name.slice(0, 60), `one of ${settings}`));
  }
  return {
    settings: now.settings,
    ...(pin !== undefined && { pin: then.settings }),
    ...(ask && { spread: ask }),
    hide: names(hide),
    lock: names(lock),
    notices,
  };
}

/** `setting,measure`, or `setting,measure,setting` for a family of lines. */
function readSpread(widget: AnyWidget, text: string | undefined): SpreadAsk | undefined {
  const [param = '', measure = '', by, ...more] = (text ?? '').split(',');
  const known =
    more.length === 0 &&
    spreadable(widget).some(([name]) => name === param) &&
    Object.hasOwn(widget.measures, measure);
  if (!known) return undefined;
  if (by === undefined) return { param, measure };
  return families(widget, param).some(([name]) => name === by) ? { param, measure, by } : undefined;
}

function ownQuery(id: string, search: string): Record<string, string> {
  const own: Record<string, string> = {};
  for (const [key, value] of new URLSearchParams(search)) {
    if (key.startsWith(`${id}.`)) own[key.slice(id.length + 1)] = value;
  }
  return own;
}

function names(list: string | undefined): readonly string[] {
  return list ? list.split(',') : [];
}

/** The start with the changes that a link of some version asks for. */
function changedStart(
  widget: AnyWidget,
  start: AnySettings,
  asked: Query,
  version: number,
): { readonly settings: AnySettings; readonly reading: Reading<Table> } {
  const table = widget.params as Table;
  const query = version < widget.version ? (widget.migrate?.(asked, version) ?? asked) : asked;
  const reading = readSettings(table, query);
  const known = Object.keys(query).filter((name) => Object.hasOwn(table, name));
  const changes = Object.fromEntries(known.map((name) => [name, reading.settings[name]]));
  return { settings: { ...start, ...changes } as AnySettings, reading };
}

function noticesOf(widget: AnyWidget, reading: Reading<Table>): string[] {
  const clamped = Object.entries(reading.clamped).map(([name, { asked, used }]) =>
    WORDS.clamped((widget.params as Table)[name]?.label ?? name, String(asked), String(used)),
  );
  const unreadable = reading.unreadable.map((one) =>
    WORDS.unreadable(one.name.slice(0, 60), one.text.slice(0, 60), one.wanted),
  );
  return [...clamped, ...unreadable];
}

/** The address with this instance's state in it; other instances' state and the rest stay as they are. */
export function writeLink(
  widget: AnyWidget,
  id: string,
  start: AnySettings,
  linked: Partial<Linked> & { readonly settings: AnySettings },
  search: string,
): string {
  const query = new URLSearchParams(
    [...new URLSearchParams(search)].filter(([key]) => !key.startsWith(`${id}.`)),
  );
  const differs = (settings: AnySettings): [string, string][] =>
    Object.keys(widget.params as Table)
      .filter((name) => settings[name] !== start[name])
      .map((name) => [name, String(settings[name])]);
  const own = differs(linked.settings);
  if (linked.pin) own.push(['pin', new URLSearchParams(differs(linked.pin)).toString()]);
  if (linked.spread) {
    const { param, measure, by } = linked.spread;
    own.push(['spread', [param, measure, ...(by === undefined ? [] : [by])].join(',')]);
  }
  if (linked.hide?.length) own.push(['hide', linked.hide.join(',')]);
  if (linked.lock?.length) own.push(['lock', linked.lock.join(',')]);
  if (own.length > 0) own.push(['v', String(widget.version)]);
  for (const [name, value] of own) query.set(`${id}.${name}`, value);
  const text = query.toString();
  return text ? `?${text}` : '';
}
