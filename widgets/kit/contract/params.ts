/** The parameter table of a widget: one table makes the form, the link, the clamping and the types. */
import { WANTED } from '#words/widgets/kit/words/words';

/** Settings as they stand in a link or on a command line: every value is text. */
export type Query = Readonly<Record<string, string>>;

interface AnyParam {
  /** What the reader sees beside the control. */
  readonly label: string;
  /** One sentence on what it means, for the curious and for screen readers. */
  readonly help?: string;
  /** `first`: in sight from the start (three at most); `more`: under *More settings*; `none`: no control, for what only actions and boards set. */
  readonly place: 'first' | 'more' | 'none';
  /** `false`: this setting makes no family of lines in a spread. */
  readonly lines?: false;
  /** Where an instance waits for a prediction, this control comes with its answer. */
  readonly after?: 'reveal';
  /** What the reader has made of it stays when words in the text set the experiment up: no measure depends on it. */
  readonly stays?: true;
  /** Other values of it test on other cases: the sentence then has no run before to compare with. */
  readonly otherCases?: true;
}

export interface NumberParam extends AnyParam {
  readonly kind: 'number';
  readonly min: number;
  readonly max: number;
  /** The step of the control; a link may carry finer values. */
  readonly step: number;
  readonly default: number;
  /** Unit in plain words or SI symbol: `ms`, `requests/s`; absent for counts. */
  readonly unit?: string;
  /** A share from 0 to 1: its control shows it in per cent. */
  readonly isShare?: true;
  /** A year of the calendar: written without a comma. */
  readonly isYear?: boolean;
  /** Only whole numbers mean anything; others are rounded and reported. */
  readonly whole?: boolean;
  /** Sliders over several powers of ten move on a logarithmic scale. */
  readonly scale?: 'log';
  /** The values of a spread; absent: chosen from the range. An empty list: this control cannot be spread. */
  readonly spreadAt?: readonly number[];
  /** It counts only while this menu has this value, or one of these, or any but this; else its control says that it is not in use. Two an experiment. */
  readonly counts?: { readonly with: string } & (
    { readonly at: string | readonly string[] } | { readonly butAt: string }
  );
  /** What is said for some of its values where they are read and not set: on paper, in a citation. */
  readonly names?: Readonly<Record<number, string>>;
}

export interface ChoiceParam<Value extends string = string> extends AnyParam {
  readonly kind: 'choice';
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly default: Value;
}

/** A text that had to be changed to be taken: what is used instead, and what was changed, as a sentence without its final dot. */
export interface Adjusted {
  readonly value: string;
  readonly said: string;
}

/**
 * What a reader takes hold of in place of a text field: a kind of control, which is a folder of `widgets/controls/`. The rest
 * is what that kind needs to know, plain data.
 */
export interface Surface {
  readonly kind: string;
}

/** A text with a compact codec of its own (moved dots, a painted patch); at most 1,500 characters. */
export interface TextParam extends AnyParam {
  readonly kind: 'text';
  readonly default: string;
  /** Named values offered as a menu; a link may carry others. */
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  /** What it is set by; absent: a text field. */
  readonly surface?: Surface;
  /** Words with blanks between: proofs write by chance with some of them where there is neither menu nor surface. */
  readonly byChance?: string;
  /** How many characters it may have; absent: 1,500. A link must bear them. */
  readonly longest?: number;
  /** Returns the canonical form, or throws an Error whose message tells the reader what to write instead. */
  readonly parse: (text: string) => string | Adjusted;
  /** A value in words, where its text is not for reading. */
  readonly say?: (value: string) => string;
}

export type Param = NumberParam | ChoiceParam | TextParam;
export type Table = Readonly<Record<string, Param>>;
export type Settings<T extends Table> = {
  readonly [K in keyof T]: T[K] extends NumberParam
    ? number
    : T[K] extends ChoiceParam<infer Value>
      ? Value
      : string;
};
/** Settings of a widget that is not known more closely. */
export type AnySettings = Readonly<Record<string, number | string>>;

/** A value that was out of range or too fine: what was asked, what is used instead. */
export interface Clamped {
  readonly asked: number;
  readonly used: number;
}
/** A value that cannot be read: its name, the text as it stands, and what would be accepted. */
export interface Unreadable {
  readonly name: string;
  readonly text: string;
  readonly wanted: string;
}
export interface Reading<T extends Table> {
  readonly settings: Settings<T>;
  readonly clamped: Readonly<Record<string, Clamped>>;
  /** What was changed in texts so that they could be taken, as sentences without their final dots. */
  readonly adjusted: Readonly<Record<string, string>>;
  /** Keys that are no parameter, and values that cannot be read; the default stands in for them. */
  readonly unreadable: readonly Unreadable[];
}

/** How many characters a text may have unless its param says otherwise. */
export const LONGEST_TEXT = 1500;

/** The settings that a widget starts with. */
export function defaults<T extends Table>(table: T): Settings<T> {
  return Object.fromEntries(Object.entries(table).map(([k, p]) => [k, p.default])) as Settings<T>;
}

/** Brings a number into a parameter's range, and to a whole number where only those mean anything. */
export function clamp(param: NumberParam, value: number): number {
  const whole = param.whole === true ? Math.round(value) : value;
  return Math.min(param.max, Math.max(param.min, whole));
}

/** Reads settings from text. Never throws: what cannot be read is named and the default is kept. */
export function readSettings<T extends Table>(table: T, query: Query): Reading<T> {
  const settings: Record<string, number | string> = { ...defaults(table) };
  const clamped: Record<string, Clamped> = {};
  const adjusted: Record<string, string> = {};
  const unreadable: Unreadable[] = [];
  const known = WANTED.oneOf(Object.keys(table));
  for (const [name, text] of Object.entries(query)) {
    const param = Object.hasOwn(table, name) ? table[name] : undefined;
    if (!param) {
      unreadable.push({ name, text, wanted: known });
      continue;
    }
    const value = readValue(param, text);
    if ('wanted' in value) unreadable.push({ name, text, wanted: value.wanted });
    else {
      settings[name] = value.used;
      if (value.asked !== undefined && value.asked !== value.used) {
        clamped[name] = { asked: value.asked, used: value.used as number };
      }
      if (value.said !== undefined) adjusted[name] = value.said;
    }
  }
  return { settings: settings as Settings<T>, clamped, adjusted, unreadable };
}

function readValue(
  param: Param,
  text: string,
): { used: number | string; asked?: number; said?: string } | { wanted: string } {
  if (param.kind === 'number') {
    const asked = text.trim() === '' ? Number.NaN : Number(text);
    if (!Number.isFinite(asked)) return { wanted: WANTED.number(param.min, param.max) };
    return { used: clamp(param, asked), asked };
  }
  if (param.kind === 'choice') {
    const found = param.options.some((option) => option.value === text);
    if (found) return { used: text };
    return { wanted: WANTED.oneOf(param.options.map((option) => option.value)) };
  }
  const { longest = LONGEST_TEXT } = param;
  if (text.length > longest) return { wanted: WANTED.atMost(longest) };
  try {
    const read = param.parse(text);
    return typeof read === 'string' ? { used: read } : { used: read.value, said: read.said };
  } catch (error) {
    return { wanted: error instanceof Error ? error.message : String(error) };
  }
}

/** True when both settings give the same run. */
export function sameSettings<T extends Table>(table: T, a: Settings<T>, b: Settings<T>): boolean {
  return Object.keys(table).every((name) => a[name] === b[name]);
}

/** The settings with some of them changed; changes out of range are clamped, unknown ones ignored. */
export function changed<T extends Table>(
  table: T,
  settings: Settings<T>,
  changes: AnySettings,
): Settings<T> {
  const known = Object.entries(changes).filter(([name]) => Object.hasOwn(table, name));
  const read = readSettings(table, Object.fromEntries(known.map(([k, v]) => [k, String(v)])));
  const entries = known.map(([name]) => [name, read.settings[name]]);
  return { ...settings, ...Object.fromEntries(entries) } as Settings<T>;
}

/** The values of a spread: those the table names, or about eleven over the range on the control's own scale. */
export function spreadValues(param: NumberParam): readonly number[] {
  if (param.spreadAt) return param.spreadAt;
  const { min, max, step } = param;
  const count = Math.min(11, Math.floor((max - min) / step + 1e-9) + 1);
  const low = param.scale === 'log' ? Math.max(min, step) : min;
  const values = Array.from({ length: count }, (_, i) => {
    const share = i / Math.max(1, count - 1);
    const raw = param.scale === 'log' ? low * (max / low) ** share : low + (max - low) * share;
    return clamp(param, Number((Math.round(raw / step) * step).toPrecision(9)));
  });
  return [...new Set(values)];
}

/** Whether values of a parameter are compared by factors rather than by steps; a drawn prediction and its answer agree on it. */
export function spreadsByFactors(param: NumberParam, values: readonly number[]): boolean {
  const low = Math.min(...values);
  return param.scale === 'log' || (low > 0 && Math.max(...values) / low >= 30);
}
