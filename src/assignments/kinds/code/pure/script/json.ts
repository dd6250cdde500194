/** JSON, written from values and read into them. */
import { RUNNING } from '#words/src/assignments/kinds/code/pure/script/words';
import type { Machine } from './machine.ts';
import { Arr, Fn, Obj, keysOf, type Value } from './values.ts';

const DEEPEST = 50;

/** A value as JSON. */
export function writeJson(machine: Machine, value: Value, line: number): Value {
  const written = (one: Value, depth: number): string | undefined => {
    machine.step(line);
    if (depth > DEEPEST) machine.fail(RUNNING.cyclic, line);
    if (one === undefined || one instanceof Fn) return undefined;
    if (one instanceof Arr) {
      const items = one.items.map((item) => written(item, depth + 1) ?? 'null');
      return machine.text(`[${items.join(',')}]`, line);
    }
    if (typeof one === 'object' && one !== null) {
      const fields =
        one instanceof Obj ? keysOf(one).map((key) => [key, one.fields.get(key)] as const) : [];
      const entries = fields.flatMap(([key, item]) => {
        const text = written(item, depth + 1);
        return text === undefined ? [] : [`${JSON.stringify(key)}:${text}`];
      });
      return machine.text(`{${entries.join(',')}}`, line);
    }
    return machine.text(JSON.stringify(one), line);
  };
  return written(value, 0);
}

/** The value in a text of JSON: made of what is made here, whatever stands in the text. */
export function readJson(machine: Machine, text: string, line: number): Value {
  machine.step(line, text.length);
  const made = (value: unknown): Value => {
    if (Array.isArray(value)) return new Arr(value.map(made));
    if (typeof value !== 'object' || value === null) return value as Value;
    const object = new Obj();
    for (const [key, one] of Object.entries(value)) object.fields.set(key, made(one));
    return object;
  };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return machine.fail(RUNNING.json, line, 'SyntaxError');
  }
  return made(value);
}
