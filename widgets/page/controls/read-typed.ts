/** What stands in the fields of a form, read: what cannot be read changes nothing. */
import {
  clamp,
  readSettings,
  type AnySettings,
  type Clamped,
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
  const clamped: Record<string, Clamped> = {};
  for (const [name, { asked, used }] of Object.entries(reading.clamped)) {
    const param = table[name] as NumberParam;
    // A share typed in per cent: 30 for 0.3.
    const isShare = param.max <= 1 && asked >= 1 && clamp(param, asked / 100) === asked / 100;
    clamped[name] = { asked, used: (settings[name] = isShare ? asked / 100 : used) };
  }
  const notices = noticesOf(table, { ...reading, clamped }, ({ name, text, wanted }) =>
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
