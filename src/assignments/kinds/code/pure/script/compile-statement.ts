/** Makes statements run. */
import { SYNTAX } from '#words/src/assignments/kinds/code/pure/script/words';
import { expression, labelled, type Context } from './compile-expression.ts';
import { classValue, functionValue } from './compile-function.ts';
import { pattern } from './compile-pattern.ts';
import { SyntaxFault, Thrown } from './faults.ts';
import type { Statement } from './nodes.ts';
import { listed } from './operators.ts';
import { Scope, UNSET, declareAll, isLexical, namesIn, type Env } from './scope.ts';
import { Arr, Obj, isTrue, keysOf, type Value } from './values.ts';

/** How a statement ends when it does not simply end. */
export type Signal = 'break' | 'continue' | 'return' | undefined;
export type Exec = (env: Env) => Signal;

/** Statements whose names are declared in this scope already; functions are there from the start. */
export function statements(
  context: Context,
  all: readonly Statement[],
  scope: Scope,
  loops = 0,
): Exec {
  const { machine } = context;
  const early = all.flatMap((one) => {
    if (one.kind !== 'function-declaration') return [];
    return [
      {
        put: pattern(context, nameOf(one.of), scope, true),
        of: functionValue(context, one.of, scope, true),
      },
    ];
  });
  const rest = all.filter(({ kind }) => kind !== 'function-declaration' && kind !== 'empty');
  const runs = rest.map((one) => statement(context, one, scope, loops));
  const lines = rest.map(({ line }) => line);
  return (env) => {
    for (const { put, of } of early) put(env, of(env));
    for (let i = 0; i < runs.length; i += 1) {
      machine.step(lines[i] ?? 0);
      const signal = runs[i]?.(env);
      if (signal) return signal;
    }
    return undefined;
  };
}

const nameOf = ({ name, line }: { readonly name: string; readonly line: number }) =>
  ({ kind: 'name', name, line }) as const;

/** Statements with names of their own. */
function block(
  context: Context,
  all: readonly Statement[],
  around: Scope,
  loops: number,
  first?: (scope: Scope) => void,
): Exec {
  if (!first && !all.some(isLexical)) return statements(context, all, around, loops);
  const scope = new Scope(around);
  first?.(scope);
  declareAll(all, scope);
  const run = statements(context, all, scope, loops);
  return (up) => run(fresh(scope, up));
}

function fresh({ size }: Scope, up: Env): Env {
  const slots: Value[] = [];
  for (let i = 0; i < size; i += 1) slots.push(UNSET);
  return { slots, up };
}

function statement(context: Context, node: Statement, scope: Scope, loops: number): Exec {
  const { machine } = context;
  switch (node.kind) {
    case 'expression': {
      const of = expression(context, node.of, scope);
      return (env) => {
        of(env);
        return undefined;
      };
    }
    case 'declare':
      return declared(context, node, scope);
    case 'class-declaration': {
      const [put, of] = [
        pattern(context, nameOf(node.of), scope, true),
        classValue(context, node.of, scope),
      ];
      return (env) => {
        put(env, of(env));
        return undefined;
      };
    }
    case 'return': {
      if (!scope.isInFunction) throw new SyntaxFault(SYNTAX.looseReturn, node.line);
      const value = node.value && expression(context, node.value, scope);
      return (env) => {
        machine.returned = value?.(env);
        return 'return';
      };
    }
    case 'if': {
      const test = expression(context, node.test, scope);
      const yes = block(context, [node.yes], scope, loops);
      const no = node.no && block(context, [node.no], scope, loops);
      return (env) => (isTrue(test(env)) ? yes(env) : no?.(env));
    }
    case 'for':
      return forLoop(context, node, scope, loops + 1);
    case 'for-each':
      return forEach(context, node, scope, loops + 1);
    case 'while': {
      const test = expression(context, node.test, scope);
      const body = block(context, [node.body], scope, loops + 1);
      return (env) => {
        if (!node.isAfter && !isTrue(test(env))) return undefined;
        do {
          machine.step(node.line);
          const signal = body(env);
          if (signal === 'break') return undefined;
          if (signal === 'return') return signal;
        } while (isTrue(test(env)));
        return undefined;
      };
    }
    case 'break':
    case 'continue': {
      const { kind } = node;
      // One that only leaves a switch counts as half a loop.
      if (kind === 'break' ? loops === 0 : loops < 1)
        throw new SyntaxFault(SYNTAX.loose(kind), node.line);
      return () => kind;
    }
    case 'throw': {
      const value = expression(context, node.value, scope);
      return (env) => {
        throw new Thrown(value(env), node.line);
      };
    }
    case 'try':
      return tried(context, node, scope, loops);
    case 'switch':
      return switched(context, node, scope, loops);
    case 'block':
      return block(context, node.body, scope, loops);
    case 'function-declaration':
    case 'empty':
      return () => undefined;
  }
}

function declared(
  context: Context,
  { all, how }: Extract<Statement, { kind: 'declare' }>,
  scope: Scope,
): Exec {
  const runs = all.flatMap(({ to, value }) => {
    if (!value && how === 'var') return [];
    const put = pattern(context, to, scope, true);
    return [{ put, value: value && expression(context, labelled(value, to), scope) }];
  });
  return (env) => {
    for (const { put, value } of runs) put(env, value?.(env));
    return undefined;
  };
}

function forLoop(
  context: Context,
  node: Extract<Statement, { kind: 'for' }>,
  around: Scope,
  loops: number,
): Exec {
  const { machine } = context;
  const scope = new Scope(around);
  if (node.first) declareAll([node.first], scope);
  const first = node.first && statement(context, node.first, scope, loops);
  const test = node.test && expression(context, node.test, scope);
  const next = node.next && expression(context, node.next, scope);
  const body = block(context, [node.body], scope, loops);
  return (up) => {
    let env = fresh(scope, up);
    first?.(env);
    for (;;) {
      if (test && !isTrue(test(env))) return undefined;
      machine.step(node.line);
      const signal = body(env);
      if (signal === 'break') return undefined;
      if (signal === 'return') return signal;
      // Each round has names of its own, for functions that keep them.
      if (scope.size > 0) env = { slots: [...env.slots], up };
      next?.(env);
    }
  };
}

function forEach(
  context: Context,
  node: Extract<Statement, { kind: 'for-each' }>,
  around: Scope,
  loops: number,
): Exec {
  const { machine } = context;
  const list = expression(context, node.list, around);
  const scope = new Scope(around);
  if (node.how !== undefined && node.how !== 'var')
    for (const { name, line } of namesIn(node.to))
      scope.declare(name, line, { isConstant: node.how === 'const' });
  const put = pattern(context, node.to, scope, node.how !== undefined);
  const body = block(context, [node.body], scope, loops);
  return (up) => {
    const value = list(up);
    const items = node.over === 'in' ? keysIn(value) : listed(machine, value, node.line);
    // A list may grow while one goes through it.
    for (const one of items) {
      machine.step(node.line);
      const env = fresh(scope, up);
      put(env, one);
      const signal = body(env);
      if (signal === 'break') return undefined;
      if (signal === 'return') return signal;
    }
    return undefined;
  };
}

function keysIn(value: Value): readonly string[] {
  if (value instanceof Obj) return keysOf(value);
  if (value instanceof Arr) return value.items.map((_, i) => String(i));
  return typeof value === 'string' ? [...value].map((_, i) => String(i)) : [];
}

function tried(
  context: Context,
  node: Extract<Statement, { kind: 'try' }>,
  scope: Scope,
  loops: number,
): Exec {
  const { machine } = context;
  const body = block(context, node.body, scope, loops);
  const caught = node.caught && caughtBy(context, node.caught, scope, loops);
  const last = node.last && block(context, node.last, scope, loops);
  const guarded = (env: Env): Signal => {
    const { depth } = machine;
    try {
      return body(env);
    } catch (error) {
      // Only what the program itself has thrown: that it was stopped is no business of its own.
      if (!(error instanceof Thrown) || !caught) throw error;
      machine.depth = depth;
      return caught(env, error.value);
    }
  };
  if (!last) return guarded;
  return (env) => {
    const { depth } = machine;
    let signal: Signal;
    try {
      signal = guarded(env);
    } catch (error) {
      if (!(error instanceof Thrown)) throw error;
      machine.depth = depth;
      const instead = last(env);
      if (instead) return instead;
      throw error;
    }
    const { returned } = machine;
    const instead = last(env);
    if (instead) return instead;
    machine.returned = returned;
    return signal;
  };
}

function caughtBy(
  context: Context,
  { to, body: all }: NonNullable<Extract<Statement, { kind: 'try' }>['caught']>,
  around: Scope,
  loops: number,
): (env: Env, value: Value) => Signal {
  const scope = new Scope(around);
  for (const { name, line } of namesIn(to)) scope.declare(name, line);
  const put = to && pattern(context, to, scope, true);
  const body = block(context, all, scope, loops);
  return (up, value) => {
    const env = fresh(scope, up);
    put?.(env, value);
    return body(env);
  };
}

function switched(
  context: Context,
  node: Extract<Statement, { kind: 'switch' }>,
  around: Scope,
  loops: number,
): Exec {
  const of = expression(context, node.of, around);
  const scope = new Scope(around);
  declareAll(
    node.cases.flatMap(({ body }) => body),
    scope,
  );
  const cases = node.cases.map(({ test, body }) => ({
    test: test && expression(context, test, scope),
    body: statements(context, body, scope, loops + 0.5),
  }));
  return (up) => {
    const value = of(up);
    const env = fresh(scope, up);
    const found = cases.findIndex(({ test }) => test !== undefined && test(env) === value);
    const from = found >= 0 ? found : cases.findIndex(({ test }) => test === undefined);
    for (const { body } of from < 0 ? [] : cases.slice(from)) {
      const signal = body(env);
      if (signal === 'break') return undefined;
      if (signal) return signal;
    }
    return undefined;
  };
}
