/**
 * What stands in the engine before a student’s program: a console, bounds on what is done in one piece, and nothing that tells
 * the time, draws lots or makes programs of texts. It answers with tools of the host’s.
 */
import { CUT } from '../pure/value.ts';
import { RUNNING } from '#words/src/tasks/kinds/code/pure/words';

/** The longest list or text that is worked on in one piece. */
const LONGEST = 200_000;
/** What pieces may cost in one call, in entries and signs: a second, or a little more. */
const WORK = 20_000_000;
/** Sorting costs so much an entry. */
const SORTING = 20;
const MOST_LINES = 60;
/** How deep and how much of a result is told. */
const [DEEPEST, MOST] = [13, 300_000];

const GLOBALS =
  'Array Boolean Error EvalError Infinity Iterator JSON Map Math NaN Number Object RangeError ReferenceError RegExp Set String Symbol SyntaxError TypeError URIError console isFinite isNaN parseFloat parseInt undefined';

/** Its lines, in the language of the program itself. */
export const PRELUDE = `(function () {
  'use strict';
  const { apply, ownKeys } = Reflect;
  const { defineProperty, getPrototypeOf, is, keys } = Object;
  const { isArray } = Array;
  const { isFinite } = Number;
  const quote = JSON.stringify;
  const text = String;
  const ErrorOf = Error;
  const MapOf = Map;
  const SetOf = Set;

  let spent = 0;
  let isSpent = false;
  const spend = (length, cost) => {
    if (length > ${LONGEST}) throw new RangeError(${JSON.stringify(RUNNING.long(LONGEST))});
    spent += cost;
    isSpent ||= spent > ${WORK};
    if (isSpent) throw new RangeError(${JSON.stringify(RUNNING.steps)});
  };
  const sized = (value) => (typeof value === 'string' || isArray(value) ? value.length : (value?.size ?? 0));
  const bounded = (owner, name, costOf) => {
    const native = owner[name];
    if (typeof native !== 'function') return;
    const value = {
      [name](...given) {
        const length = sized(owner === this || typeof owner === 'function' ? given[0] : this);
        spend(length, costOf(name, length, given));
        const found = apply(native, this, given);
        spent += sized(found);
        return found;
      },
    }[name];
    defineProperty(owner, name, { value, writable: true, configurable: true });
  };
  const boundAll = (owner, without, costOf) => {
    for (const name of ownKeys(owner))
      if (!without.includes(name)) bounded(owner, name, costOf);
  };
  const once = (name, length) => length;
  boundAll(Array.prototype, ['constructor', 'push', 'pop', 'at', 'keys', 'entries'], (name, length) =>
    /sort/i.test(text(name)) ? length * ${SORTING} : length,
  );
  boundAll(
    String.prototype,
    ['constructor', 'at', 'charAt', 'charCodeAt', 'codePointAt', 'toString', 'valueOf'],
    (name, length, [what]) => length * (1 + (typeof what === 'string' ? what.length >> 4 : 0)),
  );
  for (const name of ['from', 'of']) bounded(Array, name, once);
  for (const name of ['keys', 'values', 'entries', 'fromEntries', 'groupBy']) bounded(Object, name, once);
  for (const name of ['parse', 'stringify']) bounded(JSON, name, once);

  Math.random = () => {
    throw new TypeError(${JSON.stringify(RUNNING.random)});
  };
  for (const kind of [function () {}, function* () {}])
    defineProperty(getPrototypeOf(kind), 'constructor', { value: undefined });

  let log = [];
  const print = (...given) => {
    const isKept = log.length < ${MOST_LINES};
    if (isKept) log.push(told(given.map((one) => (typeof one === 'string' ? one.slice(0, ${CUT.text}) : one)), true));
    else if (log.length === ${MOST_LINES}) log.push('');
  };
  globalThis.console = { log: print, info: print, warn: print, error: print, debug: print };

  /** A value as JSON: what JSON does not have is an object of one entry. */
  const told = (whole, isShort) => {
    let left = isShort ? ${CUT.all} : ${MOST};
    const list = (values, depth) => {
      let said = '';
      let count = 0;
      for (const one of values) {
        if (left < 0 || (isShort && count >= ${CUT.list})) break;
        said += (count === 0 ? '' : ',') + tell(one, depth + 1);
        count += 1;
      }
      const more = sized(values) - count;
      return '[' + said + (more > 0 ? (count === 0 ? '' : ',') + '{"more":' + more + '}' : '') + ']';
    };
    const tell = (value, depth) => {
      left -= 1;
      if (typeof value === 'string') return quote(isShort ? value.slice(0, ${CUT.text}) : value);
      if (value === null || typeof value === 'boolean') return text(value);
      if (typeof value === 'number')
        return isFinite(value) && !is(value, -0) ? text(value) : '{"number":"' + (is(value, -0) ? '-0' : value) + '"}';
      if (value === undefined) return '{"undefined":0}';
      if (typeof value === 'function') return '{"function":0}';
      if (typeof value !== 'object') return '{"other":' + quote(text(value)) + '}';
      if (value instanceof ErrorOf) return '{"other":' + quote(text(value).slice(0, ${CUT.text})) + '}';
      if (depth > ${DEEPEST} || left < 0) return '{"cut":0}';
      if (isArray(value)) return list(value, depth);
      if (value instanceof MapOf) return '{"map":' + list(value, depth) + '}';
      if (value instanceof SetOf) return '{"set":' + list(value, depth) + '}';
      return '{"fields":' + list(keys(value).map((key) => [key, value[key]]), depth - 1) + '}';
    };
    return tell(whole, 0);
  };

  const names = ${JSON.stringify(GLOBALS.split(' '))};
  const root = globalThis;
  for (const name of ownKeys(root)) if (!names.includes(name)) delete root[name];

  let asked = '';
  let isInside = false;
  /** What the host asks for costs the program nothing. */
  const free = (how) => (value) => {
    const was = spent;
    const wasOver = isSpent;
    spent = 0;
    isSpent = false;
    const found = how(value);
    spent = was;
    isSpent = wasOver;
    return found;
  };
  return {
    told: free((value) => told(value, false)),
    /** Stands around the student’s function: knows what it was last given, and whether one is inside of it. */
    watched: (own) =>
      function (...given) {
        asked = told(given, true);
        isInside = true;
        const found = own(...given);
        isInside = false;
        return found;
      },
    begin: () => {
      spent = 0;
      isSpent = false;
      asked = '';
      isInside = false;
    },
    state: () => '{"asked":' + (asked === '' ? 'null' : asked) + ',"isInside":' + isInside + ',"isSpent":' + isSpent + '}',
    log: free(() => '[' + log.map((one) => (one === '' ? 'null' : one)).join(',') + ']'),
    parse: free(JSON.parse),
  };
})()`;
