/** Holds a value from outside against a schema, to the leaf; says where it does not fit, in words. */
import { SCHEMA_FAULTS as SAYS } from '#words/src/tasks/sets/pure/submission/words';
import type { Kind, Schema } from './schema.ts';

/** Names that would mean something else to a program that copies them. */
const NEVER = ['__proto__', 'constructor', 'prototype'];

/** The first thing that does not fit, as `WHERE WHAT`; nothing where all does. */
export function faultIn(
  schema: Schema,
  value: unknown,
  where: string = SAYS.file,
): string | undefined {
  const kind = kindOf(value);
  const kinds = typeof schema.type === 'string' ? [schema.type] : schema.type;
  if (
    kind === undefined ||
    !kinds.some((one) => one === kind || (one === 'number' && kind === 'integer'))
  ) {
    return SAYS.kind(where, kinds);
  }
  if (schema.const !== undefined && value !== schema.const) return SAYS.fixed(where, schema.const);
  if (typeof value === 'string') return inText(schema, value, where);
  if (typeof value === 'number') return inNumber(schema, value, where);
  if (Array.isArray(value)) return inList(schema, value, where);
  return value === null
    ? undefined
    : inObject(schema, value as Readonly<Record<string, unknown>>, where);
}

function kindOf(value: unknown): Kind | undefined {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return undefined;
    return Number.isSafeInteger(value) ? 'integer' : 'number';
  }
  return typeof value === 'string' || typeof value === 'object'
    ? (typeof value as Kind)
    : undefined;
}

function inText(schema: Schema, value: string, where: string): string | undefined {
  if (value.length > (schema.maxLength ?? Infinity)) return SAYS.long(where, schema.maxLength ?? 0);
  if (value.length < (schema.minLength ?? 0)) return SAYS.empty(where);
  if (schema.enum && !schema.enum.includes(value)) return SAYS.oneOf(where, schema.enum);
  const isMeant = schema.pattern === undefined || new RegExp(schema.pattern, 'u').test(value);
  return isMeant ? undefined : SAYS.form(where);
}

function inNumber(schema: Schema, value: number, where: string): string | undefined {
  const { minimum = -Infinity, maximum = Infinity } = schema;
  return value < minimum || value > maximum ? SAYS.range(where, minimum, maximum) : undefined;
}

function inList(schema: Schema, value: readonly unknown[], where: string): string | undefined {
  if (value.length > (schema.maxItems ?? Infinity)) return SAYS.many(where, schema.maxItems ?? 0);
  for (const [i, one] of value.entries()) {
    const fault = schema.items && faultIn(schema.items, one, `${where}[${i}]`);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function inObject(
  schema: Schema,
  value: Readonly<Record<string, unknown>>,
  where: string,
): string | undefined {
  const names = Object.keys(value);
  const within = (name: string): string => (where === SAYS.file ? name : `${where}.${name}`);
  const missing = schema.required?.find((name) => !Object.hasOwn(value, name));
  if (missing !== undefined) return SAYS.missing(within(missing));
  if (names.length > (schema.maxProperties ?? Infinity))
    return SAYS.many(where, schema.maxProperties ?? 0);
  for (const name of names) {
    const { properties = {}, propertyNames, additionalProperties = false } = schema;
    const isNamed =
      propertyNames === undefined || new RegExp(propertyNames.pattern, 'u').test(name);
    const own = Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
    if (NEVER.includes(name) || !isNamed || !own) return SAYS.unknown(within(said(name)));
    const fault = faultIn(own, value[name], within(name));
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** A name that somebody else has written, as it may be said: its beginning, and of signs that could mean something none. */
const said = (name: string): string => name.slice(0, 40).replace(/[^\w-]/g, '?');
