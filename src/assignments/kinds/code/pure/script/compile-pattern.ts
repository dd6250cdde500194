/** Makes assignments run: to a name, a property, or to several at once. */
import { RUNNING } from '#words/src/assignments/kinds/code/pure/script/words';
import { expression, type Context, type Run } from './compile-expression.ts';
import { isWhat } from './machine.ts';
import { keyOf, read, write } from './members.ts';
import type { Pattern } from './nodes.ts';
import { listed } from './operators.ts';
import { UNSET, type Env, type Scope } from './scope.ts';
import { Arr, Obj, keysOf, type Value } from './values.ts';

/** Puts a value where it belongs. */
export type Put = (env: Env, value: Value) => void;

/** `isNew`: the names are declared here, so constants get their value. */
export function pattern(context: Context, to: Pattern, scope: Scope, isNew: boolean): Put {
  switch (to.kind) {
    case 'name':
      return namePut(context, to, scope, isNew);
    case 'member': {
      const { machine } = context;
      const [of, key] = [expression(context, to.of, scope), expression(context, to.key, scope)];
      return (env, value) => {
        const object = of(env);
        write(machine, object, keyOf(machine, key(env), to.line), value, to.line);
      };
    }
    case 'default': {
      const [put, given] = [
        pattern(context, to.to, scope, isNew),
        expression(context, to.value, scope),
      ];
      return (env, value) => put(env, value === undefined ? given(env) : value);
    }
    case 'list':
      return listPut(context, to, scope, isNew);
    case 'fields':
      return fieldsPut(context, to, scope, isNew);
  }
}

function namePut(
  { machine }: Context,
  { name, line }: { readonly name: string; readonly line: number },
  scope: Scope,
  isNew: boolean,
): Put {
  const place = scope.find(name);
  if (!place) return () => machine.fail(RUNNING.unknown(name), line, 'ReferenceError');
  const { hops, slot, isConstant } = place;
  if (isNew && hops === 0)
    return (env, value) => {
      env.slots[slot] = value;
    };
  return (env, value) => {
    let at = env;
    for (let i = 0; i < hops; i += 1) at = at.up as Env;
    if (!isNew && at.slots[slot] === UNSET)
      machine.fail(RUNNING.early(name), line, 'ReferenceError');
    if (!isNew && isConstant) machine.fail(RUNNING.constant(name), line);
    at.slots[slot] = value;
  };
}

function listPut(
  context: Context,
  to: Extract<Pattern, { kind: 'list' }>,
  scope: Scope,
  isNew: boolean,
): Put {
  const { machine } = context;
  const puts = to.items.map((one) => one && pattern(context, one, scope, isNew));
  const rest = to.rest && pattern(context, to.rest, scope, isNew);
  return (env, value) => {
    const items = listed(machine, value, to.line);
    for (const [i, put] of puts.entries()) put?.(env, items[i]);
    rest?.(env, machine.list(items.slice(puts.length), to.line));
  };
}

function fieldsPut(
  context: Context,
  to: Extract<Pattern, { kind: 'fields' }>,
  scope: Scope,
  isNew: boolean,
): Put {
  const { machine } = context;
  const fields = to.fields.map(({ key, to: own }): readonly [Run, Put] => [
    expression(context, key, scope),
    pattern(context, own, scope, isNew),
  ]);
  const rest = to.rest && pattern(context, to.rest, scope, isNew);
  return (env, value) => {
    if (value === undefined || value === null)
      machine.fail(RUNNING.notObject(isWhat(value)), to.line);
    const taken = new Set<string>();
    for (const [key, put] of fields) {
      const name = keyOf(machine, key(env), to.line);
      taken.add(String(name));
      put(env, read(machine, value, name, to.line));
    }
    if (!rest) return;
    const left = new Obj();
    if (value instanceof Obj)
      for (const key of keysOf(value))
        if (!taken.has(key)) left.fields.set(key, value.fields.get(key));
    if (value instanceof Arr)
      for (const [i, one] of value.items.entries())
        if (!taken.has(String(i))) left.fields.set(String(i), one);
    machine.step(to.line, left.fields.size);
    rest(env, left);
  };
}
