/** What stands in the fields of a form, read: what cannot be read changes nothing. */
import {
  clamp,
  readSettings,
  type AnySettings,
  type NumberParam,
  type Query,
  type Table,
} from '../../kit/contract/params.ts';
import { WORDS } from '#words/widgets/kit/words/words';
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
  const reading = readSettings(table, fields);
  const settings: Record<string, number | string> = { ...reading.settings };
  const clamped: Record<string, { asked: number; used: number }> = reading.clamped;
  for (const [name, one] of Object.entries(clamped)) {
    const param = table[name] as NumberParam;
    if (param.max > 1 || one.asked < 1 || one.asked > 100) continue;
    // A share typed in per cent: 30 for 0.3.
    settings[name] = one.used = clamp(param, one.asked / 100);
  }
  const notices = noticesOf(table, reading, ({ name, text, wanted }) =>
    WORDS.typed(table[name]?.label ?? name, shortened(text), wanted),
  );
  const kept: Typed['kept'] = new Map();
  for (const { name } of reading.unreadable) {
    const param = table[name];
    const stands = now[name] ?? '';
    settings[name] = stands;
    if (param?.kind === 'text' && !param.surface) kept.set(name, stands);
  }
  return { settings, notices, kept };
}
