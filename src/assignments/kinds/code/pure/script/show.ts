/** How a value is shown to the student, and whether two are the same. */
import { KINDS, SHORTENED } from '#words/src/assignments/kinds/code/pure/script/words';
import { Arr, Fn, MapValue, Obj, SetValue, keysOf, errorText, type Value } from './values.ts';

const LONGEST = 400;
const DEEPEST = 5;
const MOST = 40;
/** So many values are written out in all: the same list may stand in a list many times. */
const ALL = 200;

/** A value as one would write it down, cut where it is long. */
export function shown(value: Value): string {
  const text = new Writer().written(value, 0);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}${SHORTENED.cut}` : text;
}

class Writer {
  #left = ALL;

  written(value: Value, depth: number): string {
    this.#left -= 1;
    if (typeof value === 'string') return JSON.stringify(value.slice(0, LONGEST));
    if (typeof value !== 'object' || value === null)
      return Object.is(value, -0) ? '-0' : String(value);
    if (value instanceof Fn) return KINDS.function;
    if (value instanceof Obj && value.error !== undefined)
      return errorText(value).slice(0, LONGEST);
    if (depth >= DEEPEST || this.#left < 0) return SHORTENED.cut;
    const deeper = (one: Value): string => this.written(one, depth + 1);
    if (value instanceof Arr)
      return inBrackets('[', value.items.slice(0, MOST).map(deeper), value.items.length, ']');
    if (value instanceof SetValue) {
      const all = [...value.entries].slice(0, MOST).map(deeper);
      return inBrackets('new Set([', all, value.entries.size, '])');
    }
    if (value instanceof MapValue) {
      const all = [...value.entries]
        .slice(0, MOST)
        .map(([key, one]) => `[${deeper(key)}, ${deeper(one)}]`);
      return inBrackets('new Map([', all, value.entries.size, '])');
    }
    const keys = keysOf(value);
    const all = keys.slice(0, MOST).map((key) => {
      const isName = /^[A-Za-z_$][\w$]*$|^\d{1,9}$/.test(key);
      const name = isName ? key : JSON.stringify(key.slice(0, LONGEST));
      return `${name}: ${deeper(value.fields.get(key))}`;
    });
    return keys.length === 0 ? '{}' : inBrackets('{ ', all, keys.length, ' }');
  }
}

function inBrackets(open: string, all: readonly string[], count: number, close: string): string {
  const more = count > all.length ? [SHORTENED.more(count - all.length)] : [];
  return `${open}${[...all, ...more].join(', ')}${close}`;
}

/** What is printed: texts as they are. */
export const printed = (values: readonly Value[]): string =>
  values.map((one) => (typeof one === 'string' ? one.slice(0, LONGEST) : shown(one))).join(' ');

/** How far two numbers may lie from each other. */
export interface Near {
  readonly absolute?: number | undefined;
  readonly relative?: number | undefined;
}

const DEEP = 12;

/** Whether what was given is what is right: numbers within the tolerance, everything else as it is. */
export function isSame(given: Value, right: Value, near: Near, depth = 0): boolean {
  if (typeof right === 'number') {
    if (typeof given !== 'number') return false;
    if (Number.isNaN(right) || !Number.isFinite(right)) return Object.is(given, right);
    const far = Math.max(near.absolute ?? 0, (near.relative ?? 0) * Math.abs(right));
    return Math.abs(given - right) <= far;
  }
  if (depth > DEEP) return false;
  if (right instanceof Arr) {
    return (
      given instanceof Arr &&
      given.items.length === right.items.length &&
      right.items.every((one, i) => isSame(given.items[i], one, near, depth + 1))
    );
  }
  if (right instanceof Obj) {
    return (
      given instanceof Obj &&
      given.fields.size === right.fields.size &&
      [...right.fields].every(
        ([key, one]) =>
          given.fields.has(key) && isSame(given.fields.get(key), one, near, depth + 1),
      )
    );
  }
  return given === right;
}

/** Whether a value can be compared at all: numbers, texts, true, false, nothing, and arrays and objects of these. */
export function isPlain(value: Value, depth = 0): boolean {
  if (depth > DEEP) return false;
  if (value instanceof Arr) return value.items.every((one) => isPlain(one, depth + 1));
  if (value instanceof Obj)
    return (
      value.error === undefined &&
      [...value.fields.values()].every((one) => isPlain(one, depth + 1))
    );
  return !(value instanceof Fn || value instanceof MapValue || value instanceof SetValue);
}
