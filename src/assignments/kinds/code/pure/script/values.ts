/**
 * What a program works with. Numbers, texts, true and false are those of the language that this is written in; everything
 * else is made here, so nothing that a program holds leads to anything outside of it.
 */
export type Value =
  undefined | null | boolean | number | string | Arr | Obj | Fn | MapValue | SetValue;

export class Arr {
  readonly items: Value[];

  constructor(items: Value[]) {
    this.items = items;
  }
}

export class Obj {
  readonly fields = new Map<string, Value>();
  /** Where its methods stand, if it was made by a class. */
  readonly like: Obj | undefined;
  /** The name of the class of errors. */
  readonly error: string | undefined;

  constructor(like?: Obj, error?: string) {
    this.like = like;
    this.error = error;
  }
}

export class MapValue {
  readonly entries = new Map<Value, Value>();
}

export class SetValue {
  readonly entries = new Set<Value>();
}

/** What a function does. */
export type Call = (self: Value, given: readonly Value[], line: number) => Value;

export class Fn {
  readonly name: string;
  readonly call: Call;
  /** What new makes of it; absent: nothing. */
  readonly make: Call | undefined;
  /** Whether something was made by it. */
  readonly isMadeBy: ((value: Value) => boolean) | undefined;
  /** Its own properties. */
  readonly fields = new Map<string, Value>();
  /** Where the methods of what it makes stand. */
  readonly like: Obj | undefined;
  readonly takes: number;

  constructor(
    name: string,
    call: Call,
    more: {
      readonly make?: Call;
      readonly isMadeBy?: (value: Value) => boolean;
      readonly like?: Obj;
      readonly takes?: number;
    } = {},
  ) {
    this.name = name;
    this.call = call;
    this.make = more.make;
    this.isMadeBy = more.isMadeBy;
    this.like = more.like;
    this.takes = more.takes ?? 0;
  }
}

/** The names of an object's fields in the order of the language: whole numbers first. */
export function keysOf({ fields }: Obj): readonly string[] {
  const keys = [...fields.keys()];
  const isIndex = (key: string): boolean => /^(?:0|[1-9]\d{0,8})$/.test(key);
  if (!keys.some(isIndex)) return keys;
  return [
    ...keys.filter(isIndex).sort((a, b) => Number(a) - Number(b)),
    ...keys.filter((key) => !isIndex(key)),
  ];
}

export const isTrue = (value: Value): boolean => Boolean(value);

/** Pays for work that grows with what is worked on. */
export type Spend = (cost: number) => void;

/** A value as a number, as the language has it. */
export function toNumber(value: Value, spend: Spend): number {
  if (typeof value === 'number') return value;
  const isMade = typeof value === 'object' && value !== null;
  return Number(isMade ? toText(value, spend) : value);
}

/** How deeply lists in lists are written out as text. */
const DEEPEST = 20;

/** A value as a text, as the language has it. */
export function toText(value: Value, spend: Spend, depth = 0): string {
  if (typeof value === 'string') return value;
  if (value instanceof Arr) {
    if (depth > DEEPEST) return '';
    return value.items
      .map((one) => {
        const text = one === undefined || one === null ? '' : toText(one, spend, depth + 1);
        spend(1 + (text.length >> 4));
        return text;
      })
      .join(',');
  }
  if (value instanceof Obj) return value.error === undefined ? '[object Object]' : errorText(value);
  if (value instanceof Fn) return `function ${value.name}`;
  if (value instanceof MapValue) return '[object Map]';
  return value instanceof SetValue ? '[object Set]' : String(value);
}

/** What an error says, with its name. */
export function errorText(error: Obj): string {
  const [name = '', message = ''] = ['name', 'message'].map((key) => {
    const own = field(error, key);
    return typeof own === 'string' ? own : '';
  });
  return message === '' ? name : `${name}: ${message}`;
}

/** A field of an object, or of what it is like. */
export function field(object: Obj, key: string): Value {
  for (let at: Obj | undefined = object; at; at = at.like) {
    if (at.fields.has(key)) return at.fields.get(key);
  }
  return undefined;
}

/** `==` of the language. */
export function looselyEqual(a: Value, b: Value, spend: Spend): boolean {
  if (a === undefined || a === null || b === undefined || b === null)
    return (a ?? undefined) === (b ?? undefined);
  const [isMade, isOther] = [typeof a === 'object', typeof b === 'object'];
  if (isMade && isOther) return a === b;
  if (isMade) return looselyEqual(toText(a, spend), b, spend);
  if (isOther) return looselyEqual(a, toText(b, spend), spend);
  if (typeof a === typeof b) return a === b;
  return toNumber(a, spend) === toNumber(b, spend);
}

export function typeOf(value: Value): string {
  if (value instanceof Fn) return 'function';
  return value === null ? 'object' : typeof value;
}
