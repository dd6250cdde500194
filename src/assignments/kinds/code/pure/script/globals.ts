/** What there is without being declared: Math, JSON, and what makes numbers, texts, arrays, objects, Maps, Sets and errors. */
import { RUNNING } from '#words/src/assignments/kinds/code/pure/script/words';
import { called } from './compile-function.ts';
import { readJson, writeJson } from './json.ts';
import { errorOf, type Machine } from './machine.ts';
import { numberIn, textIn, wholeIn } from './methods.ts';
import { listed } from './operators.ts';
import {
  Arr,
  Fn,
  MapValue,
  Obj,
  SetValue,
  isTrue,
  keysOf,
  toNumber,
  toText,
  type Value,
} from './values.ts';

type Native = (given: readonly Value[], line: number) => Value;

function object(entries: Readonly<Record<string, Value>>): Obj {
  const made = new Obj();
  for (const [key, value] of Object.entries(entries)) made.fields.set(key, value);
  return made;
}

const native = (name: string, how: Native, more: ConstructorParameters<typeof Fn>[2] = {}): Fn =>
  new Fn(name, (_self, given, line) => how(given, line), more);

function withFields(fn: Fn, fields: Readonly<Record<string, Value>>): Fn {
  for (const [key, value] of Object.entries(fields)) fn.fields.set(key, value);
  return fn;
}

/** One number in, one out. */
const OF_ONE =
  'abs acos acosh asin asinh atan atanh cbrt ceil cos cosh exp expm1 floor fround log log10 log1p log2 round sign sin sinh sqrt tan tanh trunc'.split(
    ' ',
  ) as readonly ('abs' | 'floor')[];
const CONSTANTS = ['E', 'LN10', 'LN2', 'LOG10E', 'LOG2E', 'PI', 'SQRT1_2', 'SQRT2'] as const;

/** Everything that a program finds, for one machine: made anew for each, so that what one program sets on it is gone with it. */
export function globalsOf(machine: Machine): Map<string, Value> {
  const text = (value: Value, line: number): string => textIn(machine, value, line);
  const number = (value: Value, line: number): number =>
    toNumber(value, (cost) => machine.step(line, cost));
  const list = (items: Value[], line: number): Arr => machine.list(items, line);
  const numbersIn = (given: readonly Value[], line: number): number[] => {
    machine.room(given.length, line);
    return given.map((one) => number(one, line));
  };
  const fold =
    (how: (a: number, b: number) => number, start: number): Native =>
    (given, line) =>
      numbersIn(given, line).reduce(how, start);
  const math = object({
    ...Object.fromEntries(CONSTANTS.map((name) => [name, Math[name]])),
    ...Object.fromEntries(
      OF_ONE.map((name) => [
        name,
        native(name, ([one], line) => Math[name](numberIn(machine, one, line, Number.NaN))),
      ]),
    ),
    atan2: native('atan2', ([a, b], line) => Math.atan2(number(a, line), number(b, line))),
    pow: native('pow', ([a, b], line) => number(a, line) ** number(b, line)),
    hypot: native('hypot', (given, line) => Math.hypot(...numbersIn(given.slice(0, 1_000), line))),
    max: native(
      'max',
      fold((a, b) => Math.max(a, b), -Infinity),
    ),
    min: native(
      'min',
      fold((a, b) => Math.min(a, b), Infinity),
    ),
    random: native('random', (_given, line) => machine.fail(RUNNING.random, line)),
  });
  const plain =
    (test: (value: number) => boolean) =>
    ([value]: readonly Value[]): Value =>
      typeof value === 'number' && test(value);
  const numberFn = withFields(
    native('Number', ([value], line) => (value === undefined ? 0 : number(value, line))),
    {
      EPSILON: Number.EPSILON,
      MAX_SAFE_INTEGER: Number.MAX_SAFE_INTEGER,
      MIN_SAFE_INTEGER: Number.MIN_SAFE_INTEGER,
      MAX_VALUE: Number.MAX_VALUE,
      MIN_VALUE: Number.MIN_VALUE,
      NaN: Number.NaN,
      POSITIVE_INFINITY: Infinity,
      NEGATIVE_INFINITY: -Infinity,
      isFinite: native('isFinite', plain(Number.isFinite)),
      isInteger: native('isInteger', plain(Number.isInteger)),
      isSafeInteger: native('isSafeInteger', plain(Number.isSafeInteger)),
      isNaN: native('isNaN', plain(Number.isNaN)),
      parseFloat: native('parseFloat', ([one], line) => Number.parseFloat(text(one, line))),
      parseInt: native('parseInt', ([one, base], line) =>
        Number.parseInt(text(one, line), wholeIn(machine, base, line, 10)),
      ),
    },
  );
  const array: Native = (given, line) => {
    const [length] = given;
    if (given.length !== 1 || typeof length !== 'number') return list([...given], line);
    if (!Number.isInteger(length) || length < 0)
      machine.fail(RUNNING.range(String(length)), line, 'RangeError');
    machine.room(length, line);
    return new Arr(Array.from<Value>({ length }));
  };
  const arrayFn = withFields(
    native('Array', array, {
      make: (_self, given, line) => array(given, line),
      isMadeBy: (value) => value instanceof Arr,
    }),
    {
      isArray: native('isArray', ([value]) => value instanceof Arr),
      of: native('of', (given, line) => list([...given], line)),
      from: native('from', ([value, fn], line) => {
        const items = itemsOf(machine, value, line);
        machine.room(items.length, line);
        if (fn === undefined) return new Arr([...items]);
        return new Arr(
          items.map((one, i) => {
            machine.step(line);
            return called(machine, fn, undefined, [one, i], line);
          }),
        );
      }),
    },
  );
  const fieldsOf = (value: Value, line: number): readonly (readonly [string, Value])[] => {
    const found =
      value instanceof Obj
        ? keysOf(value).map((key) => [key, value.fields.get(key)] as const)
        : value instanceof Arr
          ? value.items.map((one, i) => [String(i), one] as const)
          : [];
    machine.room(found.length, line);
    return found;
  };
  const objectFn = withFields(
    native('Object', ([value]) => value ?? new Obj(), {
      make: () => new Obj(),
      isMadeBy: (value) => value instanceof Fn || (typeof value === 'object' && value !== null),
    }),
    {
      keys: native('keys', ([of], line) =>
        list(
          fieldsOf(of, line).map(([key]) => key),
          line,
        ),
      ),
      values: native('values', ([of], line) =>
        list(
          fieldsOf(of, line).map(([, one]) => one),
          line,
        ),
      ),
      entries: native('entries', ([of], line) =>
        list(
          fieldsOf(of, line).map(([key, one]) => new Arr([key, one])),
          line,
        ),
      ),
      fromEntries: native('fromEntries', ([of], line) => {
        const made = new Obj();
        for (const pair of listed(machine, of, line)) {
          machine.step(line);
          const [key, value] = listed(machine, pair, line);
          made.fields.set(text(key, line), value);
        }
        return made;
      }),
      assign: native('assign', ([to, ...from], line) => {
        if (to instanceof Obj)
          for (const one of from)
            for (const [key, value] of fieldsOf(one, line)) to.fields.set(key, value);
        return to;
      }),
      is: native('is', ([a, b]) => Object.is(a, b)),
      hasOwn: native(
        'hasOwn',
        ([of, key], line) => of instanceof Obj && of.fields.has(text(key, line)),
      ),
    },
  );
  const errors = [
    'Error',
    'TypeError',
    'RangeError',
    'SyntaxError',
    'ReferenceError',
    'EvalError',
  ].map((name): [string, Value] => {
    const make: Native = ([message], line) =>
      errorOf(name, message === undefined ? '' : text(message, line));
    const isMadeBy = (value: Value): boolean =>
      value instanceof Obj &&
      value.error !== undefined &&
      (name === 'Error' || value.error === name);
    return [
      name,
      native(name, make, { make: (_self, given, line) => make(given, line), isMadeBy }),
    ];
  });
  const print = native('log', (given, line) => {
    machine.step(line, 20);
    machine.print(given);
    return undefined;
  });
  return new Map<string, Value>([
    ['Math', math],
    ['Number', numberFn],
    ['Array', arrayFn],
    ['Object', objectFn],
    ['console', object({ log: print, info: print, warn: print, error: print, debug: print })],
    ['NaN', Number.NaN],
    ['Infinity', Infinity],
    ['isNaN', native('isNaN', ([one], line) => Number.isNaN(number(one, line)))],
    ['isFinite', native('isFinite', ([one], line) => Number.isFinite(number(one, line)))],
    ['parseFloat', numberFn.fields.get('parseFloat')],
    ['parseInt', numberFn.fields.get('parseInt')],
    ['Boolean', native('Boolean', ([one]) => isTrue(one))],
    [
      'String',
      withFields(
        native('String', (given, line) =>
          given.length === 0 ? '' : toText(given[0], (cost) => machine.step(line, cost)),
        ),
        {
          fromCharCode: native('fromCharCode', (given, line) =>
            String.fromCharCode(...numbersIn(given.slice(0, 1_000), line)),
          ),
        },
      ),
    ],
    [
      'Map',
      native('Map', (_given, line) => machine.fail(RUNNING.needsNew('Map'), line), {
        isMadeBy: (value) => value instanceof MapValue,
        make(_self, [from], line) {
          const made = new MapValue();
          for (const pair of from === undefined || from === null
            ? []
            : listed(machine, from, line)) {
            machine.step(line);
            const [key, value] = listed(machine, pair, line);
            made.entries.set(key, value);
          }
          return made;
        },
      }),
    ],
    [
      'Set',
      native('Set', (_given, line) => machine.fail(RUNNING.needsNew('Set'), line), {
        isMadeBy: (value) => value instanceof SetValue,
        make(_self, [from], line) {
          const made = new SetValue();
          for (const one of from === undefined || from === null
            ? []
            : listed(machine, from, line)) {
            machine.step(line);
            made.entries.add(one);
          }
          return made;
        },
      }),
    ],
    [
      'JSON',
      object({
        stringify: native('stringify', ([value], line) => writeJson(machine, value, line)),
        parse: native('parse', ([value], line) => readJson(machine, text(value, line), line)),
      }),
    ],
    ...errors,
  ]);
}

/** What Array.from takes: everything that can be gone through, and an object with a length. */
function itemsOf(machine: Machine, value: Value, line: number): readonly Value[] {
  if (!(value instanceof Obj)) return listed(machine, value, line);
  const length = wholeIn(machine, value.fields.get('length'), line);
  machine.room(length, line);
  return Array.from({ length: Math.max(0, length) }, (_, i) => value.fields.get(String(i)));
}
