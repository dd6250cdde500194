/** What signs between values do. */
import { RUNNING } from '#words/src/assignments/kinds/code/pure/script/words';
import { isWhat, type Machine } from './machine.ts';
import {
  Arr,
  Fn,
  MapValue,
  Obj,
  SetValue,
  field,
  looselyEqual,
  toNumber,
  toText,
  type Value,
} from './values.ts';

export type Operator = (a: Value, b: Value, line: number) => Value;

/** Every sign between two values, for one machine. */
export function operatorsOf(machine: Machine): Readonly<Record<string, Operator>> {
  const spendAt = (line: number) => (cost: number) => machine.step(line, cost);
  const numbers =
    (how: (a: number, b: number) => number): Operator =>
    (a, b, line) =>
      typeof a === 'number' && typeof b === 'number'
        ? how(a, b)
        : how(toNumber(a, spendAt(line)), toNumber(b, spendAt(line)));
  const order =
    (
      numeric: (a: number, b: number) => boolean,
      textual: (a: string, b: string) => boolean,
    ): Operator =>
    (a, b, line) => {
      if (typeof a === 'number' && typeof b === 'number') return numeric(a, b);
      const [x, y] = [bare(a, line), bare(b, line)];
      return typeof x === 'string' && typeof y === 'string'
        ? textual(x, y)
        : numeric(toNumber(x, spendAt(line)), toNumber(y, spendAt(line)));
    };
  /** What is made here, as a text; a plain value as it is. */
  const bare = (value: Value, line: number): Value =>
    typeof value === 'object' && value !== null ? toText(value, spendAt(line)) : value;
  return {
    '+'(a, b, line) {
      if (typeof a === 'number' && typeof b === 'number') return a + b;
      const [x, y] = [bare(a, line), bare(b, line)];
      return typeof x === 'string' || typeof y === 'string'
        ? machine.text(toText(x, spendAt(line)) + toText(y, spendAt(line)), line)
        : toNumber(x, spendAt(line)) + toNumber(y, spendAt(line));
    },
    '-': numbers((a, b) => a - b),
    '*': numbers((a, b) => a * b),
    '/': numbers((a, b) => a / b),
    '%': numbers((a, b) => a % b),
    '**': numbers((a, b) => a ** b),
    '&': numbers((a, b) => a & b),
    '|': numbers((a, b) => a | b),
    '^': numbers((a, b) => a ^ b),
    '<<': numbers((a, b) => a << b),
    '>>': numbers((a, b) => a >> b),
    '>>>': numbers((a, b) => a >>> b),
    '===': (a, b) => a === b,
    '!==': (a, b) => a !== b,
    '==': (a, b, line) => looselyEqual(a, b, spendAt(line)),
    '!=': (a, b, line) => !looselyEqual(a, b, spendAt(line)),
    '<': order(
      (a, b) => a < b,
      (a, b) => a < b,
    ),
    '>': order(
      (a, b) => a > b,
      (a, b) => a > b,
    ),
    '<=': order(
      (a, b) => a <= b,
      (a, b) => a <= b,
    ),
    '>=': order(
      (a, b) => a >= b,
      (a, b) => a >= b,
    ),
    in(a, b, line) {
      const key = toText(a, spendAt(line));
      if (b instanceof Obj) return has(b, key);
      if (b instanceof Arr)
        return key === 'length' || (/^\d+$/.test(key) && Number(key) < b.items.length);
      return machine.fail(RUNNING.inOf(isWhat(b)), line);
    },
    instanceof(a, b, line) {
      if (!(b instanceof Fn)) return machine.fail(RUNNING.instanceOf, line);
      if (b.isMadeBy) return b.isMadeBy(a);
      for (let at = a instanceof Obj ? a.like : undefined; at; at = at.like) {
        if (at === b.like) return true;
      }
      return false;
    },
  };
}

function has(object: Obj, key: string): boolean {
  for (let at: Obj | undefined = object; at; at = at.like) if (at.fields.has(key)) return true;
  return field(object, key) !== undefined;
}

/** Everything that can be gone through one by one, as a list; a list is itself, and not a copy of it. */
export function listed(machine: Machine, value: Value, line: number): readonly Value[] {
  if (value instanceof Arr) return value.items;
  if (typeof value === 'string') {
    machine.step(line, value.length);
    return [...value];
  }
  if (value instanceof SetValue) {
    machine.step(line, value.entries.size);
    return [...value.entries];
  }
  if (value instanceof MapValue) {
    machine.step(line, value.entries.size);
    return [...value.entries].map((pair) => new Arr(pair));
  }
  return machine.fail(RUNNING.notList(isWhat(value)), line);
}
