/** What stands in the fields of a form, read: what cannot be read changes nothing. */
import { fromOwnUnit, inOwnUnit, ownUnit } from '../../kit/contract/own-unit.ts';
import {
  readSettings,
  type AnySettings,
  type Query,
  type Table,
  type Unreadable,
} from '../../kit/contract/params.ts';
import { exact, withUnit } from '../../kit/draw/format.ts';
import { WANTED, WORDS } from '#words/widgets/kit/words/words';
import { noticesOf, shortened } from '../link-notices.ts';

/** A form as it was read. */
export interface Typed {
  /** Every setting; one whose field cannot be read is as it is now. */
  readonly settings: AnySettings;
  /** What was changed or could not be taken, as sentences. */
  readonly notices: readonly string[];
  /** The settings whose texts cannot be read and stay, so that they can be mended; a surface or a slider shows only values. */
  readonly kept: Map<string, number | string>;
}

/** Reads the texts of fields by their names; `now` are the settings that count. */
export function readTyped(table: Table, fields: Query, now: AnySettings): Typed {
  const reading = readSettings(table, inSettings(table, fields));
  const settings: Record<string, number | string> = { ...reading.settings };
  const refuse = ({ name, text, wanted }: Unreadable): string => {
    const param = table[name];
    const isShare = param?.kind === 'number' && param.isShare;
    return WORDS.typed(
      param?.label ?? name,
      shortened(fields[name] ?? text),
      isShare ? WANTED.number(inOwnUnit(param.min, param), inOwnUnit(param.max, param)) : wanted,
    );
  };
  // As it stands in the field: a share in per cent.
  const told = (name: string, value: number): string => {
    const param = table[name];
    const isShare = param?.kind === 'number' && param.isShare;
    return isShare ? withUnit(exact(inOwnUnit(value, param)), ownUnit(param)) : exact(value);
  };
  const notices = noticesOf(table, reading, refuse, told);
  const kept: Typed['kept'] = new Map();
  for (const { name } of reading.unreadable) {
    const param = table[name];
    const stands = now[name] ?? '';
    settings[name] = stands;
    if (param?.kind === 'text' && !param.surface) kept.set(name, stands);
  }
  return { settings, notices, kept };
}

/** The texts with every share, which stands there in per cent, from 0 to 1. */
function inSettings(table: Table, fields: Query): Query {
  const texts = Object.entries(fields).map(([name, text]) => {
    const param = table[name];
    if (param?.kind !== 'number' || text.trim() === '') return [name, text];
    return [name, String(fromOwnUnit(Number(text), param))];
  });
  return Object.fromEntries(texts) as Query;
}
