/** A program that is read, and what becomes of it when it runs. Pure: the same everywhere, to the last step. */
import { RUNNING } from '#words/src/assignments/kinds/code/pure/script/words';
import { called } from './compile-function.ts';
import { statements } from './compile-statement.ts';
import { Stopped, SyntaxFault, Thrown } from './faults.ts';
import { globalsOf } from './globals.ts';
import { Machine, faultOf } from './machine.ts';
import { operatorsOf } from './operators.ts';
import { parsed } from './parse.ts';
import { Scope, UNSET, declareAll, varsIn, type Env } from './scope.ts';
import { Fn, type Value } from './values.ts';

/** Why something has no value: a sentence, and the line of the program. */
export interface Fault {
  readonly fault: string;
  readonly line: number;
  /** It was stopped, for it takes too long: nothing more is run. */
  readonly isStopped?: boolean;
}

export const isFault = (found: object): found is Fault => 'fault' in found;

/** A program that has been run once, so that its functions are there. */
export interface Program {
  readonly machine: Machine;
  /** The function of that name; nothing where there is none. */
  named(name: string): Fn | undefined;
}

/** Does something that a program may break or never end; it has so many steps again. */
export function guarded<T>(machine: Machine, how: () => T): { readonly value: T } | Fault {
  machine.refill();
  try {
    return { value: how() };
  } catch (error) {
    if (error instanceof Thrown) {
      const { says, line } = faultOf(error);
      return { fault: says, line };
    }
    if (error instanceof Stopped)
      return { fault: error.message, line: error.line, isStopped: true };
    if (error instanceof SyntaxFault) return { fault: error.message, line: error.line };
    // The stack of the machine itself is full: never before a call is as deep as it may be, but for a strange browser.
    if (error instanceof RangeError) return { fault: RUNNING.deep, line: 0, isStopped: true };
    throw error;
  }
}

/** Reads a program and runs it once. `own`: what it finds besides what there always is. */
export function programOf(
  source: string,
  {
    machine = new Machine(),
    own = {},
  }: {
    readonly machine?: Machine;
    readonly own?: Readonly<Record<string, Value>>;
  } = {},
): Program | Fault {
  const run = guarded(machine, (): Program => {
    const all = parsed(source);
    const globals = globalsOf(machine);
    for (const [name, value] of Object.entries(own)) globals.set(name, value);
    const context = { machine, globals, operators: operatorsOf(machine) };
    const scope = new Scope(undefined);
    const vars = varsIn(all).map(({ name, line }) => scope.declare(name, line, { mayBe: true }));
    declareAll(all, scope);
    const exec = statements(context, all, scope);
    const env: Env = { slots: Array.from({ length: scope.size }, () => UNSET), up: undefined };
    for (const slot of vars) env.slots[slot] = undefined;
    exec(env);
    return {
      machine,
      named(name) {
        const place = scope.find(name);
        const found = place && env.slots[place.slot];
        return found instanceof Fn ? found : undefined;
      },
    };
  });
  return isFault(run) ? run : run.value;
}

/** The value of a program’s last line, for tests and for what authors write. */
export function valueOf(
  source: string,
  options: Parameters<typeof programOf>[1] = {},
): { readonly value: Value } | Fault {
  const machine = options.machine ?? new Machine();
  const program = programOf(`const value_ = () => (\n${source}\n);`, { ...options, machine });
  if (isFault(program)) return program;
  const fn = program.named('value_');
  return guarded(machine, () => called(machine, fn, undefined, [], 1));
}
