/** Reads the state of one experiment from the address of the page; fetched where the address mentions it. */
import { isOwnSpread } from '../kit/contract/own-spread.ts';
import { readSettings } from '../kit/contract/params.ts';
import type { AnySettings, Query, Reading, Table, Unreadable } from '../kit/contract/params.ts';
import { LONGEST_QUERY, readableQuery } from '../kit/contract/query.ts';
import { families, spreadable, type SpreadAsk } from '../kit/spread/spread.ts';
import { number } from '../kit/draw/format.ts';
import type { Linked } from './link.ts';
import { noticesOf, shortened } from './link-notices.ts';
import { cannotRead, cannotSet, settingsOf, theFirst } from './unread.ts';
import { saidOfOlder, translated } from '../kit/record/version.ts';
import { LINK_WANTED, LINK_WORDS } from '#words/widgets/page/link-words';
import type { AnyWidget } from '../kit/contract/widget.ts';

/** What the address says about an instance, or nothing when it does not mention it. */
export function readLink(
  widget: AnyWidget,
  id: string,
  start: AnySettings,
  search: string,
): Linked | undefined {
  const table = widget.params as Table;
  const { settings: asked, view: own } = ownQuery(id, search, table);
  const { v, pin, spread, moment, hide, lock } = own;
  const isCut = search.length > LONGEST_QUERY && search.includes(`${id}.`);
  if (Object.keys({ ...own, ...asked }).length === 0 && !isCut) return undefined;
  const made = versionIn(widget, v);
  const now = changedStart(widget, start, asked, made.version);
  const pinned = Object.fromEntries(new URLSearchParams(pin));
  const then = changedStart(widget, start, pinned, made.version);
  const ask = readSpread(widget, spread);
  const at = readMoment(widget, moment);
  const older = saidOfOlder(widget, [asked, pinned], made.version);
  const [hidden, locked] = [controlsIn(widget, hide), controlsIn(widget, lock)];
  const refuse = (one: Unreadable): string => cannotSet(table, one);
  const notices = [
    ...(isCut ? [LINK_WORDS.linkCut(number(LONGEST_QUERY))] : []),
    ...made.notices,
    ...noticesOf(table, now.reading, refuse),
    ...noticesOf(table, then.reading, refuse),
    ...(spread === undefined || ask ? [] : [cannotRead({ ...LINK_WANTED.spread, text: spread })]),
    ...(moment === undefined || at !== undefined
      ? []
      : [cannotRead({ ...LINK_WANTED.moment, text: moment })]),
    ...[...hidden.unknown, ...locked.unknown].map((text) =>
      cannotRead({ name: LINK_WANTED.hideOrLock, text, wanted: settingsOf(table) }),
    ),
  ];
  return {
    settings: now.settings,
    ...(pin !== undefined && { pin: then.settings }),
    ...(ask && { spread: ask }),
    ...(at !== undefined && { moment: at }),
    ...(older !== undefined && { older }),
    hide: hidden.known,
    lock: locked.known,
    ...(spreadable(widget, [...hidden.known, ...locked.known]).length === 0 && {
      spreads: 'none' as const,
    }),
    notices: theFirst(notices),
  };
}

/** The version of the widget that a link was made with; this one where it says none, or nothing that can be read. */
function versionIn(
  widget: AnyWidget,
  v: string | undefined,
): { readonly version: number; readonly notices: readonly string[] } {
  const { version } = widget;
  if (v === undefined) return { version, notices: [] };
  if (!/^[1-9]\d*$/.test(v))
    return { version, notices: [cannotRead({ ...LINK_WANTED.version, text: v })] };
  return {
    version: Number(v),
    notices: Number(v) > version ? [LINK_WORDS.newer(shortened(v))] : [],
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

/** A whole number from 0 on; how many moments there are, the run will tell. */
function readMoment({ timeline }: AnyWidget, text = ''): number | undefined {
  return timeline && /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}

/** What a link may say besides settings. */
const VIEW: readonly string[] = ['v', 'pin', 'spread', 'moment', 'hide', 'lock'];

/** What a link says of one instance, by name: any name, so that `__proto__` is one like the others. */
function ownQuery(
  id: string,
  search: string,
  table: Table,
): Readonly<Record<'settings' | 'view', Record<string, string>>> {
  const query = [...new URLSearchParams(readableQuery(search))];
  const own = query
    .filter(([key]) => key.startsWith(`${id}.`))
    .map(([key, value]) => [key.slice(id.length + 1), value] as const);
  const isSetting = ([name, text]: readonly [string, string]): boolean =>
    !VIEW.includes(name) || (name === 'spread' && isOwnSpread(table, text));
  return {
    settings: Object.fromEntries(own.filter(isSetting)),
    view: Object.fromEntries(own.filter((pair) => !isSetting(pair))),
  };
}

/** The controls that a list names, each once, and what else stands in it. */
function controlsIn(
  widget: AnyWidget,
  list: string | undefined,
): { readonly known: readonly string[]; readonly unknown: readonly string[] } {
  const names = list ? [...new Set(list.split(','))] : [];
  const isControl = (name: string): boolean => Object.hasOwn(widget.params as Table, name);
  return { known: names.filter(isControl), unknown: names.filter((name) => !isControl(name)) };
}

/** The start with the changes that a link of some version asks for. */
function changedStart(
  widget: AnyWidget,
  start: AnySettings,
  asked: Query,
  version: number,
): { readonly settings: AnySettings; readonly reading: Reading<Table> } {
  const table = widget.params as Table;
  const query = translated(widget, asked, version);
  const reading = readSettings(table, query);
  const known = Object.keys(query).filter((name) => Object.hasOwn(table, name));
  const changes = Object.fromEntries(known.map((name) => [name, reading.settings[name]]));
  return { settings: { ...start, ...changes } as AnySettings, reading };
}
