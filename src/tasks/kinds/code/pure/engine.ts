/** What runs programs, as pure code has it: `engine/` brings it, in the page’s worker, in the build and at the desk. */
import type { Random } from '../../../../../widgets/kit/numbers/random.ts';
import type { Fault } from './faults.ts';
import type { Value } from './value.ts';

/** Something of a program’s that never leaves the engine: a function, or data. */
export interface Handle {
  readonly isFunction: boolean;
}

/** What a program draws numbers by: uniform from 0 to 1, standard normal. */
export type Chance = Readonly<Record<'random' | 'normal', Handle>>;

type Found<T> = { readonly value: T } | Fault;

export interface Engine {
  /** Runs a program, so that its functions are there; types in it are passed over. Answers with what is wrong with it. */
  run(source: string): Fault | undefined;
  /** The function of that name; nothing where there is none. */
  named(name: string): Handle | undefined;
  /** A function of these names that gives an expression; `given` stands before it. */
  asking(expression: string, names?: readonly string[], given?: string): Found<Handle>;
  /** What a function gives. */
  call(of: Handle, ...given: readonly Handle[]): Found<Value>;
  /** Stands around a function, and knows of its last call. */
  watched(own: Handle): Handle;
  /** Functions that give numbers of a stream, one a call. */
  chance(random: Random): Chance;
  /** Lets a program find these under their names. */
  define(own: Readonly<Record<string, Handle>>): void;
  /** Data, as the program has them. */
  data(value: unknown): Handle;
  /** What the watched function was last given, as one would write it down; whether one is inside of it. */
  readonly watch: { readonly given: string | undefined; readonly isInside: boolean };
  /** What was printed, line by line. */
  readonly log: readonly string[];
}

let fresh: (() => Engine) | undefined;

/** Says how an engine is had that knows of no program. */
export function use(how: () => Engine): void {
  fresh = how;
}

/** An engine that knows of no program. Throws before there is one. */
export function freshEngine(): Engine {
  if (!fresh)
    throw new Error('Programs are run before their engine is loaded: await loadEngine() first.');
  return fresh();
}
