/** Makes values run: each becomes a function of the names around it. */
import { NO_SUCH_PLACE, RUNNING } from '#words/src/assignments/kinds/code/pure/script/words';
import { called, classValue, functionValue, made } from './compile-function.ts';
import { pattern } from './compile-pattern.ts';
import { isWhat, type Machine } from './machine.ts';
import { keyOf, ownMethod, read, write } from './members.ts';
import type { Expression, Member, Target } from './nodes.ts';
import { listed, type Operator } from './operators.ts';
import { UNSET, type Env, type Scope } from './scope.ts';
import { Arr, Fn, Obj, isTrue, keysOf, toNumber, toText, typeOf, type Value } from './values.ts';

/** A value that is found when the names around it are known. */
export type Run = (env: Env) => Value;

/** What all of a program shares. */
export interface Context {
  readonly machine: Machine;
  readonly operators: Readonly<Record<string, Operator>>;
  /** What there is without being declared. */
  readonly globals: ReadonlyMap<string, Value>;
}

/** A chain of `?.` has ended early. */
const ENDED: Value = new Obj();

export function expression(context: Context, node: Expression, scope: Scope): Run {
  const { machine } = context;
  const of = (one: Expression): Run => expression(context, one, scope);
  switch (node.kind) {
    case 'literal': {
      const { value } = node;
      return () => value;
    }
    case 'name':
      return named(context, node.name, node.line, scope);
    case 'this':
      return scope.find('this') ? named(context, 'this', 1, scope) : () => undefined;
    case 'template': {
      const parts = node.parts.map(of);
      return (env) => {
        let text = node.texts[0] ?? '';
        for (const [i, part] of parts.entries()) {
          text += toText(part(env), (cost) => machine.step(0, cost)) + (node.texts[i + 1] ?? '');
          machine.text(text, 0);
        }
        return text;
      };
    }
    case 'array': {
      const items = given(context, node.items, scope);
      return (env) => machine.list(items(env), node.line);
    }
    case 'object':
      return objectRun(context, node, scope);
    case 'function':
      return functionValue(context, node.of, scope);
    case 'class':
      return classValue(context, node.of, scope);
    case 'spread':
      return () => machine.fail(RUNNING.notList(''), node.line);
    case 'unary':
      return unary(context, node, scope);
    case 'update':
      return changed(
        context,
        node.of,
        scope,
        node.line,
        node.isPrefix,
        (old) => toNumber(old, (cost) => machine.step(node.line, cost)) + node.by,
      );
    case 'binary': {
      const [left, right, how] = [of(node.left), of(node.right), context.operators[node.sign]];
      const { line } = node;
      if (!how) throw new Error(node.sign);
      return (env) => how(left(env), right(env), line);
    }
    case 'logical': {
      const [left, right] = [of(node.left), of(node.right)];
      if (node.sign === '&&') return (env) => and(left(env), () => right(env));
      if (node.sign === '||') return (env) => or(left(env), () => right(env));
      return (env) => left(env) ?? right(env);
    }
    case 'assign':
      return assigned(context, node, scope);
    case 'choice': {
      const [test, yes, no] = [of(node.test), of(node.yes), of(node.no)];
      return (env) => (isTrue(test(env)) ? yes(env) : no(env));
    }
    case 'member':
      return member(context, node, scope);
    case 'call':
      return call(context, node, scope);
    case 'chain': {
      const inner = of(node.of);
      return (env) => {
        const value = inner(env);
        return value === ENDED ? undefined : value;
      };
    }
    case 'new': {
      const [what, args] = [of(node.of), given(context, node.given, scope)];
      return (env) => made(machine, what(env), args(env), node.line);
    }
    case 'sequence': {
      const all = node.all.map(of);
      return (env) => {
        let last: Value;
        for (const one of all) last = one(env);
        return last;
      };
    }
  }
}

const and = (left: Value, right: () => Value): Value => (isTrue(left) ? right() : left);
const or = (left: Value, right: () => Value): Value => (isTrue(left) ? left : right());

function named({ machine, globals }: Context, name: string, line: number, scope: Scope): Run {
  const place = scope.find(name);
  if (!place) {
    if (globals.has(name)) {
      const value = globals.get(name);
      return () => value;
    }
    const says = NO_SUCH_PLACE.includes(name) ? RUNNING.notHere(name) : RUNNING.unknown(name);
    return () => machine.fail(says, line, 'ReferenceError');
  }
  const { hops, slot } = place;
  const checked = (value: Value): Value =>
    value === UNSET ? machine.fail(RUNNING.early(name), line, 'ReferenceError') : value;
  if (hops === 0) return ({ slots }) => checked(slots[slot]);
  if (hops === 1) return ({ up }) => checked((up as Env).slots[slot]);
  return (env) => {
    let at = env;
    for (let i = 0; i < hops; i += 1) at = at.up as Env;
    return checked(at.slots[slot]);
  };
}

/** What stands in a list or between the brackets of a call, lists in it spread out. */
function given(
  context: Context,
  nodes: readonly (Expression | undefined)[],
  scope: Scope,
): (env: Env) => Value[] {
  const { machine } = context;
  const runs = nodes.map((node) =>
    node?.kind === 'spread'
      ? { run: expression(context, node.of, scope), spread: node.line }
      : { run: node ? expression(context, node, scope) : () => undefined, spread: undefined },
  );
  if (runs.every(({ spread }) => spread === undefined)) {
    const plain = runs.map(({ run }) => run);
    return (env) => plain.map((run) => run(env));
  }
  return (env) => {
    const all: Value[] = [];
    for (const { run, spread } of runs) {
      if (spread === undefined) all.push(run(env));
      else {
        const items = listed(machine, run(env), spread);
        machine.room(all.length + items.length, spread);
        for (const one of items) all.push(one);
      }
    }
    return all;
  };
}

function objectRun(
  context: Context,
  { entries, line }: Extract<Expression, { kind: 'object' }>,
  scope: Scope,
): Run {
  const { machine } = context;
  const runs = entries.map((entry) =>
    'spread' in entry
      ? { spread: expression(context, entry.spread, scope) }
      : {
          key: expression(context, entry.key, scope),
          value: expression(context, entry.value, scope),
        },
  );
  return (env) => {
    const object = new Obj();
    for (const one of runs) {
      if ('spread' in one) {
        const value = one.spread(env);
        if (value instanceof Obj) {
          machine.step(line, value.fields.size);
          for (const key of keysOf(value)) object.fields.set(key, value.fields.get(key));
        } else if (value instanceof Arr) {
          machine.step(line, value.items.length);
          for (const [i, item] of value.items.entries()) object.fields.set(String(i), item);
        }
      } else {
        const key = String(keyOf(machine, one.key(env), line));
        object.fields.set(key, one.value(env));
      }
    }
    machine.step(line, 1 + (object.fields.size >> 1));
    return object;
  };
}

function unary(
  context: Context,
  { sign, of: node, line }: Extract<Expression, { kind: 'unary' }>,
  scope: Scope,
): Run {
  const { machine, globals } = context;
  if (
    sign === 'typeof' &&
    node.kind === 'name' &&
    !scope.find(node.name) &&
    !globals.has(node.name)
  )
    return () => 'undefined';
  if (sign === 'delete') {
    if (node.kind !== 'member') return () => true;
    const [of, key] = [expression(context, node.of, scope), expression(context, node.key, scope)];
    return (env) => {
      const object = of(env);
      const name = keyOf(machine, key(env), line);
      if (object instanceof Obj) object.fields.delete(String(name));
      else write(machine, object, name, undefined, line);
      return true;
    };
  }
  const of = expression(context, node, scope);
  const numeric = (value: Value): number => toNumber(value, (cost) => machine.step(line, cost));
  switch (sign) {
    case '!':
      return (env) => !isTrue(of(env));
    case '-':
      return (env) => -numeric(of(env));
    case '+':
      return (env) => numeric(of(env));
    case '~':
      return (env) => ~numeric(of(env));
    case 'typeof':
      return (env) => typeOf(of(env));
    default:
      return (env) => void of(env);
  }
}

function assigned(
  context: Context,
  { sign, to, value: node, line }: Extract<Expression, { kind: 'assign' }>,
  scope: Scope,
): Run {
  const value = expression(context, labelled(node, to), scope);
  if (sign === '=') {
    const put = pattern(context, to, scope, false);
    return (env) => {
      const found = value(env);
      put(env, found);
      return found;
    };
  }
  if (to.kind !== 'name' && to.kind !== 'member') throw new Error(sign);
  if (sign === '&&=' || sign === '||=' || sign === '??=') {
    const [old, put] = [expression(context, to, scope), pattern(context, to, scope, false)];
    const isKept = (was: Value): boolean =>
      sign === '&&='
        ? !isTrue(was)
        : sign === '||='
          ? isTrue(was)
          : (was ?? undefined) !== undefined;
    return (env) => {
      const was = old(env);
      if (isKept(was)) return was;
      const found = value(env);
      put(env, found);
      return found;
    };
  }
  const how = context.operators[sign.slice(0, -1)];
  if (!how) throw new Error(sign);
  return changed(context, to, scope, line, true, (old, env) => how(old, value(env), line));
}

/** A function that is assigned to a name is called by it. */
export function labelled(
  node: Expression,
  to: { readonly kind: string; readonly name?: string },
): Expression {
  const isNameless = node.kind === 'function' && node.of.label === '' && to.kind === 'name';
  return isNameless ? { ...node, of: { ...node.of, label: to.name ?? '' } } : node;
}

/** Changes what stands somewhere by what stood there; its object and key are found once. */
function changed(
  context: Context,
  to: Target,
  scope: Scope,
  line: number,
  isNew: boolean,
  how: (old: Value, env: Env) => Value,
): Run {
  const { machine } = context;
  const numeric = (value: Value): Value =>
    isNew ? value : toNumber(value, (cost) => machine.step(line, cost));
  if (to.kind === 'name') {
    const [old, put] = [expression(context, to, scope), pattern(context, to, scope, false)];
    return (env) => {
      const was = old(env);
      const now = how(was, env);
      put(env, now);
      return isNew ? now : numeric(was);
    };
  }
  const [of, key] = [expression(context, to.of, scope), expression(context, to.key, scope)];
  return (env) => {
    const object = of(env);
    const name = keyOf(machine, key(env), line);
    const was = read(machine, object, name, line);
    const now = how(was, env);
    write(machine, object, name, now, line);
    return isNew ? now : numeric(was);
  };
}

function member(
  context: Context,
  { of: node, key: at, isOptional, line }: Member,
  scope: Scope,
): Run {
  const { machine } = context;
  const [of, key] = [expression(context, node, scope), expression(context, at, scope)];
  return (env) => {
    const object = of(env);
    if (object === ENDED || (isOptional && (object === undefined || object === null))) return ENDED;
    const name = key(env);
    if (object instanceof Arr && typeof name === 'number') return object.items[name];
    return read(machine, object, keyOf(machine, name, line), line);
  };
}

function call(
  context: Context,
  { of: node, given: args, isOptional, line }: Extract<Expression, { kind: 'call' }>,
  scope: Scope,
): Run {
  const { machine } = context;
  const values = given(context, args, scope);
  const what = nameOf(node);
  if (node.kind !== 'member') {
    const of = expression(context, node, scope);
    return (env) => {
      const fn = of(env);
      if (fn === ENDED || (isOptional && (fn === undefined || fn === null))) return ENDED;
      if (!(fn instanceof Fn)) return machine.fail(RUNNING.notFunction(what, isWhat(fn)), line);
      return called(machine, fn, undefined, values(env), line);
    };
  }
  const [of, key] = [expression(context, node.of, scope), expression(context, node.key, scope)];
  return (env) => {
    const object = of(env);
    if (object === ENDED || (node.isOptional && (object === undefined || object === null)))
      return ENDED;
    const name = keyOf(machine, key(env), line);
    const method = ownMethod(object, name);
    if (method) {
      machine.step(line);
      return method(machine, object, values(env), line);
    }
    const fn = read(machine, object, name, line);
    if (isOptional && (fn === undefined || fn === null)) return ENDED;
    if (!(fn instanceof Fn)) return machine.fail(RUNNING.notFunction(what, isWhat(fn)), line);
    return called(machine, fn, object, values(env), line);
  };
}

/** What is called, as it is written. */
function nameOf(node: Expression): string {
  if (node.kind === 'name') return `“${node.name}”`;
  if (node.kind !== 'member' || node.key.kind !== 'literal') return '“…”';
  const before = node.of.kind === 'name' ? `${node.of.name}.` : '';
  return `“${before}${String(node.key.value)}”`;
}
