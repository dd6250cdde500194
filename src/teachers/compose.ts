/**
 * A link that a teacher composes: from what was entered and ticked to the query that opens it. It is the one that the
 * experiment itself would write (a test holds that), written without the experiment's code, which this page never fetches.
 */
import { exact } from '../../widgets/kit/draw/format.ts';
import {
  readSettings,
  type AnySettings,
  type Query,
  type Reading,
  type Table,
} from '../../widgets/kit/contract/params.ts';
import { WORDS } from '#words/widgets/kit/words/words';

/** What is known of an experiment without its code: plain data, which the build writes into the page. */
export interface Offered {
  readonly id: string;
  /** Of its widget. */
  readonly version: number;
  /** Its settings, without the functions that read and say a text: the experiment reads a text when the link is opened. */
  readonly params: Table;
  readonly start: AnySettings;
}

/** What stands in the form. */
interface Entered {
  /** By the name of a setting, as text. */
  readonly values: Query;
  readonly lock: readonly string[];
  readonly hide: readonly string[];
}

/** The query of the link (empty for the experiment as it stands), and what could not be taken, as sentences. Never throws. */
export function compose(
  { id, version, params, start }: Offered,
  { values, lock, hide }: Entered,
): { readonly query: string; readonly notices: readonly string[] } {
  const table = withReaders(params);
  const names = Object.keys(table);
  const reading = readSettings(table, values);
  const isTaken = (name: string): boolean =>
    Object.hasOwn(values, name) && reading.unreadable.every((one) => one.name !== name);
  const own = names
    .filter((name) => isTaken(name) && reading.settings[name] !== start[name])
    .map((name): [string, string] => [name, String(reading.settings[name])]);
  for (const [word, chosen] of Object.entries({ hide, lock })) {
    const inOrder = names.filter((name) => chosen.includes(name));
    if (inOrder.length > 0) own.push([word, inOrder.join(',')]);
  }
  if (own.length > 0) own.push(['v', String(version)]);
  const query = new URLSearchParams(own.map(([name, value]) => [`${id}.${name}`, value]));
  return { query: own.length > 0 ? `?${query}` : '', notices: noticesOf(table, reading) };
}

/** A text is taken as it stands, but for its length. */
function withReaders(params: Table): Table {
  const parse = (text: string): string => text.trim();
  return Object.fromEntries(
    Object.entries(params).map(([name, param]) => [
      name,
      param.kind === 'text' ? { ...param, parse } : param,
    ]),
  );
}

function noticesOf(table: Table, { clamped, unreadable }: Reading<Table>): readonly string[] {
  const called = (name: string): string => table[name]?.label ?? name;
  return [
    ...Object.entries(clamped).map(([name, { asked, used }]) =>
      WORDS.clamped(called(name), exact(asked), exact(used)),
    ),
    ...unreadable.map(({ name, text, wanted }) =>
      WORDS.typed(called(name), text.slice(0, 60), wanted),
    ),
  ];
}
