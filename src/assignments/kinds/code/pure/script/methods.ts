/** What numbers, objects, functions, Maps and Sets can do. */
import { RUNNING } from '#words/src/assignments/kinds/code/pure/script/words';
import { called } from './compile-function.ts';
import type { Machine } from './machine.ts';
import type { Method, Methods } from './members.ts';
import { Arr, Fn, MapValue, Obj, SetValue, toNumber, toText, type Value } from './values.ts';

/** A method of one kind of value. */
export type Own<T extends Value> = (
  machine: Machine,
  self: T,
  given: readonly Value[],
  line: number,
) => Value;

/** A table of methods of one kind of value: whatever else they are called on is refused before. */
export function methods<T extends Value>(
  is: (value: Value) => value is T,
  table: Readonly<Record<string, Own<T>>>,
): Methods {
  return new Map(
    Object.entries(table).map(([name, how]): [string, Method] => [
      name,
      (machine, self, given, line) =>
        is(self)
          ? how(machine, self, given, line)
          : machine.fail(RUNNING.notFunction(`“${name}”`, 'undefined'), line),
    ]),
  );
}

/** A number that was given, or what stands for it. */
export function numberIn(machine: Machine, value: Value, line: number, otherwise = 0): number {
  return value === undefined ? otherwise : toNumber(value, (cost) => machine.step(line, cost));
}

/** A whole number that was given, or what stands for it. */
export function wholeIn(machine: Machine, value: Value, line: number, otherwise = 0): number {
  const number = Math.trunc(numberIn(machine, value, line, otherwise));
  return Number.isNaN(number) ? 0 : number;
}

/** A text that was given. */
export const textIn = (machine: Machine, value: Value, line: number): string =>
  toText(value, (cost) => machine.step(line, cost));

const isNumber = (value: Value): value is number => typeof value === 'number';

/** Digits, as many as the language allows. */
function digits(
  how: (self: number, count: number) => string,
  least: number,
): (machine: Machine, self: number, given: readonly Value[], line: number) => Value {
  return (machine, self, [count], line) => {
    const wanted = wholeIn(machine, count, line, least);
    if (wanted < least || wanted > 100)
      machine.fail(RUNNING.range(String(wanted)), line, 'RangeError');
    return how(self, wanted);
  };
}

export const NUMBER_METHODS = methods(isNumber, {
  toFixed: digits((self, count) => self.toFixed(count), 0),
  toPrecision: (machine, self, given, line) =>
    given[0] === undefined
      ? String(self)
      : digits((one, count) => one.toPrecision(count), 1)(machine, self, given, line),
  toString: ((machine, self, [base], line) => {
    const wanted = wholeIn(machine, base, line, 10);
    if (wanted < 2 || wanted > 36) machine.fail(RUNNING.range(String(wanted)), line, 'RangeError');
    return self.toString(wanted);
  }) satisfies Own<number>,
});

const isObj = (value: Value): value is Obj => value instanceof Obj;

export const OBJECT_METHODS = methods(isObj, {
  hasOwnProperty: ((machine, { fields }, [key], line) =>
    fields.has(textIn(machine, key, line))) satisfies Own<Obj>,
  toString: ((machine, self, _given, line) => textIn(machine, self, line)) satisfies Own<Obj>,
});

const isFn = (value: Value): value is Fn => value instanceof Fn;

export const FUNCTION_METHODS = methods(isFn, {
  call: (machine, self, [own, ...given], line) => called(machine, self, own, given, line),
  apply: (machine, self, [own, list], line) =>
    called(machine, self, own, list instanceof Arr ? list.items : [], line),
});

const isMap = (value: Value): value is MapValue => value instanceof MapValue;

export const MAP_METHODS = methods(isMap, {
  get: (_machine, { entries }, [key]) => entries.get(key),
  has: (_machine, { entries }, [key]) => entries.has(key),
  set(_machine, self, [key, value]) {
    self.entries.set(key, value);
    return self;
  },
  delete: (_machine, { entries }, [key]) => entries.delete(key),
  clear(_machine, { entries }) {
    entries.clear();
    return undefined;
  },
  keys: (machine, { entries }, _given, line) => machine.list([...entries.keys()], line),
  values: (machine, { entries }, _given, line) => machine.list([...entries.values()], line),
  entries: (machine, { entries }, _given, line) => {
    machine.step(line, entries.size);
    return machine.list(
      [...entries].map((pair) => new Arr(pair)),
      line,
    );
  },
  forEach(machine, self, [fn], line) {
    for (const [key, value] of self.entries) {
      machine.step(line);
      called(machine, fn, undefined, [value, key, self], line);
    }
    return undefined;
  },
});

const isSet = (value: Value): value is SetValue => value instanceof SetValue;

export const SET_METHODS = methods(isSet, {
  has: (_machine, { entries }, [value]) => entries.has(value),
  add(_machine, self, [value]) {
    self.entries.add(value);
    return self;
  },
  delete: (_machine, { entries }, [value]) => entries.delete(value),
  clear(_machine, { entries }) {
    entries.clear();
    return undefined;
  },
  values: (machine, { entries }, _given, line) => machine.list([...entries], line),
  forEach(machine, self, [fn], line) {
    for (const value of self.entries) {
      machine.step(line);
      called(machine, fn, undefined, [value, value, self], line);
    }
    return undefined;
  },
});
