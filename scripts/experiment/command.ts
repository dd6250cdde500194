/** What a command line asks of the experiments. Pure: nothing is loaded and nothing runs here. */
import {
  type AnySettings,
  type Clamped,
  type NumberParam,
  type Query,
  type Table,
  changed,
  readSettings,
  spreadValues,
} from '../../widgets/kit/contract/params.ts';
import { isOwnSpread } from '../../widgets/kit/contract/own-spread.ts';
import type { AnyWidget } from '../../widgets/kit/contract/widget.ts';
import { saidOfOlder, translated } from '../../widgets/kit/record/version.ts';
import { Misread } from '../misread.mjs';

/** One run that was asked for. */
export interface Asked {
  readonly settings: AnySettings;
  readonly clamped: Readonly<Record<string, Clamped>>;
  /** What was changed in texts, by setting. */
  readonly adjusted: Readonly<Record<string, string>>;
}
/** `--list`, or an experiment by its tag and the words that follow. */
export type Command =
  { readonly list: true } | { readonly tag: string; readonly words: readonly string[] };

/** The runs that are asked of one experiment. */
export interface Runs {
  readonly asked: readonly Asked[];
  /** Whether they are a spread: then the answer is a list, of however many. */
  readonly spread: boolean;
  /** What whoever asks should know of them, besides the answer. */
  readonly notice?: string;
}

/** What the words after `npm run -s experiment --` ask for. */
export const readCommand = ([tag = '', ...words]: readonly string[]): Command =>
  tag === '--list' ? { list: true } : { tag, words };

/** Reads the words after an experiment's name; throws `Misread` at the first one without a meaning. */
export function readRuns(widget: AnyWidget, words: readonly string[]): Runs {
  const { [CURVE]: spread, v, ...query } = readPairs(words, widget.params as Table);
  const version = versionIn(widget, v);
  const reading = readSettings(widget.params as Table, translated(widget, query, version));
  const [bad] = reading.unreadable;
  if (bad) throw new Misread(complaint(widget, bad));
  const { clamped, adjusted } = reading;
  const start = { settings: reading.settings as AnySettings, clamped, adjusted };
  const notice = saidOfOlder(widget, [query], version) ?? saidOfNewer(widget, version);
  return {
    asked: spread === undefined ? [start] : spreadOut(widget, spread, start),
    spread: spread !== undefined,
    ...(notice !== undefined && { notice }),
  };
}

/** The version that the settings are of: the experiment's own where the command does not say. */
function versionIn(widget: AnyWidget, v: string | undefined): number {
  if (v === undefined) return widget.version;
  if (/^[1-9]\d*$/.test(v)) return Number(v);
  throw new Misread(`v=${v} cannot be read; wanted is the number of a version.`);
}

function saidOfNewer(widget: AnyWidget, version: number): string | undefined {
  if (version <= widget.version) return undefined;
  return `These settings are of version ${version} of this experiment; this is version ${widget.version}, and its numbers may differ.`;
}

function complaint(widget: AnyWidget, bad: { name: string; text: string; wanted: string }): string {
  return Object.hasOwn(widget.params, bad.name)
    ? `${bad.name}=${bad.text} cannot be read; wanted is ${bad.wanted}.`
    : `${widget.tag} has no setting "${bad.name}"; wanted is ${bad.wanted}, or spread.`;
}

/** No word has this key: it stands for what is to be spread. */
const CURVE = '';

function readPairs(words: readonly string[], table: Table): Query {
  const pairs = new Map<string, string>();
  for (const word of words) {
    const at = word.indexOf('=');
    if (at < 1) throw new Misread(`"${word}" cannot be read; settings are written key=value.`);
    const [name, text] = [word.slice(0, at), word.slice(at + 1)];
    const key = name === 'spread' && !isOwnSpread(table, text) ? CURVE : name;
    if (pairs.has(key)) throw new Misread(`"${name}" is given twice.`);
    pairs.set(key, text);
  }
  return Object.fromEntries(pairs);
}

function spreadOut(widget: AnyWidget, name: string, start: Asked): Asked[] {
  const table = widget.params as Table;
  const able = Object.entries(table).filter(
    (one): one is [string, NumberParam] =>
      one[1].kind === 'number' && spreadValues(one[1]).length > 0,
  );
  const param = able.find(([key]) => key === name)?.[1];
  if (!param) {
    const names = able.map(([key]) => key).join(', ');
    throw new Misread(`"${name}" cannot be spread; what can is ${names}.`);
  }
  const clamped = Object.fromEntries(Object.entries(start.clamped).filter(([key]) => key !== name));
  return spreadValues(param).map((value) => ({
    settings: changed(table, start.settings as never, { [name]: value }) as AnySettings,
    clamped,
    adjusted: start.adjusted,
  }));
}
