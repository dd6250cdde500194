/** Properties: read, set and called. Only what stands in these tables is there; nothing is inherited from elsewhere. */
import { RUNNING } from '#words/src/assignments/kinds/code/pure/script/words';
import { LIST_METHODS } from './lists.ts';
import { isWhat, type Machine } from './machine.ts';
import {
  FUNCTION_METHODS,
  MAP_METHODS,
  NUMBER_METHODS,
  OBJECT_METHODS,
  SET_METHODS,
} from './methods.ts';
import { TEXT_METHODS } from './texts.ts';
import { Arr, Fn, MapValue, Obj, SetValue, field, toText, type Value } from './values.ts';

/** A method that the language has. */
export type Method = (
  machine: Machine,
  self: Value,
  given: readonly Value[],
  line: number,
) => Value;

/** The methods of one kind of value, by name. Tables without a prototype: no name leads out of them. */
export type Methods = ReadonlyMap<string, Method>;

/** What stands between the brackets of a property. */
export function keyOf(machine: Machine, value: Value, line: number): string | number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  return toText(value, (cost) => machine.step(line, cost));
}

function methodsOf(value: Value): Methods | undefined {
  if (value instanceof Arr) return LIST_METHODS;
  if (typeof value === 'string') return TEXT_METHODS;
  if (value instanceof MapValue) return MAP_METHODS;
  if (value instanceof SetValue) return SET_METHODS;
  if (value instanceof Obj) return OBJECT_METHODS;
  if (value instanceof Fn) return FUNCTION_METHODS;
  return typeof value === 'number' ? NUMBER_METHODS : undefined;
}

/** The language's own method of a value; nothing where the value has a property of that name. */
export function ownMethod(value: Value, key: string | number): Method | undefined {
  if (typeof key === 'number') return undefined;
  if (value instanceof Obj && field(value, key) !== undefined) return undefined;
  if (value instanceof Fn && value.fields.has(key)) return undefined;
  return methodsOf(value)?.get(key);
}

/** A property. Of a method that is taken off its value, a function that knows it. */
export function read(machine: Machine, of: Value, key: string | number, line: number): Value {
  if (of === undefined || of === null)
    return machine.fail(RUNNING.readOf(String(key).slice(0, 60), isWhat(of)), line);
  if (of instanceof Arr) {
    const index = typeof key === 'number' ? key : indexIn(key);
    if (index !== undefined) return of.items[index];
    if (key === 'length') return of.items.length;
  } else if (of instanceof Obj) {
    const own = field(of, String(key));
    if (own !== undefined || of.fields.has(String(key))) return own;
  } else if (typeof of === 'string') {
    if (key === 'length') return of.length;
    const index = typeof key === 'number' ? key : indexIn(key);
    if (index !== undefined) return of[index];
  } else if (of instanceof Fn) {
    if (of.fields.has(String(key))) return of.fields.get(String(key));
    if (key === 'name') return of.name;
    if (key === 'length') return of.takes;
  } else if ((of instanceof MapValue || of instanceof SetValue) && key === 'size')
    return of.entries.size;
  const method = methodsOf(of)?.get(String(key));
  if (!method) return undefined;
  return new Fn(String(key), (self, given, at) => method(machine, self ?? of, given, at));
}

const indexIn = (key: string): number | undefined =>
  /^(?:0|[1-9]\d{0,8})$/.test(key) ? Number(key) : undefined;

/** Sets a property. */
export function write(
  machine: Machine,
  of: Value,
  key: string | number,
  value: Value,
  line: number,
): void {
  if (of instanceof Obj) {
    machine.step(line);
    of.fields.set(String(key), value);
    return;
  }
  if (of instanceof Arr) {
    const index = typeof key === 'number' ? key : indexIn(key);
    const { items } = of;
    if (index !== undefined) {
      if (index >= items.length) lengthen(machine, items, index, line);
      items[index] = value;
      return;
    }
    if (key === 'length' && typeof value === 'number' && Number.isInteger(value) && value >= 0) {
      if (value < items.length) items.length = value;
      else lengthen(machine, items, value, line);
      return;
    }
  }
  if (of instanceof Fn && key !== 'prototype') {
    of.fields.set(String(key), value);
    return;
  }
  machine.fail(RUNNING.writeOf(String(key).slice(0, 60), isWhat(of)), line);
}

/** Makes a list so long, with nothing in its new places. */
function lengthen(machine: Machine, items: Value[], length: number, line: number): void {
  machine.room(length, line);
  while (items.length < length) items.push(undefined);
}
