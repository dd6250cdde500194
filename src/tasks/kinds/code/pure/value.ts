/** What a program gives, as the host has it: how it is shown to the student, and whether two are the same. */
import { KINDS, SHORTENED } from '#words/src/tasks/kinds/code/pure/words';

/** So much of a text is shown, so many entries of a list, and so many values in all. */
export const CUT = { text: 400, list: 40, all: 200 } as const;

export type Value =
  undefined | null | boolean | number | string | readonly Value[] | Fields | Collection | Other;

/** An object: its own entries, in their order. */
export class Fields {
  readonly entries: ReadonlyMap<string, Value>;

  constructor(entries: Iterable<readonly [string, Value]>) {
    this.entries = new Map(entries);
  }
}

/** A Map as a list of pairs, or a Set. */
class Collection {
  readonly kind: 'Map' | 'Set';
  readonly items: readonly Value[];

  constructor(kind: 'Map' | 'Set', items: readonly Value[]) {
    this.kind = kind;
    this.items = items;
  }
}

/** What has a text and is not compared: a function, an error, what is too deep, the rest of a list. */
class Other {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

/** The value in what the engine has told. */
export const valueIn = (told: string): Value => made(JSON.parse(told));

function made(told: unknown): Value {
  if (Array.isArray(told)) return told.map(made);
  if (typeof told !== 'object' || told === null) return told as Value;
  const [[kind, of] = ['', '']] = Object.entries(told) as [string, unknown][];
  switch (kind) {
    case 'fields':
      return new Fields(fieldsIn(made(of)));
    case 'map':
      return new Collection('Map', made(of) as readonly Value[]);
    case 'set':
      return new Collection('Set', made(of) as readonly Value[]);
    case 'number':
      return Number(of);
    case 'undefined':
      return undefined;
    case 'function':
      return new Other(KINDS.function);
    case 'more':
      return new Other(SHORTENED.more(Number(of)));
    default:
      return new Other(kind === 'other' ? String(of) : SHORTENED.cut);
  }
}

/** Pairs of a name and a value; what was cut off stands at the end, under no name. */
const fieldsIn = (pairs: Value): (readonly [string, Value])[] =>
  (pairs as readonly Value[]).map((pair) =>
    isList(pair) ? [String(pair[0]), pair[1]] : ['', pair],
  );

const DEEPEST = 5;

/** A value as one would write it down, cut where it is long. */
export function shown(value: Value): string {
  const text = new Writer().written(value, 0);
  return text.length > CUT.text ? `${text.slice(0, CUT.text)}${SHORTENED.cut}` : text;
}

class Writer {
  #left: number = CUT.all;

  written(value: Value, depth: number): string {
    this.#left -= 1;
    if (typeof value === 'string') return JSON.stringify(value.slice(0, CUT.text));
    if (typeof value !== 'object' || value === null)
      return Object.is(value, -0) ? '-0' : String(value);
    if (value instanceof Other) return value.text;
    if (depth >= DEEPEST || this.#left < 0) return SHORTENED.cut;
    if (isList(value)) return `[${this.#list(value, depth)}]`;
    if (value instanceof Collection)
      return `new ${value.kind}([${this.#list(value.items, depth)}])`;
    const entries = this.#cut([...value.entries], ([key, one]) =>
      key === '' && one instanceof Other
        ? one.text
        : `${nameOf(key)}: ${this.written(one, depth + 1)}`,
    );
    return entries === '' ? '{}' : `{ ${entries} }`;
  }

  #list(items: readonly Value[], depth: number): string {
    return this.#cut(items, (one) => this.written(one, depth + 1));
  }

  #cut<T>(items: readonly T[], write: (one: T) => string): string {
    const said = items.slice(0, CUT.list).map(write);
    const rest = items.slice(CUT.list);
    const [first] = rest;
    // What was told in short has counted its own rest.
    if (first instanceof Other) said.push(first.text);
    else if (rest.length > 0) said.push(SHORTENED.more(rest.length));
    return said.join(', ');
  }
}

const nameOf = (key: string): string =>
  /^[A-Za-z_$][\w$]*$|^\d{1,9}$/.test(key) ? key : JSON.stringify(key.slice(0, CUT.text));

/** What is printed: texts as they are. */
export const printed = (values: readonly Value[]): string =>
  values.map((one) => (typeof one === 'string' ? one : shown(one))).join(' ');

/** How far two numbers may lie from each other. */
export interface Near {
  readonly absolute?: number | undefined;
  readonly relative?: number | undefined;
}

/** Whether what was given is what is right: numbers within the tolerance, everything else as it is. */
export function isSame(given: Value, right: Value, near: Near): boolean {
  if (typeof right === 'number') {
    if (typeof given !== 'number') return false;
    if (!Number.isFinite(right)) return Object.is(given, right);
    const far = Math.max(near.absolute ?? 0, (near.relative ?? 0) * Math.abs(right));
    return Math.abs(given - right) <= far;
  }
  if (isList(right))
    return (
      isList(given) &&
      given.length === right.length &&
      right.every((one, i) => isSame(given[i], one, near))
    );
  if (right instanceof Fields)
    return (
      given instanceof Fields &&
      given.entries.size === right.entries.size &&
      [...right.entries].every(
        ([key, one]) => given.entries.has(key) && isSame(given.entries.get(key), one, near),
      )
    );
  return given === right;
}

/** Whether a value can be compared at all: numbers, texts, true, false, nothing, and arrays and objects of these. */
export function isPlain(value: Value): boolean {
  if (isList(value)) return value.every(isPlain);
  if (value instanceof Fields) return [...value.entries.values()].every(isPlain);
  return !(value instanceof Collection || value instanceof Other);
}
