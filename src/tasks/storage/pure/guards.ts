/** Checks of shape, to the leaf. Each says whether a value that came from outside is what its type claims. */

export type Is<T> = (value: unknown) => value is T;
/** JSON in braces, not known more closely. */
export type Loose = Readonly<Record<string, unknown>>;

/** JSON in braces; not a list. */
export const isLoose: Is<Loose> = (value): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** Neither NaN nor infinite: a file may hold 1e999. */
export const isNumber: Is<number> = (value): value is number => Number.isFinite(value);
/** A whole number from 0. */
export const isCount: Is<number> = (value): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0;
export const isBoolean: Is<boolean> = (value) => typeof value === 'boolean';
export const isNull: Is<null> = (value) => value === null;

/** A text of at most so many characters. */
export const textUpTo =
  (most: number): Is<string> =>
  (value): value is string =>
    typeof value === 'string' && value.length <= most;

/** One of these words. */
export const wordOf =
  <T extends string>(...words: readonly T[]): Is<T> =>
  (value): value is T =>
    (words as readonly unknown[]).includes(value);

/** What at least one of the checks takes. */
export const either =
  <T>(...checks: readonly Is<T>[]): Is<T> =>
  (value): value is T =>
    checks.some((is) => is(value));

/** A list of at most so many. */
export const listOf =
  <T>(is: Is<T>, most: number): Is<readonly T[]> =>
  (value): value is readonly T[] =>
    Array.isArray(value) && value.length <= most && value.every(is);

/** Values by names of at most 200 characters; `__proto__` is none, for a copy would take it as its prototype. */
export const tableOf =
  <T>(is: Is<T>, most: number): Is<Readonly<Record<string, T>>> =>
  (value): value is Readonly<Record<string, T>> => {
    if (!isLoose(value)) return false;
    const entries = Object.entries(value);
    const isName = (name: string): boolean => name.length <= 200 && name !== '__proto__';
    return entries.length <= most && entries.every(([name, one]) => isName(name) && is(one));
  };

type OptionalKey<T> = { [K in keyof T]-?: object extends Pick<T, K> ? K : never }[keyof T];
type Checks<T> = { readonly [K in keyof T]-?: Is<Required<T>[K]> };

/** An object with these fields; `optional` ones may be absent. Fields of a later edition may stand beside them, if they are small. */
export function shape<T extends object>(
  checks: Checks<T>,
  ...optional: readonly OptionalKey<T>[]
): Is<T> {
  const fields = (Object.entries(checks) as [string, Is<unknown>][]).map(([name, is]) => ({
    name,
    is: (optional as readonly string[]).includes(name)
      ? either<unknown>(is, (value): value is undefined => value === undefined)
      : is,
  }));
  const known = fields.map(({ name }) => name);
  return (value): value is T =>
    isLoose(value) && fields.every(({ name, is }) => is(value[name])) && isHarmless(value, known);
}

/** What a later edition may add to a part, in characters. */
const MORE = 4_000;
/** Stands where nesting was cut off: see `bounded-json.ts`. */
export const CUT = '(nested too deeply)';

/** True when fields other than the known ones are small and whole: they are kept and never looked into. */
export function isHarmless(value: Loose, known: readonly string[]): boolean {
  const names = Object.keys(value).filter((name) => !known.includes(name));
  if (names.length === 0) return true;
  const text = JSON.stringify(names.map((name) => [name, value[name]]));
  return text.length <= MORE && !text.includes(CUT) && !Object.hasOwn(value, '__proto__');
}
