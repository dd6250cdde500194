/** What the kinds that have it export under one name, by kind; each says there itself that it is a `T`. */
export function having<T>(
  kinds: Readonly<Record<string, object>>,
  name: string,
): Readonly<Record<string, T>> {
  return Object.fromEntries(
    Object.entries(kinds).flatMap(([kind, parts]) => {
      const part = (parts as Readonly<Record<string, T | undefined>>)[name];
      return part === undefined ? [] : [[kind, part]];
    }),
  );
}
