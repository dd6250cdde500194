/** The state of one experiment in the address of the page. */
import type { AnySettings, Table } from '../kit/contract/params.ts';
import { LONGEST_QUERY, readableQuery } from '../kit/contract/query.ts';
import type { SpreadAsk } from '../kit/spread/spread.ts';
import type { AnyWidget } from '../kit/contract/widget.ts';

/** Everything a link may say about one instance. */
export interface Linked {
  readonly settings: AnySettings;
  readonly pin?: AnySettings;
  readonly spread?: SpreadAsk;
  /** The moment of the run that is looked at; absent: the last. */
  readonly moment?: number;
  readonly hide: readonly string[];
  readonly lock: readonly string[];
  /** `none` where what is hidden and locked leaves nothing to spread. */
  readonly spreads?: 'none';
  /** That it was made with an older version of the widget, as a sentence. */
  readonly older?: string;
  /** Sentences on what could not be taken as it stands. */
  readonly notices: readonly string[];
}

/** The address with this instance's state in it; other instances' state and the rest stay, as far as they are read. */
export function writeLink(
  widget: AnyWidget,
  id: string,
  start: AnySettings,
  linked: Partial<Linked> & { readonly settings: AnySettings },
  search: string,
): string {
  const others = [...new URLSearchParams(readableQuery(search))].filter(
    ([key]) => !key.startsWith(`${id}.`),
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
  if (linked.moment !== undefined) own.push(['moment', String(linked.moment)]);
  if (linked.hide?.length) own.push(['hide', linked.hide.join(',')]);
  if (linked.lock?.length) own.push(['lock', linked.lock.join(',')]);
  if (own.length > 0) own.push(['v', String(widget.version)]);
  const ours = written(own.map(([name, value]) => [`${id}.${name}`, value]));
  // They may be longer as they are written here than as they were read.
  const theirs = readableQuery(written(others), LONGEST_QUERY - ours.length - 2);
  const text = [theirs, ours].filter(Boolean).join('&');
  return text && `?${text}`;
}

function written(pairs: string[][]): string {
  return new URLSearchParams(pairs).toString();
}
