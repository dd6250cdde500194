/** Makes functions and classes run. */
import { RUNNING } from '#words/src/assignments/kinds/code/pure/script/words';
import { expression, type Context, type Run } from './compile-expression.ts';
import { pattern } from './compile-pattern.ts';
import { statements } from './compile-statement.ts';
import { isWhat, type Machine } from './machine.ts';
import { keyOf } from './members.ts';
import type { ClassNode, FunctionNode } from './nodes.ts';
import { Scope, UNSET, declareAll, namesIn, varsIn, type Env } from './scope.ts';
import { Fn, Obj, type Value } from './values.ts';

/** What a call needs besides how deeply its function is nested. */
const CALL = 2;
/** What the fields of a class need, which are no call of their own. */
const CLASS = 12;

/** A function as a value: it keeps the names around it. */
export function functionValue(
  context: Context,
  node: FunctionNode,
  around: Scope,
  isDeclared = false,
): Run {
  // One that is written as a value knows itself by its name, and nobody else does.
  const isOwn = node.name !== '' && !isDeclared;
  const scope = isOwn ? new Scope(around) : around;
  if (isOwn) scope.declare(node.name, node.line);
  const call = body(context, node, scope);
  return (up) => {
    const env: Env = isOwn ? { slots: [UNSET], up } : up;
    const fn = fnOf(node, (self, given, line) => call(env, self, given, line));
    if (isOwn) env.slots[0] = fn;
    return fn;
  };
}

function fnOf(node: FunctionNode, call: Fn['call']): Fn {
  const takes = node.params.length;
  if (node.isArrow) return new Fn(node.label, call, { takes });
  const like = new Obj();
  return new Fn(node.label, call, {
    takes,
    like,
    make(_self, given, line) {
      const object = new Obj(like);
      const found = call(object, given, line);
      return typeof found === 'object' && found !== null ? found : object;
    },
  });
}

type Body = (env: Env, self: Value, given: readonly Value[], line: number) => Value;

function body(context: Context, node: FunctionNode, around: Scope): Body {
  const { machine } = context;
  const scope = new Scope(around, true);
  const self = node.isArrow ? -1 : scope.declare('this', node.line);
  for (const param of [...node.params, ...(node.rest ? [node.rest] : [])])
    for (const { name, line } of namesIn(param)) scope.declare(name, line);
  const vars = varsIn(node.body).map(({ name, line }) =>
    scope.declare(name, line, { mayBe: true }),
  );
  declareAll(node.body, scope);
  const params = node.params.map((param) => pattern(context, param, scope, true));
  const rest = node.rest && pattern(context, node.rest, scope, true);
  const value = node.value && expression(context, node.value, scope);
  const run = statements(context, node.body, scope);
  const room = CALL + node.depth;
  const count = node.params.length;
  return (up, own, given, line) => {
    machine.step(line, 2);
    machine.enter(room, line);
    const slots: Value[] = [];
    for (let i = 0; i < scope.size; i += 1) slots.push(UNSET);
    const env: Env = { slots, up };
    if (self >= 0) slots[self] = own;
    for (const slot of vars) if (slots[slot] === UNSET) slots[slot] = undefined;
    for (let i = 0; i < count; i += 1) params[i]?.(env, given[i]);
    rest?.(env, machine.list(given.slice(count), line));
    let found: Value;
    if (value) found = value(env);
    else {
      machine.returned = undefined;
      found = run(env) === 'return' ? machine.returned : undefined;
    }
    machine.depth -= room;
    return found;
  };
}

/** Calls what was found to be a function. */
export function called(
  machine: Machine,
  fn: Value,
  self: Value,
  given: readonly Value[],
  line: number,
): Value {
  if (!(fn instanceof Fn)) return machine.fail(RUNNING.notFunction('“…”', isWhat(fn)), line);
  return fn.call(self, given, line);
}

/** What new makes. */
export function made(machine: Machine, what: Value, given: readonly Value[], line: number): Value {
  if (what instanceof Fn && what.make) return what.make(undefined, given, line);
  const name = what instanceof Fn && what.name !== '' ? what.name : isWhat(what);
  return machine.fail(RUNNING.notMade(name), line);
}

/** A class as a value. */
export function classValue(context: Context, node: ClassNode, around: Scope): Run {
  const { machine } = context;
  const scope = new Scope(around);
  const own = node.name === '' ? undefined : scope.declare(node.name, node.line);
  const inner = new Scope(scope);
  const self = inner.declare('this', node.line);
  const make = node.make && body(context, node.make, scope);
  const methods = node.methods.map(({ key, of, isStatic }) => ({
    key: expression(context, key, scope),
    of: functionValue(context, of, scope),
    isStatic,
  }));
  const fields = node.fields.map(({ key, value, isStatic }) => ({
    key: expression(context, key, scope),
    value: value ? expression(context, value, inner) : () => undefined,
    isStatic,
  }));
  return (up) => {
    const env: Env = { slots: own === undefined ? [] : [UNSET], up };
    const like = new Obj();
    const withFields = (object: Obj | Fn, isStatic: boolean): void => {
      const slots: Value[] = [];
      slots[self] = object;
      for (const one of fields) {
        if (one.isStatic !== isStatic) continue;
        const key = String(keyOf(machine, one.key(env), node.line));
        object.fields.set(key, one.value({ slots, up: env }));
      }
    };
    const fn = new Fn(
      node.name,
      (_self, _given, line) => machine.fail(RUNNING.needsNew(node.name), line),
      {
        takes: node.make?.params.length ?? 0,
        like,
        make(_self, given, line) {
          machine.step(line, 2);
          const object = new Obj(like);
          machine.enter(CLASS, line);
          withFields(object, false);
          machine.depth -= CLASS;
          make?.(env, object, given, line);
          return object;
        },
      },
    );
    if (own !== undefined) env.slots[own] = fn;
    for (const { key, of, isStatic } of methods) {
      const target = isStatic ? fn.fields : like.fields;
      target.set(String(keyOf(machine, key(env), node.line)), of(env));
    }
    withFields(fn, true);
    return fn;
  };
}
