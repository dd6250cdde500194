/** What arrays can do. */
import { RUNNING } from '#words/src/assignments/kinds/code/pure/script/words';
import { called } from './compile-function.ts';
import { isWhat, type Machine } from './machine.ts';
import { methods, textIn, wholeIn, type Own as MethodOf } from './methods.ts';
import { Arr, Fn, isTrue, toNumber, type Value } from './values.ts';

const isArr = (value: Value): value is Arr => value instanceof Arr;

type Own = MethodOf<Arr>;
/** Asks a function about one entry. */
type Ask = (value: Value, index: number) => Value;

/** A method that asks a function about the entries, one after the other; each costs. */
const asking =
  (how: (items: readonly Value[], ask: Ask, machine: Machine, line: number) => Value): Own =>
  (machine, self, [fn], line) => {
    if (!(fn instanceof Fn)) return machine.fail(RUNNING.notFunction('“…”', isWhat(fn)), line);
    const ask: Ask = (value, index) => {
      machine.step(line);
      return called(machine, fn, undefined, [value, index, self], line);
    };
    // As it was: what a function does to the list meanwhile does not count.
    machine.room(self.items.length, line);
    return how([...self.items], ask, machine, line);
  };

/** A method that looks at the whole list. */
const looking =
  (how: Own): Own =>
  (machine, self, given, line) => {
    machine.room(self.items.length, line);
    return how(machine, self, given, line);
  };

/** A place counted from the start, or from the end where it is negative. */
function placeIn(
  machine: Machine,
  { items }: Arr,
  value: Value,
  line: number,
  otherwise: number,
): number {
  const at = wholeIn(machine, value, line, otherwise);
  return at < 0 ? Math.max(0, items.length + at) : Math.min(at, items.length);
}

/** The order of a sort: that of a function, or of texts; nothing comes last. */
function orderOf(machine: Machine, fn: Value, line: number): (a: Value, b: Value) => number {
  const spend = (cost: number): void => machine.step(line, cost);
  return (a, b) => {
    spend(1);
    if (a === undefined || b === undefined)
      return Number(a === undefined) - Number(b === undefined);
    if (fn !== undefined) {
      const order = toNumber(called(machine, fn, undefined, [a, b], line), spend);
      return Number.isNaN(order) ? 0 : order;
    }
    const [x, y] = [textIn(machine, a, line), textIn(machine, b, line)];
    return x < y ? -1 : Number(x > y);
  };
}

const sorted: Own = (machine, self, [fn], line) => {
  machine.room(self.items.length, line);
  return new Arr(self.items.toSorted(orderOf(machine, fn, line)));
};

function flat(machine: Machine, items: readonly Value[], depth: number, line: number): Value[] {
  const all: Value[] = [];
  for (const one of items) {
    const more =
      one instanceof Arr && depth > 0 ? flat(machine, one.items, depth - 1, line) : [one];
    machine.room(all.length + more.length, line);
    for (const each of more) all.push(each);
  }
  return all;
}

/** The same value; what is no number is found, too, where `isNaN`. */
const placeOf = (items: readonly Value[], value: Value, isNaN: boolean): number =>
  isNaN && Number.isNaN(value) ? items.findIndex((one) => Number.isNaN(one)) : items.indexOf(value);

/** Puts entries in the place of others, and gives those. */
function spliced(
  machine: Machine,
  items: Value[],
  from: number,
  count: number,
  fresh: readonly Value[],
  line: number,
): Value[] {
  machine.room(items.length + fresh.length, line);
  const gone = items.slice(from, from + count);
  const after = items.slice(from + count);
  items.length = from;
  for (const one of fresh) items.push(one);
  for (const one of after) items.push(one);
  return gone;
}

export const LIST_METHODS = methods(isArr, {
  at: (machine, { items }, [at], line) => items.at(wholeIn(machine, at, line)),
  concat: looking((machine, { items }, given, line) => {
    const all = [...items];
    for (const one of given) {
      const more = one instanceof Arr ? one.items : [one];
      machine.room(all.length + more.length, line);
      for (const each of more) all.push(each);
    }
    return new Arr(all);
  }),
  entries: looking((machine, { items }, _given, line) => {
    machine.step(line, items.length);
    return new Arr(items.map((one, i) => new Arr([i, one])));
  }),
  every: asking((items, ask) => items.every((one, i) => isTrue(ask(one, i)))),
  fill: looking((machine, self, [value, from, to], line) => {
    const { length } = self.items;
    const [start, end] = [
      placeIn(machine, self, from, line, 0),
      placeIn(machine, self, to, line, length),
    ];
    for (let i = start; i < end; i += 1) self.items[i] = value;
    return self;
  }),
  filter: asking((items, ask) => new Arr(items.filter((one, i) => isTrue(ask(one, i))))),
  find: asking((items, ask) => items.find((one, i) => isTrue(ask(one, i)))),
  findIndex: asking((items, ask) => items.findIndex((one, i) => isTrue(ask(one, i)))),
  findLast: asking((items, ask) => items.findLast((one, i) => isTrue(ask(one, i)))),
  findLastIndex: asking((items, ask) => items.findLastIndex((one, i) => isTrue(ask(one, i)))),
  flat: (machine, { items }, [depth], line) =>
    new Arr(flat(machine, items, Math.min(50, wholeIn(machine, depth, line, 1)), line)),
  flatMap: asking((items, ask, machine, line) => new Arr(flat(machine, items.map(ask), 1, line))),
  forEach: asking((items, ask) => {
    for (const [i, one] of items.entries()) ask(one, i);
    return undefined;
  }),
  includes: looking((_machine, { items }, [value]) => placeOf(items, value, true) >= 0),
  indexOf: looking((_machine, { items }, [value]) => placeOf(items, value, false)),
  join: looking((machine, { items }, [by], line) => {
    const between = by === undefined ? ',' : textIn(machine, by, line);
    let all = '';
    for (const [i, one] of items.entries()) {
      const text = one === undefined || one === null ? '' : textIn(machine, one, line);
      all = machine.text(all + (i > 0 ? between : '') + text, line);
    }
    return all;
  }),
  keys: looking((_machine, { items }) => new Arr(items.map((_, i) => i))),
  lastIndexOf: looking((_machine, { items }, [value]) => items.lastIndexOf(value)),
  map: asking((items, ask) => new Arr(items.map(ask))),
  pop: (_machine, { items }) => items.pop(),
  push(machine, { items }, given, line) {
    machine.step(line, given.length);
    if (items.length + given.length > 200_000) machine.room(items.length + given.length, line);
    for (const one of given) items.push(one);
    return items.length;
  },
  reduce: (machine, self, given, line) => folded(machine, self, given, line, self.items),
  reduceRight: (machine, self, given, line) =>
    folded(machine, self, given, line, self.items.toReversed()),
  reverse: looking((_machine, self) => {
    self.items.reverse();
    return self;
  }),
  shift: looking((_machine, { items }) => items.shift()),
  slice: looking((machine, self, [from, to], line) => {
    const { items } = self;
    return new Arr(
      items.slice(
        placeIn(machine, self, from, line, 0),
        placeIn(machine, self, to, line, items.length),
      ),
    );
  }),
  some: asking((items, ask) => items.some((one, i) => isTrue(ask(one, i)))),
  sort(machine, self, given, line) {
    const { items } = sorted(machine, self, given, line) as Arr;
    for (const [i, one] of items.entries()) self.items[i] = one;
    return self;
  },
  splice(machine, self, given, line) {
    const [from, count, ...fresh] = given;
    const start = placeIn(machine, self, from, line, 0);
    const most = self.items.length - start;
    const wanted = given.length < 2 ? most : wholeIn(machine, count, line);
    return new Arr(
      spliced(machine, self.items, start, Math.min(most, Math.max(0, wanted)), fresh, line),
    );
  },
  toReversed: looking((_machine, { items }) => new Arr(items.toReversed())),
  toSorted: sorted,
  toString: ((machine, self, _given, line) => textIn(machine, self, line)) satisfies Own,
  unshift(machine, { items }, given, line) {
    spliced(machine, items, 0, 0, given, line);
    return items.length;
  },
  values: looking((_machine, { items }) => new Arr([...items])),
  with: looking((machine, { items }, [at, value], line) => {
    const place = wholeIn(machine, at, line);
    const index = place < 0 ? items.length + place : place;
    if (index < 0 || index >= items.length)
      machine.fail(RUNNING.range(String(place)), line, 'RangeError');
    return new Arr(items.with(index, value));
  }),
});

function folded(
  machine: Machine,
  self: Arr,
  given: readonly Value[],
  line: number,
  items: readonly Value[],
): Value {
  const [fn, first] = given;
  machine.room(items.length, line);
  const hasFirst = given.length > 1;
  if (items.length === 0 && !hasFirst) machine.fail(RUNNING.reduceEmpty, line);
  const isBack = items !== self.items;
  const all = [...items];
  let found = hasFirst ? first : all[0];
  for (let i = hasFirst ? 0 : 1; i < all.length; i += 1) {
    machine.step(line);
    const index = isBack ? all.length - 1 - i : i;
    found = called(machine, fn, undefined, [found, all[i], index, self], line);
  }
  return found;
}
