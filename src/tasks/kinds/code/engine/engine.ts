/**
 * Runs students’ programs: QuickJS in WebAssembly, without any object of the host’s. Each program begins with the memory as it
 * was when the engine was new, so that none knows of another. Bounds are counted and not timed: page and desk agree.
 */
import { EvalFlags, Intrinsics, JSException, QuickJS, type JSValueHandle } from 'quickjs-wasi';
import type { Random } from '../../../../../widgets/kit/numbers/random.ts';
import { use, type Chance, type Engine } from '../pure/engine.ts';
import { RUNNING, SHORTENED, SYNTAX } from '#words/src/tasks/kinds/code/pure/words';
import {
  endlessAt,
  isFault,
  metFault,
  placeIn,
  writtenFault,
  type Fault,
  type Misread,
} from '../pure/faults.ts';
import { PRELUDE } from './prelude.ts';
import { withoutTypes } from './types.ts';
import { printed, shown, valueIn, type Value } from '../pure/value.ts';

/** In bytes. What the program may have; what is there from the start, so that nothing grows from program to program; its stack. */
const [MEMORY, RESERVED, STACK] = [16 << 20, 24 << 20, 128 << 10];
/** A page of memory. */
const PAGE = 64 << 10;
/** The engine asks after some ten thousand jumps or calls, everywhere after as many, whether to go on: so often it may. */
const MOST_ASKED = 1_000;
/** In milliseconds, on no machine used up by a program that keeps the bounds: for what takes long between two questions. */
const PATIENCE = 5_000;

/** What the student has written, and what is called for a case. */
const [OWN, CASE] = ['code.js', 'case.js'];

type Tool = keyof typeof WITHOUT | 'watched' | 'parse';
const WITHOUT = {
  told: '{"cut":0}',
  begin: '',
  state: '{"asked":null,"isInside":true,"isSpent":false}',
  log: '[]',
} as const;

interface State {
  readonly asked: unknown;
  readonly isInside: boolean;
  readonly isSpent: boolean;
}

let loading: Promise<void> | undefined;

/** Makes the engine ready, of the bytes of `quickjs.wasm` or of what they were compiled to; done once. */
export const loadEngine = (wasm: BufferSource | WebAssembly.Module): Promise<void> =>
  (loading ??= QuickJsEngine.made(wasm).then((engine) => {
    use(() => engine.forget());
  }));

/** What a program may use up in one go. */
class Limits {
  #asked = 0;
  #until = 0;

  begin(): void {
    this.#asked = 0;
    this.#until = performance.now() + PATIENCE;
  }

  isOver(): boolean {
    this.#asked += 1;
    return this.#asked > MOST_ASKED || performance.now() > this.#until;
  }
}

class QuickJsEngine implements Engine {
  readonly #vm: QuickJS;
  readonly #limits: Limits;
  readonly #tools: Readonly<Record<Tool, JSValueHandle>>;
  /** The memory as it was at first, where anything stood in it. */
  readonly #memory: readonly { readonly at: number; readonly bytes: Uint8Array }[];
  readonly #stackPointer: number;
  readonly #undefined: JSValueHandle;
  readonly #global: JSValueHandle;
  readonly #chance: Readonly<Record<keyof Chance, JSValueHandle>>;
  #random: Random | undefined;
  #source = '';

  private constructor(vm: QuickJS, limits: Limits) {
    this.#vm = vm;
    this.#limits = limits;
    limits.begin();
    const exports = vm._getExports();
    exports.free(exports.malloc(RESERVED));
    // What it makes when it is first asked for must be there before the memory is taken down.
    this.#undefined = vm.undefined;
    this.#global = vm.global;
    const drawn = (name: keyof Chance): JSValueHandle =>
      vm.newFunction(name, () =>
        vm.newNumber(this.#random?.[name === 'random' ? 'uniform' : name]() ?? 0),
      );
    this.#chance = { random: drawn('random'), normal: drawn('normal') };
    const made = vm.evalCode(PRELUDE, 'prelude.js');
    const tool = (name: Tool): JSValueHandle => made.getProp(name);
    this.#tools = {
      ...{ told: tool('told'), watched: tool('watched'), begin: tool('begin') },
      ...{ state: tool('state'), log: tool('log'), parse: tool('parse') },
    };
    const { memory, stackPointer } = vm.snapshot();
    const pages = Array.from({ length: memory.length / PAGE }, (_, i) => i * PAGE);
    this.#memory = pages
      .map((at) => ({ at, bytes: memory.subarray(at, at + PAGE) }))
      .filter(({ bytes }) => bytes.some((byte) => byte !== 0));
    this.#stackPointer = stackPointer;
  }

  static async made(wasm: BufferSource | WebAssembly.Module): Promise<QuickJsEngine> {
    const limits = new Limits();
    const vm = await QuickJS.create({
      wasm,
      memoryLimit: MEMORY,
      maxStackSize: STACK,
      intrinsics: Intrinsics.EVAL | Intrinsics.REGEXP | Intrinsics.JSON | Intrinsics.MAP_SET,
      interruptHandler: () => limits.isOver(),
      wasi: (memory) => ({
        // Nothing in it tells the time or draws lots.
        clock_time_get: (_id: number, _precision: bigint, at: number) => {
          new DataView(memory.buffer).setBigUint64(at, 0n, true);
          return 0;
        },
        random_get: () => 0,
      }),
    });
    return new QuickJsEngine(vm, limits);
  }

  /** Begins with the memory that there was at first. */
  forget(): this {
    const exports = this.#vm._getExports();
    const memory = new Uint8Array(exports.memory.buffer);
    for (const { at, bytes } of this.#memory) memory.set(bytes, at);
    exports.__stack_pointer.value = this.#stackPointer;
    this.#source = '';
    return this;
  }

  run(source: string): Fault | undefined {
    this.#source = source;
    const found = this.#guarded(() => this.#evaluated(source));
    return isFault(found) ? found : undefined;
  }

  #evaluated(source: string): void {
    const plain = this.#unreadable(source);
    if (!plain) return;
    const bare = withoutTypes(source);
    const found = typeof bare === 'string' ? this.#unreadable(bare) : bare;
    if (!found) return;
    // Whoever has come further knows more.
    const isFurther =
      plain.line > found.line || (plain.line === found.line && plain.column > found.column);
    throw new Unreadable(writtenFault(isFurther ? plain : found, source));
  }

  /** Runs a program if it can be read; else answers why not. */
  #unreadable(source: string): Misread | undefined {
    try {
      this.#vm.evalCode(source, OWN, EvalFlags.STRICT).dispose();
      return undefined;
    } catch (error) {
      // A program that has begun can be read.
      if (!(error instanceof JSException) || error.name !== 'SyntaxError') throw error;
      const { message, stack = '' } = error;
      if (stack.includes('<eval>')) throw error;
      error.dispose();
      return { says: message, ...placeIn(stack, OWN) };
    }
  }

  named(name: string): JSValueHandle | undefined {
    const found = this.#guarded(() =>
      this.#vm.evalCode(`typeof ${name} === 'function' ? ${name} : undefined`),
    );
    return isFault(found) || !found.value.isFunction ? undefined : found.value;
  }

  asking(
    expression: string,
    names: readonly string[] = [],
    given = '',
  ): { readonly value: JSValueHandle } | Fault {
    const body = `'use strict'; ${given}\nreturn (\n${expression}\n);`;
    return this.#guarded(() =>
      this.#vm.evalCode(`(function (${names.join(', ')}) { ${body} })`, CASE),
    );
  }

  call(of: JSValueHandle, ...given: readonly JSValueHandle[]): { readonly value: Value } | Fault {
    this.#tool('begin');
    const found = this.#guarded(() =>
      valueIn(this.#ask('told', this.#vm.callFunction(of, this.#undefined, ...given))),
    );
    if (!this.#state.isSpent) return found;
    return { fault: RUNNING.steps, line: isFault(found) ? found.line : 0, isStopped: true };
  }

  watched(own: JSValueHandle): JSValueHandle {
    return this.#vm.callFunction(this.#tools.watched, this.#undefined, own);
  }

  chance(random: Random): Readonly<Record<keyof Chance, JSValueHandle>> {
    this.#random = random;
    return this.#chance;
  }

  define(own: Readonly<Record<string, JSValueHandle>>): void {
    for (const [name, value] of Object.entries(own)) this.#vm.setProp(this.#global, name, value);
  }

  data(value: unknown): JSValueHandle {
    return this.#vm.callFunction(
      this.#tools.parse,
      this.#undefined,
      this.#vm.newString(JSON.stringify(value)),
    );
  }

  get watch(): { readonly given: string | undefined; readonly isInside: boolean } {
    const { asked, isInside } = this.#state;
    const given = asked === null ? undefined : valuesIn(asked).map(shown).join(', ');
    return { given, isInside };
  }

  get log(): readonly string[] {
    const lines = JSON.parse(this.#tool('log')) as unknown[];
    return lines.map((line) => (line === null ? SHORTENED.log : printed(valuesIn(line))));
  }

  get #state(): State {
    return JSON.parse(this.#tool('state')) as State;
  }

  /** What a tool answers; where a program has left no room for it, or is asked itself and breaks, what is known without it. */
  #tool(name: keyof typeof WITHOUT, ...given: readonly JSValueHandle[]): string {
    this.#limits.begin();
    try {
      return this.#ask(name, ...given);
    } catch {
      return WITHOUT[name];
    }
  }

  #ask(name: Tool, ...given: readonly JSValueHandle[]): string {
    return this.#vm.callFunction(this.#tools[name], this.#undefined, ...given).toString();
  }

  /** Does something that a program may break or never end. */
  #guarded<T>(how: () => T): { readonly value: T } | Fault {
    this.#limits.begin();
    try {
      return { value: how() };
    } catch (error) {
      if (error instanceof Unreadable) return error.fault;
      // The host’s own stack is full, or the machine has trapped: such a program is over.
      if (!(error instanceof JSException)) return { fault: SYNTAX.deep, line: 0, isStopped: true };
      const fault = this.#faultOf(error);
      error.dispose();
      return fault;
    }
  }

  #faultOf(error: JSException): Fault {
    const { handle, name, message, stack = '' } = error;
    const isStopped = message === 'interrupted';
    // A class that was called stands before whoever called it.
    const own = placeIn(
      /^class constructors/.test(message) ? stack.replace(/^.*\n/, '') : stack,
      OWN,
    );
    const place = isStopped ? endlessAt(this.#source, own) : own;
    if (handle.isError && name !== 'Error') {
      const met = metFault(message, place, this.#source);
      return { ...met, fault: met.fault.slice(0, 600), ...(isStopped && { isStopped }) };
    }
    const what = shown(valueIn(this.#tool('told', handle)));
    return { fault: RUNNING.thrown(what), line: place.line };
  }
}

const valuesIn = (told: unknown): readonly Value[] =>
  valueIn(JSON.stringify(told)) as readonly Value[];

/** A program that cannot be read. */
class Unreadable extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.fault);
    this.fault = fault;
  }
}
