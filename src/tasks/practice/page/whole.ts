/** Code that was fetched; throws where an empty file has come in its place. */
export function whole<T>(part: T | undefined): T {
  if (!part) throw new Error();
  return part;
}

/** What `bring` has for each of the names, when all of it is here. */
export async function allOf<T>(
  names: readonly string[],
  bring: (name: string) => T | Promise<T>,
): Promise<ReadonlyMap<string, T>> {
  const found = [...new Set(names)].map(async (name) => [name, await bring(name)] as const);
  return new Map(await Promise.all(found));
}
