/** Settings written inside a setting, `maxBatch=8&arrivals=100`, and runs that a setting names: `digits?seed=4`. */
import { readSettings, type AnySettings, type Query, type Settings, type Table } from './params.ts';
import { RUN_NAMES } from '#words/widgets/kit/words/run-name-words';

/** Names and values as they are written; in a value, `&` stands as `%26` and `%` as `%25`. */
export function pairsOf(text: string): Query {
  const pairs = text.split('&').filter((pair) => pair !== '');
  return Object.fromEntries(
    pairs.map((pair) => {
      const cut = pair.indexOf('=');
      const value = cut < 0 ? '' : pair.slice(cut + 1);
      const name = cut < 0 ? pair : pair.slice(0, cut);
      return [name, value.replaceAll('%26', '&').replaceAll('%25', '%')];
    }),
  );
}

/**
 * The settings in a text, and the text in canonical form: what is written, in the table's order. Throws, with what is wanted,
 * where it cannot be taken as it is: a value changed silently inside a text would be reported nowhere.
 */
export function readInner<T extends Table>(
  table: T,
  text: string,
): { readonly settings: Settings<T>; readonly text: string } {
  const pairs = pairsOf(text);
  const { settings, clamped, unreadable } = readSettings(table, pairs);
  const [wrong] = unreadable;
  if (wrong) throw new Error(RUN_NAMES.setting(wrong.name, wrong.wanted));
  const [out] = Object.entries(clamped);
  if (out) throw new Error(RUN_NAMES.inRange(out[0], out[1].used));
  const written = Object.keys(table).filter((name) => Object.hasOwn(pairs, name));
  const value = (name: string): string =>
    String(settings[name]).replaceAll('%', '%25').replaceAll('&', '%26');
  return { settings, text: written.map((name) => `${name}=${value(name)}`).join('&') };
}

/** A run that a setting names. */
export interface NamedRun {
  /** What the widget is called, and its run: `lab/NAME`. */
  readonly run: string;
  /** All of them. */
  readonly settings: AnySettings;
}

/**
 * The run behind `digits?seed=4`, and the text in canonical form; what is not written has its default. `tables`: what can be
 * set, for each run that may be meant. Throws, with what is wanted, where nothing can be meant.
 */
export function readRun(
  text: string,
  tables: Readonly<Record<string, Table>>,
): { readonly named: NamedRun; readonly text: string } {
  const cut = text.indexOf('?');
  const run = cut < 0 ? text : text.slice(0, cut);
  const table = Object.hasOwn(tables, run) ? tables[run] : undefined;
  if (!table) {
    const [first = ''] = Object.keys(tables);
    throw new Error(RUN_NAMES.run(Object.keys(tables), `${first}?seed=4`));
  }
  const inner = readInner(table, cut < 0 ? '' : text.slice(cut + 1));
  return {
    named: { run, settings: inner.settings },
    text: inner.text === '' ? run : `${run}?${inner.text}`,
  };
}
