/** What a program has while it runs: its steps, its depth, what it has printed; and how it fails. */
import { KINDS, RUNNING, SHORTENED } from '#words/src/assignments/kinds/code/pure/script/words';
import { Stopped, Thrown } from './faults.ts';
import { printed, shown } from './show.ts';
import { Arr, Fn, MapValue, Obj, SetValue, type Value } from './values.ts';

/** The steps that one call may take: a tenth of a second, or a little more. The same everywhere, so that verdicts are. */
const STEPS = 2_000_000;
/** How deep calls may go, each counted by how deeply its function is nested. */
const DEEPEST = 2_500;
const MOST_LINES = 60;
const LONGEST_LIST = 200_000;
const LONGEST_TEXT = 100_000;

export class Machine {
  #left = STEPS;
  depth = 0;
  /** What a return has left. */
  returned: Value;
  readonly log: string[] = [];

  /** Begins another call with all steps; what was printed stays. */
  refill(): void {
    this.#left = STEPS;
    this.depth = 0;
  }

  /** Takes steps. */
  step(line: number, cost = 1): void {
    this.#left -= cost;
    if (this.#left < 0) throw new Stopped(RUNNING.steps, line);
  }

  /** Goes into a call; whoever comes back from it takes the same off. */
  enter(room: number, line: number): void {
    this.depth += room;
    if (this.depth > DEEPEST) throw new Stopped(RUNNING.deep, line);
  }

  print(values: readonly Value[]): void {
    if (this.log.length < MOST_LINES) this.log.push(printed(values));
    else if (this.log.length === MOST_LINES) this.log.push(SHORTENED.log);
  }

  fail(message: string, line: number, error = 'TypeError'): never {
    throw new Thrown(errorOf(error, message), line);
  }

  /** A text that was put together, if it is not too long; a long one costs. */
  text(text: string, line: number): string {
    this.step(line, text.length >> 4);
    if (text.length > LONGEST_TEXT) this.fail(RUNNING.longText(LONGEST_TEXT), line, 'RangeError');
    return text;
  }

  /** That a list may have so many entries; they cost, whether they are looked at or not. */
  room(count: number, line: number): void {
    if (!(count <= LONGEST_LIST)) this.fail(RUNNING.longList(LONGEST_LIST), line, 'RangeError');
    this.step(line, count >> 2);
  }

  list(items: Value[], line: number): Arr {
    this.room(items.length, line);
    return new Arr(items);
  }
}

export function errorOf(name: string, message: string): Obj {
  const error = new Obj(undefined, name);
  error.fields.set('name', name);
  error.fields.set('message', message);
  return error;
}

/** What a value is, in a sentence. */
export function isWhat(value: Value): string {
  if (value === undefined) return KINDS.undefined;
  if (value === null) return KINDS.null;
  if (value instanceof Fn) return KINDS.function;
  if (value instanceof Arr) return KINDS.array;
  if (value instanceof MapValue) return KINDS.map;
  if (value instanceof SetValue) return KINDS.set;
  return value instanceof Obj ? KINDS.object : shown(value);
}

/** What a program that failed is told. */
export function faultOf(error: Thrown): { readonly says: string; readonly line: number } {
  const { value, line } = error;
  const own =
    value instanceof Obj && value.error !== undefined ? value.fields.get('message') : undefined;
  const isOwn = value instanceof Obj && value.error !== undefined && value.error !== 'Error';
  const says = isOwn && typeof own === 'string' ? own : `${RUNNING.thrown(shown(value))}.`;
  return { says: says.slice(0, 600), line };
}
